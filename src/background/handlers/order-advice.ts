import { daysBetween } from '../../core/calendar.ts';
import type { Duration } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import type { Judgement } from '../../core/outcome.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { durationFits, fittingDuration } from '../../core/rules/duration.ts';
import { findPbx, pbxKey } from '../../core/rules/pbx.ts';
import { reason } from '../../core/rules/reasons.ts';
import { stockOutlooks } from '../../core/rules/stock.ts';
import { dayOf } from '../clock.ts';
import type { EventTime, Handler } from './handler.ts';
import { pbxesOf, type RememberedPbxes } from './pbxes.ts';

export const advise: Handler<'order.advise'> = async ({ customer, pbx, duration, stocks }, time) => {
  const outlooks = stockOutlooks(stocks.map(({ key, stock, quantity }) => ({ sku: key, stock, quantity })));
  const found = choosePbx(await pbxesOf(customer), pbx, customer?.name);
  return {
    ...('record' in found ? facts(found.record, duration, time) : { judgement: plain(found) }),
    stocks: stocks.flatMap(({ key, stock }, index) => {
      const outlook = outlooks[index];
      return outlook === undefined ? [] : [{ key, outlook: { stock, ...outlook } }];
    }),
  };
};

/** The PBX that the page names; where it names none, the customer's only one, if all of them were seen. */
export function choosePbx(
  remembered: RememberedPbxes,
  name: string | undefined,
  customerName = '',
): { record: PbxRecord } | Judgement {
  const { pbxes, complete, namesakes } = remembered;
  if (namesakes) return unknown(notice('customer-namesakes', { customer: customerName }));
  const [first] = pbxes;
  const printed = name ?? (complete ? first?.name : undefined);
  if (printed === undefined) return unknown(reason('pbx-not-shown', 'R2', {}));
  if (name === undefined && pbxes.some((record) => pbxKey(record.name) !== pbxKey(printed)))
    return unknown(reason('pbx-not-shown', 'R2', {}));
  const lookup = findPbx(printed, pbxes);
  if (lookup.kind === 'found') {
    const record = pbxes.find((one) => one.name === lookup.pbx.name);
    if (record !== undefined) return { record };
  }
  const code = lookup.kind === 'contradictory' ? 'pbx-contradictory' : 'pbx-not-seen';
  return unknown(reason(code, 'R2', { pbx: printed }));
}

const unknown = (why: Judgement['reasons'][number]): Judgement => ({ verdict: 'unknown', reasons: [why] });

const plain = ({ verdict, reasons }: Judgement) => ({ verdict, reasons: [...reasons] });

function facts(record: PbxRecord, chosen: Duration | undefined, { today }: EventTime) {
  const fitting = fittingDuration(record);
  const judgement = durationFits(record, chosen ?? fitting ?? 'P1M', today);
  const answer =
    chosen === undefined && judgement.verdict === 'yes' ? unknown(notice('duration-not-shown')) : judgement;
  return {
    ...(fitting && { fitting }),
    ...(record.term && { term: record.term }),
    ...(record.expiration && { expiration: record.expiration, daysLeft: daysBetween(today, record.expiration) }),
    seen: record.seen,
    ageDays: ageInDays(dayOf(record.seen.at), today),
    judgement: plain(answer),
  };
}
