import './setup.ts';
import { describe, expect, test } from 'vitest';
import { recentLog } from '../../../src/background/db/log.ts';
import { noteCheckout, noteSeen, wasSeen } from '../../../src/background/handlers/checked-out.ts';
import { answered, asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/orders-seen.ts';
import { cartSignature } from '../../../src/core/cart-signature.ts';
import type { CustomerRef } from '../../../src/core/customer.ts';
import type { Request } from '../../../src/core/messages/contract.ts';
import { PRESSED_KEY } from '../../../src/core/records/checked-out.ts';
import { ACME, at, BETA, browser, rawRows, URL_SEEN } from './setup.ts';

type Cart = NonNullable<Request<'cart.noteCheckout'>['cart']>;

const TAB = 7;
const time = (minute: number, tab = TAB) => ({
  ...at(`2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`),
  tab,
});
const TOTAL = { amountMinor: 4290, currency: 'EUR' };

const cart = (product: string, more: Partial<Cart> = {}): Cart => ({
  pbx: 'Office',
  duration: 'P1Y',
  signature: cartSignature('P1Y', 'Office', [`${product}×1`]),
  lines: [{ product, quantity: 1, stock: -186 }],
  total: TOTAL,
  recalculated: true,
  ...more,
});

const checkout = (customer: CustomerRef, product: string, minute = 0, tab = TAB, more: Partial<Cart> = {}) =>
  noteCheckout({ customer, cart: cart(product, more) }, time(minute, tab));

/** An order that is confirmed on a page without its cart. */
async function confirm(more: Partial<Request<'orders.asked'>> = {}, minute = 5, tab = TAB) {
  const request = { id: crypto.randomUUID(), customer: ACME, contract: 'unknown' as const, lines: [], url: URL_SEEN };
  return (await asked({ ...request, ...more }, time(minute, tab))).order;
}

describe('an order that is confirmed on a page without its cart', () => {
  test('has the lines of the cart that was checked out in the tab, with when they were seen', async () => {
    await checkout(ACME, 'WP480');
    expect(await confirm()).toMatchObject({
      lines: [{ product: 'WP480', quantity: 1, stock: -186 }],
      cartSeen: time(0).at,
      pbx: 'Office',
      duration: 'P1Y',
      contract: 'hwaas',
      total: TOTAL,
      recalculated: true,
      evidence: 'asked',
    });
  });

  test('has them where tax was added to the total, which is the one that counts', async () => {
    await checkout(ACME, 'WP480');
    const total = { amountMinor: 5105, currency: 'EUR' };
    const order = await confirm({ total, amounts: [TOTAL] });
    expect(order).toMatchObject({ lines: [{ product: 'WP480' }], total });
    expect(order).not.toHaveProperty('amounts');
    await checkout(ACME, 'WP480', 6);
    expect(await confirm({ total }, 7)).toMatchObject({ lines: [], linesUnseen: true, total });
  });

  describe('of whose press the worker did not hear', () => {
    const press = (minute: number, more: object = {}) =>
      browser.storage.local.set({
        [PRESSED_KEY]: { at: time(minute).at, customer: ACME, cart: cart('WP480'), ...more },
      });

    test('has its lines where the total agrees, in whatever tab', async () => {
      await press(0);
      expect(await confirm({ total: TOTAL })).toMatchObject({ lines: [{ product: 'WP480' }], cartSeen: time(0).at });
    });

    test('has none where no total tells', async () => {
      await press(0);
      expect(await confirm()).toMatchObject({ lines: [], linesUnseen: true });
    });

    test.each([
      ['of another cart', {}],
      ['of a cart that could not be read', { cart: undefined }],
      ['of a customer that could not be told', { customer: undefined, cart: undefined }],
    ])('has not the lines of an earlier Checkout of that tab: a press %s', async (_, more) => {
      await checkout(ACME, 'WP490');
      await press(1, more);
      expect(await confirm()).toMatchObject({ lines: [], linesUnseen: true });
    });

    test('is dropped once its cart is seen with other contents, or another Checkout was heard of', async () => {
      await press(0);
      await noteSeen({ customer: ACME, signature: cartSignature('P1Y', 'Office', ['WP480×2']) }, time(1));
      expect(await confirm({ total: TOTAL })).toMatchObject({ linesUnseen: true });
      await press(2);
      await checkout(ACME, 'WP490', 3);
      expect(await confirm({ total: TOTAL })).toMatchObject({ lines: [{ product: 'WP490' }] });
      expect(browser.storage.local.data).not.toHaveProperty(PRESSED_KEY);
    });
  });

  test('is still itself when it is asked for again', async () => {
    await checkout(ACME, 'WP480');
    const order = await confirm({ id: 'o1' });
    await checkout(ACME, 'WP490', 6);
    expect(await confirm({ id: 'o1' }, 7)).toEqual(order);
  });

  test.each([
    ['no Checkout was seen', async () => undefined],
    [
      'another customer’s cart was checked out since in the tab',
      async () => {
        await checkout(ACME, 'WP480');
        await checkout(BETA, 'W-AIR', 1);
      },
    ],
    [
      'Checkout was pressed since on a cart that nobody is named for',
      async () => {
        await checkout(ACME, 'WP480');
        await noteCheckout({}, time(1));
      },
    ],
    [
      'Checkout was pressed since, in another tab, on a cart that could not be read',
      async () => {
        await checkout(ACME, 'WP480');
        await noteCheckout({ customer: ACME }, time(1, 8));
      },
    ],
    [
      'its cart was seen since with other contents',
      async () => {
        await checkout(ACME, 'WP480');
        await noteSeen({ customer: ACME, signature: cartSignature('P1Y', '', ['WP480×2']) }, time(1, 8));
      },
    ],
    [
      'its cart was seen since, empty',
      async () => {
        await checkout(ACME, 'WP480');
        await noteSeen({ customer: ACME, signature: cartSignature(undefined, undefined, []) }, time(1));
      },
    ],
    [
      'what was seen of its cart is no cart',
      async () => {
        await checkout(ACME, 'WP480');
        await noteSeen({ customer: ACME, signature: 'forged' }, time(1));
      },
    ],
    [
      'what is kept cannot be read',
      async () => {
        await checkout(ACME, 'WP480');
        browser.storage.session.data['checked-out'] = [{ customer: 'ACME' }];
      },
    ],
  ])('has no lines, and says so: %s', async (_, before) => {
    await before();
    const order = await confirm();
    expect(order).toMatchObject({ lines: [], linesUnseen: true, customer: ACME });
    expect(order).not.toHaveProperty('cartSeen');
    expect(order).not.toHaveProperty('total');
  });

  test('stays with its cart while that is seen unchanged, or another customer’s is', async () => {
    await checkout(ACME, 'WP480');
    await noteSeen({ customer: ACME, signature: cartSignature(undefined, 'Office', ['WP480×1']) }, time(1));
    await noteSeen({ customer: BETA, signature: cartSignature('P1M', 'Beta', ['W-AIR×3']) }, time(2, 8));
    expect((await confirm()).lines).toHaveLength(1);
  });

  test('in another tab takes the cart with the total that its page prints, and no other', async () => {
    await checkout(ACME, 'WP480');
    expect((await confirm({}, 5, 8)).linesUnseen).toBe(true);
    expect((await confirm({ total: { ...TOTAL, amountMinor: 1 } }, 5, 8)).linesUnseen).toBe(true);
    expect((await confirm({ total: TOTAL }, 5, 8)).lines).toMatchObject([{ product: 'WP480' }]);
  });

  test('takes neither of two carts that could be it', async () => {
    await checkout(ACME, 'WP480');
    await checkout(ACME, 'WP490', 1, 8, { pbx: 'Warehouse' });
    expect((await confirm({ total: TOTAL }, 5, 9)).linesUnseen).toBe(true);
    expect((await confirm({ total: TOTAL, pbx: 'warehouse' }, 5, 9)).lines).toMatchObject([{ product: 'WP490' }]);
  });

  test('is not joined an hour later', async () => {
    await checkout(ACME, 'WP480');
    const late = { ...at('2026-11-23T11:00:01.000Z'), tab: TAB };
    const request = { id: 'o1', customer: ACME, contract: 'unknown' as const, lines: [], url: URL_SEEN };
    expect((await asked(request, late)).order.linesUnseen).toBe(true);
  });

  test('is joined to nothing that WMP took already', async () => {
    await checkout(ACME, 'WP480');
    const first = await confirm();
    await answered({ id: first.id, outcome: 'placed', number: 'WX-1', url: URL_SEEN }, time(6));
    expect((await confirm({}, 7)).linesUnseen).toBe(true);
  });

  test('keeps its cart for another try where WMP refused it', async () => {
    await checkout(ACME, 'WP480');
    const first = await confirm();
    await answered({ id: first.id, outcome: 'refused', url: URL_SEEN }, time(6));
    expect((await confirm({}, 7)).lines).toHaveLength(1);
  });

  test('is noted without lines where the browser does not tell what is kept', async () => {
    browser.storage.session.get.mockRejectedValueOnce(new Error('no session'));
    expect((await confirm()).linesUnseen).toBe(true);
    expect((await recentLog()).map(({ kind }) => kind)).toContain('checked-out');
  });

  test('has its own lines taken in once its page in WMP shows them', async () => {
    const { id } = await confirm();
    await answered({ id, outcome: 'placed', number: 'WX-1', url: URL_SEEN }, time(6));
    await seen(
      {
        orders: [
          {
            number: 'WX-1',
            customer: ACME,
            contract: 'hwaas',
            state: 'processing',
            lines: [{ product: 'WP490', quantity: 2 }],
          },
        ],
        complete: false,
        url: URL_SEEN,
      },
      time(8),
    );
    expect(await rawRows('orders')).toMatchObject([{ id, record: { lines: [{ product: 'WP490', quantity: 2 }] } }]);
  });
});

test('lines that the page of the order shows itself stay what they are', async () => {
  await checkout(ACME, 'WP480');
  const order = await confirm({ lines: [{ product: 'WP600', quantity: 4 }] });
  expect(order.lines).toEqual([{ product: 'WP600', quantity: 4 }]);
  expect(order).not.toHaveProperty('linesUnseen');
});

describe('whether the Checkout of what is confirmed was seen', () => {
  const seenAt = async (minute: number, tab = TAB, customer: CustomerRef | undefined = ACME) =>
    (await wasSeen({ ...(customer && { customer }) }, time(minute, tab))).seen;

  test('yes in the tab in which it was, of that customer, for an hour', async () => {
    expect(await seenAt(1)).toBe(false);
    await checkout(ACME, 'WP480');
    expect(await seenAt(1)).toBe(true);
    expect(await seenAt(1, TAB + 1)).toBe(false);
    expect(await seenAt(1, TAB, BETA)).toBe(false);
    expect((await wasSeen({}, time(1))).seen).toBe(true);
    expect((await wasSeen({ customer: ACME }, { ...at('2026-11-23T11:01:00.000Z'), tab: TAB })).seen).toBe(false);
  });

  test('yes where only the page itself could note it', async () => {
    await browser.storage.local.set({ [PRESSED_KEY]: { at: time(0).at, customer: ACME, cart: cart('WP480') } });
    expect(await seenAt(1, TAB + 1)).toBe(true);
  });

  test('no where the cart could not be read', async () => {
    await checkout(ACME, 'WP480');
    await noteCheckout({ customer: ACME }, time(1));
    expect(await seenAt(2)).toBe(false);
  });
});
