import './setup.ts';
import { describe, expect, test } from 'vitest';
import * as customers from '../../../src/background/handlers/customers.ts';
import { judge } from '../../../src/background/handlers/devices.ts';
import * as invoices from '../../../src/background/handlers/invoices.ts';
import { advise } from '../../../src/background/handlers/order-advice.ts';
import { seen as pbxesSeen } from '../../../src/background/handlers/pbxes.ts';
import { plan } from '../../../src/background/handlers/run-plan.ts';
import * as stock from '../../../src/background/handlers/stock.ts';
import type { PbxFacts } from '../../../src/core/facts.ts';
import { CUSTOMERS_CHANGED } from '../../../src/core/messages/memory-contract.ts';
import type { InvoiceFacts } from '../../../src/core/records/invoice.ts';
import type { StockFacts } from '../../../src/core/records/stock.ts';
import { ACME, at, BETA, browser, day, devices, putRaw, rawRows, URL_SEEN } from './setup.ts';

const LATER = at('2026-11-26T10:00:00.000Z');
const url = URL_SEEN;

describe('stock', () => {
  const see = (products: StockFacts[], time = at()) => stock.seen({ products, url }, time);
  const told = async (...keys: string[]) =>
    (await stock.remembered({ keys }, LATER)).stocks.map(({ key, record, ageDays }) => [key, record.stock, ageDays]);

  test('is found by article number or by name, with its age in calendar days', async () => {
    await see([{ product: 'WP490 G2', sku: 'WP490G2', stock: -186 }]);
    expect(await told('wp490g2', 'wp490 g2', 'WP480')).toEqual([
      ['wp490g2', -186, 3],
      ['wp490 g2', -186, 3],
    ]);
  });

  test('a page that lists fewer products takes nothing away, and the newer figure counts', async () => {
    await see([
      { product: 'A', sku: 'A1', stock: 5 },
      { product: 'B', sku: 'B1', stock: 7 },
    ]);
    await see([{ product: 'B', sku: 'B1', stock: 6 }], LATER);
    expect(await told('a1', 'b1')).toEqual([
      ['a1', 5, 3],
      ['b1', 6, 0],
    ]);
    const rows = await rawRows('stocks');
    expect(rows.map((row) => (row['record'] as { revision: number }).revision)).toEqual([1, 2]);
  });

  test('two figures for one product on one page are none', async () => {
    await see([{ product: 'A', sku: 'A1', stock: 5 }]);
    await see(
      [
        { product: 'A', sku: 'A1', stock: 1 },
        { product: 'A', sku: 'A1', stock: 2 },
      ],
      LATER,
    );
    expect(await told('a1')).toEqual([['a1', 5, 3]]);
  });

  test('a name that two products share tells neither', async () => {
    await see([
      { product: 'Vision', sku: 'V1', stock: 5 },
      { product: 'Vision', sku: 'V2', stock: 9 },
    ]);
    expect(await told('vision')).toEqual([]);
    expect(await told('v1')).toEqual([['v1', 5, 3]]);
  });
});

describe('invoices', () => {
  const LATE: InvoiceFacts = { number: 'I-1', due: day('2026-11-20'), state: 'overdue', statusText: 'Overdue' };
  const PAID: InvoiceFacts = { number: 'I-0', due: day('2026-10-20'), state: 'paid', statusText: 'Paid' };
  const see = (list: InvoiceFacts[], complete = true, time = at()) =>
    invoices.seen({ invoices: list, complete, url }, time);
  const outlook = async (time = at()) => {
    const { overdue, ageDays } = await invoices.remembered({}, time);
    return [overdue.ordering.verdict, overdue.daysOverdue, overdue.ordering.reasons.map(({ code }) => code), ageDays];
  };

  test('never seen: cannot tell', async () => {
    expect(await outlook()).toEqual(['unknown', 0, ['invoices-not-seen'], undefined]);
  });

  test('the oldest open one stands on the ladder of today, whenever it was seen', async () => {
    await see([LATE, PAID]);
    expect(await outlook()).toEqual(['yes', 3, ['overdue-orders-blocked-soon'], 0]);
    expect(await outlook(LATER)).toEqual(['no', 6, ['overdue-orders-blocked'], 3]);
  });

  test('a part of the list, or a status that is not understood, never says yes', async () => {
    await see([PAID], false);
    expect(await outlook()).toEqual(['unknown', 0, ['invoices-partly-seen'], 0]);
    await see([PAID, { number: 'I-2', state: 'unknown', statusText: 'Sub judice' }]);
    expect(await outlook()).toEqual(['unknown', 0, ['invoices-status-unknown'], 0]);
  });

  test('a partial list removes nothing; a complete one does, but not an empty one', async () => {
    await see([LATE, PAID]);
    await see([PAID], false, LATER);
    await see([], true, LATER);
    expect((await invoices.remembered({}, LATER)).invoices.map(({ number }) => number)).toEqual(['I-0', 'I-1']);
    await see([PAID], true, LATER);
    expect((await invoices.remembered({}, LATER)).invoices.map(({ number }) => number)).toEqual(['I-0']);
  });

  test('a page without a column takes no fact away, and what it does not show keeps its age', async () => {
    await see([LATE]);
    await see([{ number: 'I-1', state: 'unknown' }], false, LATER);
    expect((await invoices.remembered({}, LATER)).invoices).toMatchObject([
      { due: '2026-11-20', state: 'overdue', revision: 1, seen: { at: at().at } },
    ]);
  });

  test('one number with two due dates has none: that is said', async () => {
    await see([LATE, { ...LATE, due: day('2026-11-30') }]);
    expect(await outlook()).toEqual(['unknown', 0, ['invoices-undated'], 0]);
  });

  test('what cannot be read is left alone and keeps the answer from being a yes', async () => {
    await see([PAID]);
    await putRaw('invoices', { id: 'i-9', record: { broken: true }, complete: 1 });
    await see([PAID, { ...PAID, number: 'I-9' }], false, LATER);
    expect(await rawRows('invoices')).toHaveLength(2);
    expect((await outlook(LATER))[0]).toBe('unknown');
  });
});

