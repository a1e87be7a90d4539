import type { Duration } from '../../core/facts.ts';
import type { ResponseOf } from '../../core/messages/worker-contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { judgeListAge } from '../../core/price-list/age.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import { durationFits, fittingDuration } from '../../core/rules/duration.ts';
import { prorationOf, readSettings } from '../settings-store.ts';
import { readStated } from '../stated-discounts.ts';
import { learnedOf, plain } from './discounts.ts';
import type { EventTime, Handler } from './handler.ts';
import { type ListAnswer, listed } from './list-prices.ts';
import { choosePbx } from './order-advice.ts';
import { pbxesOf } from './pbxes.ts';
import { quoteAmounts } from './quote-amounts.ts';
import { currencyOf, learnedSchedules, sourced } from './quote-lines.ts';

type Answer = ResponseOf<'quote.compute'>;

export const compute: Handler<'quote.compute'> = async (body, time) => {
  const settings = await readSettings();
  const proration = prorationOf(settings);
  const found = choosePbx(await pbxesOf(body.customer), body.pbx, body.customer?.name);
  const pbx = 'record' in found ? found.record : undefined;
  const duration = body.duration ?? (pbx && fittingDuration(pbx));
  const list = await listed(body.lines);
  const lines = body.lines.map((line, i) => sourced(line, list.products[i] ?? { kind: 'not-listed' }, duration));
  const { learned } = await learnedOf(lines.flatMap(({ names }) => names));
  const { schedules: stated, unreadable } = await readStated();
  const schedules = [...stated, ...learnedSchedules(learned, lines, stated)];
  const currency = body.currency ?? currencyOf(lines, duration);
  const joining = pbx && duration && joiningOf(pbx, duration, time);
  const { compared, hints, tooLarge } = quoteAmounts(lines, schedules, currency, duration, {
    proration,
    ...(joining && { joining }),
  });
  const chosen = compared && duration && compared[duration];
  return {
    ...(duration && { duration }),
    ...(pbx && { pbx: told(pbx) }),
    ...(chosen && { quote: mutable(chosen) }),
    ...(compared && { compared: mutable(compared) }),
    lines: lines.map(({ key, source, line, reasons }, i) => {
      const { sku: _, ...hint } = hints[i] ?? { sku: '' };
      const contradicts = chosen?.contradictory.includes(line.sku)
        ? [notice('discount-contradictory', { sku: line.sku })]
        : [];
      return { key, source, ...(hints[i] && { hint }), reasons: [...reasons, ...contradicts] };
    }),
    learned: learned.map(plain),
    ...listFacts(list, settings.listAgeMonths, time),
    proration,
    reasons: [
      ...('record' in found ? fitReasons(found.record, duration, time) : found.reasons),
      ...listReasons(list),
      ...(unreadable.length > 0 ? [notice('quote-discounts-unreadable', { count: unreadable.length })] : []),
      ...(tooLarge ? [notice('quote-too-large')] : []),
      ...(body.lines.length > 0 && lines.every(({ source }) => source === 'none')
        ? [notice('quote-without-prices')]
        : []),
    ],
    estimate: true,
  };
};

/** Only a PBX of the Duration's own term, with an expiration to come, gives a first charge (R2, R3). */
const joiningOf = ({ term, expiration }: PbxRecord, duration: Duration, { today }: EventTime) =>
  term === duration && expiration !== undefined ? { from: today, expiration, duration } : undefined;

const fitReasons = (pbx: PbxRecord, duration: Duration | undefined, { today }: EventTime): readonly Reason[] =>
  duration === undefined
    ? durationFits(pbx, 'P1M', today).reasons.filter(({ code }) => code !== 'duration-differs')
    : durationFits(pbx, duration, today).reasons;

const told = ({ name, term, expiration, seen }: PbxRecord) => ({
  name,
  seen,
  ...(term && { term }),
  ...(expiration && { expiration }),
});

function listFacts({ list }: ListAnswer, months: number, { today }: EventTime): Pick<Answer, 'list'> {
  if (list === undefined) return {};
  const { id, name, listDate, importedAt } = list;
  const warning = judgeListAge(listDate, today, months);
  return { list: { id, name, importedAt, ...(listDate && { listDate }), ...(warning && { warning }) } };
}

const listReasons = ({ list, unreadable }: ListAnswer): readonly Reason[] =>
  unreadable ? [notice('quote-list-unreadable')] : list === undefined ? [notice('quote-without-list')] : [];

/** The rules' results are read-only; the contract's types are not. */
type Mutable<T> = T extends string | number ? T : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>;
