import { describe, expect, it } from 'vitest';
import { makePbxes, PBXES } from '../../portal/data/customers.ts';
import { makeProducts } from '../../portal/data/products.ts';
import { part, priceCart, shareLeft, tierPercent } from '../../portal/server/pricing.ts';
import { addMonths, daysBetween } from '../../portal/shared/dates.ts';
import type { Cart, Pbx } from '../../portal/shared/types.ts';

const TODAY = '2026-11-23';
const yearly = makePbxes(TODAY).find((p) => p.id === PBXES.batch) as Pbx;

describe("the stand-in's prices", () => {
  it('knows its tiers', () => {
    expect([1, 9, 10, 24, 25, 49, 50, 500].map(tierPercent)).toEqual([0, 0, 5, 5, 10, 10, 15, 15]);
  });

  it('counts the order day and not the expiration day', () => {
    expect(shareLeft({ ...yearly, expiration: '2027-11-23' }, TODAY)).toEqual({ days: 365, of: 365 });
    expect(shareLeft({ ...yearly, expiration: '2026-11-24' }, TODAY).days).toBe(1);
    expect(shareLeft({ ...yearly, expiration: TODAY }, TODAY).days).toBe(0);
  });

  it('rounds half up', () => {
    expect([part(1, 1, 2), part(3, 1, 2), part(100, 1, 3), part(200, 1, 3)]).toEqual([1, 2, 33, 67]);
  });

  it('adds months within the calendar', () => {
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });

  it('prices lines by Duration, discount and share left', () => {
    const cart: Cart = {
      customerId: 17,
      pbxId: yearly.id,
      duration: 'P1Y',
      recalculated: true,
      saved: true,
      touched: 0,
      lines: [
        { sku: 'HW-WP480G2', quantity: 10, discountPercent: 5 },
        { sku: 'HW-VISION', quantity: 1, discountPercent: 0 },
      ],
    };
    const view = priceCart(cart, 'Nordhafen', { ...yearly, expiration: '2027-05-25' }, makeProducts(), TODAY);
    expect(view.listMinor).toBe(10 * 390 * 11 + 1090 * 11);
    expect(view.discountMinor).toBe(2145);
    expect(view.proratedMinor).toBe(part(42_900 - 2145, 183, 365) + part(11_990, 183, 365));
  });
});
