import type { CalendarDate, Contract } from '../facts.ts';
import type { Judgement } from '../outcome.ts';
import { reason } from './reasons.ts';

/** Products provided as HWaaS only, since when (R14 names the month, not the day). */
const HWAAS_ONLY: readonly { readonly name: RegExp; readonly since: string }[] = [
  { name: /\bwizyconf[\s-]*station\b/iu, since: '2022-05-01' },
];

/**
 * Is a product to be had on these terms on the day `on` (R14)? Says no only where that is documented; Rental began after
 * the document that R14 rests on, so there the answer is unknown.
 */
export function availableAs(
  product: string,
  contract: Exclude<Contract, 'unknown'>,
  on: CalendarDate,
): Judgement<'hwaas-only-product' | 'rental-availability-unknown'> {
  const restricted = HWAAS_ONLY.some(({ name, since }) => name.test(product) && on >= since);
  if (!restricted || contract === 'hwaas') return { verdict: 'yes', reasons: [] };
  if (contract === 'rental')
    return { verdict: 'unknown', reasons: [reason('rental-availability-unknown', 'R14', { product })] };
  return { verdict: 'no', reasons: [reason('hwaas-only-product', 'R14', { product })] };
}
