import './setup.ts';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { drop, forget, learned, observe, put, stated } from '../../../src/background/handlers/discounts.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import { compute } from '../../../src/background/handlers/quote.ts';
import { writeSettings } from '../../../src/background/settings-store.ts';
import type { Money } from '../../../src/core/facts.ts';
import { ALL_MESSAGES, type RequestOf } from '../../../src/core/messages/worker-contract.ts';
import { type DiscountSchedule, StatedDiscounts } from '../../../src/core/rules/discount/schedule.ts';
import { CONVENTIONS } from '../../../src/core/rules/proration.ts';
import { CHOICES, DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, browser, day, URL_SEEN } from './setup.ts';
import { article, store } from './stored-list.ts';

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const LINES = [{ key: 'r1', sku: 'TEL-100', quantity: 10 }];
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

/** What the sender gets: the answer after its schema. */
const quote = async (body: Partial<RequestOf<'quote.compute'>> = {}) =>
  v.parse(
    ALL_MESSAGES['quote.compute'].response,
    await compute({ customer: ACME, pbx: 'Office', lines: LINES, ...body }, at()),
  );

beforeEach(async () => {
  const pbxes = [{ name: 'Office', term: 'P1Y' as const, expiration: day('2027-05-23') }];
  await seen({ customer: ACME, complete: true, url: URL_SEEN, pbxes }, at());
});

describe('a quote from the imported list', () => {
  beforeEach(async () => {
    const items = [
      article('TEL-100', { P1M: 310, P1Y: 250, P5Y: 200 }, 'Desk phone'),
      article('TEL-200', { P1Y: 700 }),
    ];
    await store('l1', items, { listDate: day('2026-01-01') });
  });

  test('has the fitting Duration, its first charge and what the others would cost', async () => {
    const { duration, quote: chosen, compared, list, lines, reasons } = await quote();
    expect(duration).toBe('P1Y');
    expect(chosen?.total).toMatchObject({ perTerm: eur(30_000), perMonth: eur(2500), firstCharge: eur(14_877) });
    expect(chosen?.proration).toMatchObject({ convention: 'actual-days', days: 181, termDays: 365, estimate: true });
    expect([compared?.P1M.overCompared, compared?.P5Y.overCompared]).toEqual([eur(186_000), eur(120_000)]);
    expect(compared?.P5Y.total?.firstCharge).toBeUndefined();
    expect(list).toMatchObject({ id: 'l1', name: 'l1.csv', listDate: '2026-01-01' });
    expect(list?.warning).toBeUndefined();
    expect([lines[0]?.source, reasons]).toEqual(['list', []]);
  });

  test('takes another convention from the settings', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, convention: 'started-months' });
    const { quote: chosen, proration } = await quote();
    expect([chosen?.total?.firstCharge, proration.convention]).toEqual([eur(15_000), 'started-months']);
  });

  test('prefers the page’s own price, for the Duration that the page shows', async () => {
    const price = { decimal: '2.60', currency: 'EUR', per: 'month' as const };
    const {
      quote: chosen,
      compared,
      lines,
    } = await quote({ lines: [{ ...LINES[0], key: 'r1', quantity: 10, price }] });
    expect(lines[0]?.source).toBe('page');
    expect(chosen?.total?.perTerm).toEqual(eur(31_200));
    expect(compared?.P5Y.total?.perMonth).toEqual(eur(2000));
  });

  test('finds a product by its SKU in any spelling, or by its exact name', async () => {
    const lines = [
      { key: 'a', sku: ' tel-100', quantity: 1 },
      { key: 'b', product: 'desk  phone', quantity: 1 },
      { key: 'c', product: 'Desk', quantity: 1 },
    ];
    expect((await quote({ lines })).lines.map(({ source }) => source)).toEqual(['list', 'list', 'none']);
  });

  test('has no total where a price is missing', async () => {
    const { quote: chosen, lines } = await quote({ lines: [...LINES, { key: 'r2', sku: 'NEW-1', quantity: 1 }] });
    expect(chosen?.total).toBeUndefined();
    expect(chosen?.lines[1]).toMatchObject({ sku: 'NEW-1', why: 'no-price' });
    expect(lines.map(({ key, source }) => [key, source])).toEqual([
      ['r1', 'list'],
      ['r2', 'none'],
    ]);
  });

  test('warns of an old list, by the partner’s own limit', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, listAgeMonths: 6 });
    expect((await quote()).list?.warning).toMatchObject({
      code: 'list-old',
      params: { date: '2026-01-01', months: 6 },
    });
  });

  test('without a known PBX has no first charge, and says why', async () => {
    const { quote: chosen, reasons } = await quote({ pbx: 'Branch', duration: 'P1Y' });
    expect(chosen?.total?.perTerm).toEqual(eur(30_000));
    expect(chosen?.total?.firstCharge).toBeUndefined();
    expect(codes(reasons)).toEqual(['pbx-not-seen']);
    expect(codes((await quote({ duration: 'P5Y' })).reasons)).toEqual(['duration-differs']);
  });

  test('uses learned tiers and says how many more reach the next one', async () => {
    const seenAt = async (id: string, quantity: number, off: number) =>
      observe({ id, customer: ACME, duration: 'P1Y', url: URL_SEEN, ...recalculation(quantity, off) }, at());
    for (const id of ['c1', 'c2']) await seenAt(id, 10, 5);
    for (const id of ['c3', 'c4']) await seenAt(id, 12, 30);
    const { quote: chosen, lines } = await quote();
    expect(chosen?.lines[0]).toMatchObject({ tier: { from: 10, source: 'learned' }, perTerm: eur(28_500) });
    expect(lines[0]?.hint).toEqual({ next: { more: 2, from: 12 }, cheaper: { more: 2, saves: eur(3300) } });
  });
});

