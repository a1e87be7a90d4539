import type { CustomerRef } from '../../core/customer.ts';
import type { CalendarDate, DeviceFacts, Money } from '../../core/facts.ts';
import { decimalOf } from '../../core/money/money.ts';
import { notice } from '../../core/notices.ts';
import { RunRecord } from '../../core/records/run.ts';
import { groupBy } from '../../core/rules/group-by.ts';
import { findPbx } from '../../core/rules/pbx.ts';
import { dayOf } from '../clock.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import { charge } from './cancellations.ts';
import type { EventTime, Handler } from './handler.ts';
import { hasNamesakes, pbxesOf } from './pbxes.ts';
import { compute } from './quote.ts';

/** What a month of a model costs on each PBX, by the price list. */
type Monthly = ReadonlyMap<string, Money>;

export const review: Handler<'cancellation.review'> = async ({ customer, pbx, level, since, devices }, time) => {
  const [starts, { pbxes }, prices] = await Promise.all([
    conversionDays(customer, devices),
    pbxesOf(customer),
    monthlyPrices(customer, pbx, devices, time),
  ]);
  const asked = devices.map((device) => {
    const name = device.pbx ?? pbx;
    const lookup = name === undefined ? undefined : findPbx(name, pbxes);
    const expiration = lookup?.kind === 'found' ? lookup.pbx.expiration : undefined;
    const start = starts.get(device.key) ?? since;
    const monthly = prices.get(priceKey(name, device.model));
    return {
      key: device.key,
      contract: device.contract,
      ...(start && { start }),
      // A service is paid for up to the PBX's expiration (R3).
      ...(expiration && { paidUntil: expiration }),
      ...(monthly && { monthly: { decimal: decimalOf(monthly), currency: monthly.currency } }),
    };
  });
  const answer = await charge({ ...(level && { level }), devices: asked }, time);
  const unpriced = answer.devices.some(({ free, charge: own }) => free.verdict === 'no' && own === undefined);
  return {
    devices: answer.devices.map(({ key, here, free, freeFrom, days, charge: own }) => {
      const converted = starts.get(key);
      return {
        key,
        here,
        free,
        ...(converted
          ? { since: converted, sinceFrom: 'conversion' as const }
          : since && { since, sinceFrom: 'partner' as const }),
        ...(freeFrom && { freeFrom }),
        ...(days !== undefined && { days }),
        ...(own && { charge: own }),
      };
    }),
    ...(answer.total && { total: answer.total }),
    reasons: unpriced ? [notice('cancellation-unpriced')] : [],
    estimate: true,
  };
};

/** The day on which each device was agreed to, of conversions that WMP was seen to have carried out. */
async function conversionDays(
  customer: CustomerRef,
  devices: readonly DeviceFacts[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const [rows, listed] = await read(['runs', 'customers'], (tx) =>
    Promise.all([
      tx.objectStore('runs').index('customer').getAll(customer.key),
      tx.objectStore('customers').get(customer.key),
    ]),
  );
  if (hasNamesakes(listed)) return new Map();
  const wanted = new Set(devices.map(({ key }) => key));
  const days = new Map<string, CalendarDate>();
  for (const run of readable(RunRecord, rows).records)
    for (const { key, step, agreedAt } of run.devices) {
      if (run.trial === true || step !== 'confirmed' || agreedAt === undefined || !wanted.has(key)) continue;
      const day = dayOf(agreedAt);
      // Converted twice, it was cancelled between: the later time counts.
      if (day > (days.get(key) ?? '')) days.set(key, day);
    }
  return days;
}

async function monthlyPrices(
  customer: CustomerRef,
  pbx: string | undefined,
  devices: readonly DeviceFacts[],
  time: EventTime,
): Promise<Monthly> {
  const prices = new Map<string, Money>();
  for (const [name, group] of groupBy(devices, (device) => device.pbx ?? pbx ?? '')) {
    const models = [...new Set(group.flatMap(({ model }) => model ?? []))];
    const lines = models.map((model) => ({
      key: model,
      sku: model.slice(0, 200),
      product: model.slice(0, 200),
      quantity: 1,
    }));
    const { quote } = await compute({ customer, ...(name && { pbx: name }), lines }, time);
    for (const [i, line] of (quote?.lines ?? []).entries())
      if ('perMonth' in line) prices.set(priceKey(name, models[i]), line.perMonth);
  }
  return prices;
}

const priceKey = (pbx: string | undefined, model: string | undefined): string => JSON.stringify([pbx ?? '', model]);
