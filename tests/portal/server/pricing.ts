import { TIERS } from '../data/products.ts';
import { addMonths, daysBetween, MONTHS } from '../shared/dates.ts';
import type { Cart, CartView, Pbx, PricedLine, Product } from '../shared/types.ts';

export function tierPercent(quantity: number): number {
  return TIERS.find((tier) => quantity >= tier.from)?.percent ?? 0;
}

/** The share of a term that is left until the PBX expires, by day: order day counted, expiration day not. */
export function shareLeft(pbx: Pbx, today: string): { days: number; of: number } {
  if (pbx.expiration === null || pbx.term === 'lifetime') return { days: 1, of: 1 };
  const of = daysBetween(addMonths(pbx.expiration, -MONTHS[pbx.term]), pbx.expiration);
  const days = Math.min(of, Math.max(0, daysBetween(today, pbx.expiration)));
  return { days, of };
}

/** Half-up in whole cents. */
export function part(amountMinor: number, numerator: number, denominator: number): number {
  return Math.floor((2 * amountMinor * numerator + denominator) / (2 * denominator));
}

export function priceCart(
  cart: Cart,
  customer: string,
  pbx: Pbx,
  products: readonly Product[],
  today: string,
): CartView {
  const left = shareLeft(pbx, today);
  const lines = cart.lines.flatMap((line): PricedLine[] => {
    const product = products.find((p) => p.sku === line.sku);
    if (!product) return [];
    const unitMinor = product.priceMinor[cart.duration];
    const listMinor = unitMinor * line.quantity;
    const discountMinor = part(listMinor, line.discountPercent, 100);
    return [
      {
        ...line,
        name: product.name,
        unitMinor,
        listMinor,
        discountMinor,
        totalMinor: part(listMinor - discountMinor, left.days, left.of),
      },
    ];
  });
  const sum = (pick: (line: PricedLine) => number) => lines.reduce((total, line) => total + pick(line), 0);
  return {
    customerId: cart.customerId,
    customer,
    pbxId: pbx.id,
    pbx: pbx.name,
    duration: cart.duration,
    lines,
    recalculated: cart.recalculated,
    saved: cart.saved,
    currency: 'EUR',
    listMinor: sum((l) => l.listMinor),
    discountMinor: sum((l) => l.discountMinor),
    proratedMinor: sum((l) => l.totalMinor),
  };
}