/** A cart of TEL-100 at 30.00 a piece before, and with so much percent off after. */
const recalculation = (quantity: number, off: number) => ({
  before: [{ sku: 'TEL-100', quantity, total: eur(quantity * 3000), unit: eur(3000) }],
  after: [{ sku: 'TEL-100', quantity, total: eur(quantity * 30 * (100 - off)), unit: eur(3000) }],
});

describe('a quote without any list', () => {
  test('says what is missing', async () => {
    const { quote: chosen, compared, list, reasons } = await quote();
    expect([chosen, compared, list]).toEqual([undefined, undefined, undefined]);
    expect(codes(reasons)).toEqual(['quote-without-list', 'quote-without-prices']);
  });

  test('still prices what the page prints', async () => {
    const price = { decimal: '30', currency: 'CHF', per: 'term' as const };
    const { quote: chosen } = await quote({ lines: [{ key: 'r1', sku: 'X', quantity: 2, price }] });
    expect(chosen?.total?.perTerm).toEqual({ amountMinor: 6000, currency: 'CHF' });
  });
});

test('a price of unknown unit is not used, and is named', async () => {
  const item = article('TEL-100', { P1Y: 250 });
  await store('l1', [{ ...item, prices: { P1Y: { money: eur(250), unit: 'unknown', row: 2 } } }]);
  const { quote: chosen, lines } = await quote();
  expect([chosen, codes(lines[0]?.reasons ?? [])]).toEqual([undefined, ['price-unit-unknown']]);
});

describe('discounts that the partner states', () => {
  const price = { decimal: '30', currency: 'EUR', per: 'term' as const };
  const lines = [
    { key: 'r1', sku: 'TEL-100', quantity: 10, price },
    { key: 'r2', sku: 'TEL-200', quantity: 5, price },
  ];
  const say = async (...schedules: Partial<DiscountSchedule>[]) => {
    for (const { id } of (await stated({}, at())).schedules) await drop({ id }, at());
    for (const [i, one] of schedules.entries())
      await put(
        v.parse(ALL_MESSAGES['discount.put'].request, { schedule: { id: `s${i}`, source: 'settings', ...one } }),
        at(),
      );
  };
  const perTerm = async () => (await quote({ lines })).quote?.total?.perTerm;

  test.each<[string, Partial<DiscountSchedule>, number]>([
    ['volume', { model: 'volume', scope: { kind: 'order' }, tiers: [{ from: 15, percent: '12.5' }] }, 39_375],
    // 10 at list, 5 at 20.00.
    ['graduated', { model: 'graduated', scope: { kind: 'order' }, tiers: [{ from: 11, price: '20' }] }, 40_000],
    // 10 in packs of 4 are 3 packs; TEL-200 is not in them.
    [
      'pack',
      { model: 'pack', packSize: 4, scope: { kind: 'sku', sku: 'tel-100 ' }, tiers: [{ from: 1, price: '100' }] },
      45_000,
    ],
  ])('of the %s model are in the quote', async (_, schedule, expected) => {
    await say({ currency: 'EUR', ...schedule });
    expect(await perTerm()).toEqual(eur(expected));
    expect((await stated({}, at())).schedules).toMatchObject([schedule]);
  });

  test('come before what was learned of the product, and never mix currencies', async () => {
    for (const id of ['c1', 'c2'])
      await observe({ id, duration: 'P1Y', url: URL_SEEN, ...recalculation(10, 50) }, at());
    expect(await perTerm()).toEqual(eur(30_000));
    const own = { model: 'volume', scope: { kind: 'sku', sku: 'TEL-100' } } as const;
    await say({ ...own, tiers: [{ from: 1, percent: '10' }] });
    expect(await perTerm()).toEqual(eur(42_000));
    await say({ ...own, tiers: [{ from: 1, price: '1' }], currency: 'CHF', scope: { kind: 'order' } });
    expect(await perTerm()).toEqual(eur(30_000));
  });

  test('say in which currency a price is, and have an id each', () => {
    const tiers = [{ from: 1, price: '1' }];
    const own = { id: 's', source: 'settings', model: 'volume', scope: { kind: 'order' }, tiers };
    const takes = (...schedules: object[]) => v.is(StatedDiscounts, schedules);
    expect([takes(own), takes({ ...own, currency: 'EUR' })]).toEqual([false, true]);
    const free = { ...own, tiers: [{ from: 1, percent: '5' }] };
    expect([takes(free), takes(free, free), takes(free, { ...free, id: 't' })]).toEqual([true, false, true]);
  });

  test('that cannot be read are told, left out, and kept', async () => {
    browser.storage.local.data['discounts'] = [{ id: 'old', percent: 5 }];
    await say({ model: 'volume', scope: { kind: 'order' }, tiers: [{ from: 1, percent: '10' }] });
    const { quote: chosen, reasons } = await quote({ lines });
    expect([chosen?.total?.perTerm, codes(reasons)]).toEqual([
      eur(40_500),
      ['quote-without-list', 'quote-discounts-unreadable'],
    ]);
    expect((await stated({}, at())).unreadable).toBe(1);
  });
});