describe('customers', () => {
  const OFFICE: PbxFacts = { name: 'Office', term: 'P1Y', expiration: day('2027-05-01') };
  const see = (list: (typeof ACME)[], complete = true, time = at()) =>
    customers.seen({ customers: list, complete, url }, time);
  const pbxes = (complete: boolean, customer = ACME) => pbxesSeen({ customer, pbxes: [OFFICE], complete, url }, at());
  const levels = async () =>
    (await customers.remembered({}, LATER)).customers.map(({ customer, level, ageDays }) => [
      customer.key,
      level,
      ageDays,
    ]);

  test('each with how much of its PBXes is known', async () => {
    await see([ACME, BETA, { key: 'ceta', name: 'Ceta' }]);
    await pbxes(true);
    await pbxes(false, BETA);
    await pbxes(true, { key: 'delta', name: 'Delta' });
    expect(await levels()).toEqual([
      ['acme', 'all', 3],
      ['beta', 'some', 3],
      ['ceta', 'none', 3],
      ['delta', 'all', 3],
    ]);
    expect(await customers.facts({ customer: ACME }, LATER)).toMatchObject({
      level: 'all',
      pbxes: [{ contradictory: false, ageDays: 3, record: { name: 'Office' } }],
    });
  });

  test('two PBXes of one name that differ are marked as such', async () => {
    await pbxesSeen({ customer: ACME, pbxes: [OFFICE, { ...OFFICE, term: 'P5Y' }], complete: true, url }, at());
    const { pbxes: all } = await customers.facts({ customer: ACME }, LATER);
    expect(all.map(({ contradictory }) => contradictory)).toEqual([true, true]);
  });

  test('of a name that the list shows twice nothing remembered is used', async () => {
    await pbxes(true);
    await see([ACME, BETA, ACME]);
    expect(await levels()).toEqual([
      ['acme', 'unclear', 3],
      ['beta', 'none', 3],
    ]);
    const { verdicts, pbxes: told } = await judge({ customer: ACME, devices: devices('A') }, at());
    expect(verdicts).toMatchObject([{ verdict: 'unknown', reasons: [{ code: 'customer-namesakes' }] }]);
    expect(told).toEqual([]);
    const { judgement } = await advise({ customer: ACME, pbx: 'Office', duration: 'P1Y', stocks: [] }, at());
    expect(judgement).toMatchObject({ verdict: 'unknown', reasons: [{ code: 'customer-namesakes' }] });
    await expect(plan({ id: 'r1', customer: ACME, devices: devices('A'), url }, at())).rejects.toMatchObject({
      reason: { code: 'customer-namesakes' },
    });
  });

  test('a part of the list that shows the name once says nothing against that; all of it does', async () => {
    await see([ACME, ACME]);
    await see([ACME], false, LATER);
    expect((await levels())[0]).toEqual(['acme', 'unclear', 0]);
    await see([ACME], true, LATER);
    expect((await levels())[0]).toEqual(['acme', 'none', 0]);
  });

  test('open pages hear of names that come and go, and of nothing else', async () => {
    const told = () => browser.storage.local.data[CUSTOMERS_CHANGED];
    const heard: boolean[] = [];
    const tells = async (what: Promise<unknown>) => {
      const before = told();
      await what;
      heard.push(told() !== before);
    };
    await tells(see([ACME, BETA]));
    await tells(see([ACME, BETA], true, LATER));
    await tells(see([ACME, ACME], false, LATER));
    await tells(see([ACME], true, LATER));
    await tells(pbxes(false));
    await tells(pbxes(true));
    expect(heard).toEqual([true, false, false, true, true, false]);
  });

  test('who is known is on the list, or has PBXes that were seen', async () => {
    const ceta = { key: 'ceta', name: 'Ceta' };
    await see([BETA]);
    await pbxes(false);
    expect(await customers.known({ customers: [ACME, BETA, ceta] }, at())).toEqual({ known: [ACME, BETA] });
  });

  test('a full disk keeps open pages from hearing of it, and nothing else', async () => {
    browser.storage.local.set.mockRejectedValueOnce(new Error('full'));
    expect(await see([ACME])).toEqual({ stored: 1 });
    expect((await levels()).map(([key]) => key)).toEqual(['acme']);
  });

  test('a part of the list removes nobody', async () => {
    await see([ACME, BETA]);
    await see([BETA], false, LATER);
    expect((await levels()).map(([key]) => key)).toEqual(['acme', 'beta']);
  });
});
