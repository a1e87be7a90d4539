import type { Money } from '../../core/facts.ts';
import { canCancel, cancellationCharge } from '../../core/rules/cancellation.ts';
import { prorationOf, readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

export const charge: Handler<'cancellation.charge'> = async ({ level, on, devices }, { today }) => {
  const settings = prorationOf(await readSettings());
  const judged = devices.map(({ key, contract, start, paidUntil, monthly }) => {
    const here = canCancel({ contract }, level);
    const use = { ...(start && { start }), ...(paidUntil && { paidUntil }), ...(monthly && { monthly }) };
    const { verdict, reasons, estimate: _, ...rest } = cancellationCharge(use, on ?? today, settings);
    return {
      key,
      here: { verdict: here.verdict, reasons: [...here.reasons] },
      free: { verdict, reasons: [...reasons] },
      ...rest,
    };
  });
  const total = sumOf(judged.map(({ free, charge: own }) => (free.verdict === 'yes' ? 'nothing' : own)));
  return { devices: judged, ...(total && { total }), estimate: true };
};

function sumOf(charges: readonly (Money | 'nothing' | undefined)[]): Money | undefined {
  let sum: Money | undefined;
  for (const one of charges) {
    if (one === 'nothing') continue;
    if (one === undefined || (sum !== undefined && sum.currency !== one.currency)) return undefined;
    sum = { currency: one.currency, amountMinor: one.amountMinor + (sum?.amountMinor ?? 0) };
  }
  return sum;
}
