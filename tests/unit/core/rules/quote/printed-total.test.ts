import { describe, expect, test } from 'vitest';
import type { CalendarDate, Money } from '../../../../../src/core/facts.ts';
import { DEFAULT_PRORATION } from '../../../../../src/core/rules/proration.ts';
import {
  lostDiscount,
  readPrintedTotal,
  undiscountedFirst,
} from '../../../../../src/core/rules/quote/printed-total.ts';
import { quote } from '../../../../../src/core/rules/quote/quote.ts';
import { makeProducts } from '../../../../portal/data/products.ts';
import { priceCart } from '../../../../portal/server/pricing.ts';
import type { Cart } from '../../../../portal/shared/types.ts';

const TODAY = '2026-11-24' as CalendarDate;
const EXPIRATION = '2027-06-15' as CalendarDate;
const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const PBX = {
  id: 31,
  customerId: 17,
  name: 'P',
  term: 'P1Y',
  expiration: EXPIRATION,
  kind: 'cloud',
  serial: '1',
} as const;

/** A cart as the stand-in prices it, and as the rules quote it by tiers that are known. */
function both(lines: Cart['lines'], known: boolean) {
  const products = makeProducts();
  const cart = {
    customerId: 17,
    pbxId: 31,
    duration: 'P1Y',
    lines,
    recalculated: true,
    saved: true,
    touched: 0,
  } as const;
  const view = priceCart({ ...cart }, 'N', PBX, products, TODAY);
  const quoted = quote({
    currency: 'EUR',
    duration: 'P1Y',
    proration: DEFAULT_PRORATION,
    joining: { from: TODAY, expiration: EXPIRATION },
    schedules: known
      ? [
          {
            id: 'tiers',
            scope: { kind: 'sku' as const, sku: 'HW-WP480G2' },
            model: 'volume' as const,
            duration: 'P1Y' as const,
            per: 'term' as const,
            source: 'learned' as const,
            tiers: [{ from: 10, percent: '5' }],
          },
        ]
      : [],
    lines: view.lines.map(({ sku, quantity, unitMinor }) => ({
      sku,
      quantity,
      price: { decimal: String(unitMinor / 100), currency: 'EUR', per: 'term' as const },
    })),
  });
  const sum = view.lines.reduce((all, { listMinor, discountMinor }) => all + listMinor - discountMinor, 0);
  return { view, quoted, printed: eur(view.proratedMinor), lines: eur(sum) };
}

const line = (sku: string, quantity: number, discountPercent = 0) => ({ sku, quantity, discountPercent });
const reading = ({ printed, lines, quoted }: ReturnType<typeof both>) =>
  readPrintedTotal(printed, lines, quoted, DEFAULT_PRORATION);

describe('the total a page prints', () => {
  test('agrees with the first charge, with and without a discount', () => {
    expect(reading(both([line('HW-WP480G2', 3), line('HW-VISION', 2)], true))?.reading).toBe('agrees');
    expect(reading(both([line('HW-WP480G2', 12, 5)], true))).toEqual({ reading: 'agrees', difference: eur(0) });
  });

  test('lacks the discount before it was recalculated', () => {
    const order = both([line('HW-WP480G2', 12)], true);
    expect(reading(order)?.reading).toBe('undiscounted');
    const lost = lostDiscount(order.quoted);
    // 12 × 42.90, 5 % of it, and 203 of 365 days of that.
    expect(lost).toEqual({ perTerm: eur(2574), first: eur(28631 - 27200) });
    expect(undiscountedFirst(order.quoted)).toEqual(order.printed);
    expect(reading(order)?.difference).toEqual(lost?.first);
  });

  test('has a discount that is not known', () => {
    expect(reading(both([line('HW-WP480G2', 12, 5)], false))?.reading).toBe('other-discount');
  });

  test('is for the whole term, with or without the discount', () => {
    const order = both([line('HW-WP480G2', 12, 5)], true);
    const at = (amount: number) => readPrintedTotal(eur(amount), undefined, order.quoted, DEFAULT_PRORATION)?.reading;
    expect([at(48906), at(51480), at(48906 + 2), at(1)]).toEqual([
      'whole-term',
      'whole-term-undiscounted',
      'unexplained',
      'unexplained',
    ]);
  });

  test('cannot be compared with another currency, or with a quote without prices or first charge', () => {
    const { quoted } = both([line('HW-WP480G2', 1)], false);
    expect(readPrintedTotal({ amountMinor: 1, currency: 'CHF' }, undefined, quoted, DEFAULT_PRORATION)).toBeUndefined();
    const { total, ...unpriced } = quoted;
    expect(readPrintedTotal(eur(1), undefined, unpriced, DEFAULT_PRORATION)).toBeUndefined();
    expect(lostDiscount(unpriced)).toBeUndefined();
    const { firstCharge: _, ...wholeTerm } = total ?? { firstCharge: eur(0) };
    const expired = { ...quoted, total: wholeTerm as never };
    expect(readPrintedTotal(eur(1), undefined, expired, DEFAULT_PRORATION)?.reading).toBe('not-comparable');
  });
});