test('a cart too large to be added up exactly says so, and has no amounts', async () => {
  const price = { decimal: '999999999999', currency: 'EUR', per: 'month' as const };
  const lines = [{ key: 'r1', sku: 'X', quantity: 1_000_000, price }];
  const { quote: chosen, compared, reasons } = await quote({ lines });
  expect([chosen, compared, codes(reasons)]).toEqual([undefined, undefined, ['quote-without-list', 'quote-too-large']]);
});

describe('what recalculations teach', () => {
  const see = (id: string, off: number) =>
    observe({ id, duration: 'P1Y', url: URL_SEEN, ...recalculation(10, off) }, at());

  test('is stored once, however often it is told', async () => {
    expect([(await see('c1', 5)).stored, (await see('c1', 5)).stored]).toEqual([1, 0]);
    const { learned: known } = await learned({}, at());
    expect(known).toMatchObject([{ sku: 'TEL-100', tiers: [], single: [{ from: 10, percent: '5' }] }]);
  });

  test('is offered once it agrees, and shown where it contradicts', async () => {
    await see('c1', 5);
    expect((await see('c2', 5)).learned).toMatchObject([{ tiers: [{ from: 10, percent: '5' }], contradictions: [] }]);
    expect((await see('c3', 8)).learned).toMatchObject([{ tiers: [], contradictions: [{ length: 3 }] }]);
    expect((await learned({ skus: ['OTHER'] }, at())).learned).toEqual([]);
  });

  test('is found by the product’s printed name too, and put together under one article number', async () => {
    const named = ({ before, after }: ReturnType<typeof recalculation>) => ({
      before: before.map((line) => ({ ...line, sku: 'Desk phone' })),
      after: after.map((line) => ({ ...line, sku: 'Desk phone' })),
    });
    const price = { decimal: '30', currency: 'EUR', per: 'term' as const };
    const lines = [{ key: 'r1', sku: 'TEL-100', product: 'Desk phone', quantity: 10, price }];
    await see('c1', 5);
    expect((await quote({ duration: 'P1Y', lines })).quote?.lines[0]).toMatchObject({ perTerm: eur(30_000) });
    await observe({ id: 'c2', duration: 'P1Y', url: URL_SEEN, ...named(recalculation(10, 5)) }, at());
    expect((await quote({ duration: 'P1Y', lines })).quote?.lines[0]).toMatchObject({ perTerm: eur(28_500) });
  });

  test('is taken back by its id', async () => {
    await see('c1', 5);
    await see('c2', 8);
    const { learned: known } = await learned({}, at());
    const [first] = known[0]?.contradictions[0] ?? [];
    await forget({ ids: [first?.id ?? ''] }, at());
    expect((await learned({}, at())).learned).toMatchObject([{ single: [{ percent: '8' }], contradictions: [] }]);
  });

  test('is nothing where the cart changed meanwhile', async () => {
    const { before } = recalculation(10, 0);
    const { after } = recalculation(9, 0);
    const { stored, unlearned } = await observe({ id: 'c1', duration: 'P1Y', url: URL_SEEN, before, after }, at());
    expect([stored, unlearned]).toEqual([0, [{ sku: 'TEL-100', why: 'quantity-changed' }]]);
  });
});

test('the settings offer every convention that the rules have', () => {
  expect(CHOICES.convention).toEqual(CONVENTIONS);
});
