import { daysBetween } from '../../core/calendar.ts';
import { nameKey } from '../../core/customer.ts';
import type { DeviceFacts, Money } from '../../core/facts.ts';
import type { ResponseOf } from '../../core/messages/worker-contract.ts';
import { sumMoney } from '../../core/money/money.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import type { PbxRecord } from '../../core/records/pbx.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { groupBy } from '../../core/rules/group-by.ts';
import { dayOf, minutesAfter } from '../clock.ts';
import { state as agreementState } from './agreements.ts';
import type { EventTime, Handler } from './handler.ts';
import { remembered as rememberedInvoices } from './invoices.ts';
import { pbxesOf } from './pbxes.ts';
import { compute } from './quote.ts';

type Quote = ResponseOf<'quote.compute'>;

/** A PBX that expires within so many days is worth a word before anything is converted on it. */
const EXPIRES_SOON_DAYS = 30;
/** What was seen longer ago may have changed since. */
const OLD_MINUTES = 24 * 60;

export const review: Handler<'conversion.review'> = async ({ customer, pbx, devices }, time) => {
  const byPbx = groupBy(devices, (device) => device.pbx ?? pbx ?? '');
  const quotes = await Promise.all(
    [...byPbx].map(([name, group]) =>
      compute({ customer, ...(name === '' ? {} : { pbx: name }), lines: linesOf(group) }, time),
    ),
  );
  const [agreement, invoices, { pbxes }] = await Promise.all([
    agreementState({ customers: [customer] }, time),
    rememberedInvoices({}, time),
    pbxesOf(customer),
  ]);
  const names = new Set([...byPbx.keys()].map(nameKey));
  const concerned = pbxes.filter(({ name }) => names.has(nameKey(name)));
  const list = quotes.find((quote) => quote.list !== undefined)?.list;
  return {
    costs: costsOf(quotes),
    unpriced: quotes.reduce((sum, quote, i) => sum + unpricedIn(quote, [...byPbx.values()][i] ?? []), 0),
    ...(list && { list: { name: list.name, ...(list.listDate && { listDate: list.listDate }) } }),
    warnings: [
      ...(agreement.states[0]?.reasons ?? []),
      ...invoices.overdue.ordering.reasons,
      ...pbxWarnings(concerned, time),
      ...(list?.warning ? [list.warning] : []),
    ],
    estimate: true,
  };
};

/** A model stands in WMP's lists as an article number or as a product's name; the price list is asked for both. */
const linesOf = (devices: readonly DeviceFacts[]) =>
  [...groupBy(devices, ({ model }) => model ?? '')].map(([model, { length }]) => ({
    key: model === '' ? '?' : model,
    ...(model === '' ? {} : { sku: model.slice(0, 200), product: model.slice(0, 200) }),
    quantity: length,
  }));

function costsOf(quotes: readonly Quote[]): { mrr: Money; firstCharge?: Money }[] {
  const totals = quotes.flatMap(({ quote }) => quote?.lines.filter((line) => 'perMonth' in line) ?? []);
  return [...groupBy(totals, ({ perMonth }) => perMonth.currency)].flatMap(([, lines]) => {
    const mrr = sumMoney(lines.map(({ perMonth }) => perMonth));
    const charges = lines.flatMap(({ firstCharge }) => firstCharge ?? []);
    const firstCharge = charges.length === lines.length ? sumMoney(charges) : undefined;
    return mrr === undefined ? [] : [{ mrr, ...(firstCharge && { firstCharge }) }];
  });
}

const unpricedIn = ({ quote }: Quote, devices: readonly DeviceFacts[]): number =>
  quote === undefined
    ? devices.length
    : quote.lines.reduce((sum, line) => sum + ('why' in line ? line.quantity : 0), 0);

const pbxWarnings = (pbxes: readonly PbxRecord[], { at, today }: EventTime): Reason[] =>
  pbxes.flatMap(({ name, expiration, seen }) => {
    const left = expiration === undefined ? undefined : daysBetween(today, expiration);
    return [
      ...(expiration !== undefined && left !== undefined && left >= 0 && left <= EXPIRES_SOON_DAYS
        ? [notice('pbx-expires-soon', { pbx: name, date: expiration, days: left })]
        : []),
      ...(at > minutesAfter(seen.at, OLD_MINUTES)
        ? [notice('pbx-facts-old', { pbx: name, days: ageInDays(dayOf(seen.at), today) })]
        : []),
    ];
  });
