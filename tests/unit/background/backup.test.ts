import './setup.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RefusedError } from '../../../src/background/failures.ts';
import { note } from '../../../src/background/handlers/agreements.ts';
import { clear, merged, mergePart, overview, part } from '../../../src/background/handlers/backup.ts';
import { noteRecalculated } from '../../../src/background/handlers/carts.ts';
import { seen as customersSeen } from '../../../src/background/handlers/customers.ts';
import { put } from '../../../src/background/handlers/discounts.ts';
import { seen as invoicesSeen } from '../../../src/background/handlers/invoices.ts';
import { search } from '../../../src/background/handlers/order-search.ts';
import { asked } from '../../../src/background/handlers/orders.ts';
import { seen as ordersSeen } from '../../../src/background/handlers/orders-seen.ts';
import { seen as pbxesSeen } from '../../../src/background/handlers/pbxes.ts';
import { storedLists } from '../../../src/background/handlers/price-lists.ts';
import { save as saveProfile } from '../../../src/background/handlers/profiles.ts';
import { plan, resume } from '../../../src/background/handlers/run-plan.ts';
import { advance, list as listRuns, observe, rewind } from '../../../src/background/handlers/runs.ts';
import { save as saveCarts } from '../../../src/background/handlers/saved-carts.ts';
import { getSettings, setSettings } from '../../../src/background/handlers/settings.ts';
import { set as setWord } from '../../../src/background/handlers/state-words.ts';
import { seen as stockSeen } from '../../../src/background/handlers/stock.ts';
import { BackupWriter, readBackup } from '../../../src/core/backup/file.ts';
import { BACKUP_STORES, type BackupStore } from '../../../src/core/backup/stores.ts';
import type { OrderRecord } from '../../../src/core/records/order.ts';
import type { PbxRecord } from '../../../src/core/records/pbx.ts';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { POLISH } from '../core/taught-page.ts';
import { ACME, at, BETA, browser, day, devices, putRaw, rawRows, URL_SEEN } from './setup.ts';
import { article, store as storeList } from './stored-list.ts';

const LATER = at('2026-11-24T10:00:00.000Z');
const HERE = 'this computer';
const ORDERS_URL = 'https://my.wildix.com/?#!orders';

type File = Readonly<Partial<Record<BackupStore, readonly unknown[]>>>;

/** Everything as the options page writes it out, through the text of a file. */
async function exported(): Promise<File> {
  const writer = new BackupWriter({ exportedAt: LATER.at, product: '1.2.3' });
  for (const store of BACKUP_STORES) {
    const parts: unknown[][] = [];
    let after: Awaited<ReturnType<typeof part>>['next'];
    do {
      const { entries, next } = await part({ store, ...(after !== undefined && { after }) }, LATER);
      parts.push(entries);
      after = next;
    } while (after !== undefined);
    writer.add(store, parts);
  }
  const file = readBackup(writer.finish().join(''));
  if ('refused' in file) throw new Error(file.refused.code);
  return file.stores;
}

/** `from`: the installation that made the file. */
async function takeIn(file: File, write = true, from = HERE) {
  const counts: Partial<Record<BackupStore, Awaited<ReturnType<typeof mergePart>>>> = {};
  for (const store of BACKUP_STORES) {
    const entries = file[store] ?? [];
    if (entries.length > 0)
      counts[store] = await mergePart({ store, entries: [...entries], first: 0, write, from }, LATER);
  }
  if (write) await merged({}, LATER);
  return counts;
}

beforeEach(() => {
  browser.storage.local.data.installation = HERE;
});

const ofOrders = (number: string, more: object = {}) => ({
  number,
  date: day('2026-11-20'),
  customer: ACME,
  contract: 'hwaas' as const,
  state: 'processing' as const,
  statusText: 'In process',
  ...more,
});

async function seeOrders(orders: ReturnType<typeof ofOrders>[], time = at()) {
  await ordersSeen({ orders, complete: true, list: true, url: ORDERS_URL }, time);
}

const planRun = (id: string, keys: string[], time = at()) =>
  plan({ id, customer: ACME, devices: devices(...keys), url: URL_SEEN }, time);

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusedError) return error.reason.code;
    throw error;
  }
  return 'not refused';
};

/** Something of everything. */
async function fill(): Promise<void> {
  await setSettings({ settings: { ...DEFAULT_SETTINGS, staleDays: 3 } }, at());
  await put(
    {
      schedule: {
        id: 'd1',
        scope: { kind: 'sku', sku: 'A' },
        model: 'volume',
        per: 'term',
        tiers: [{ from: 10, percent: '5' }],
        source: 'settings',
      },
    },
    at(),
  );
  await setWord({ word: 'In process', state: 'backordered' }, at());
  await saveProfile({ id: 'p1', profile: POLISH }, at());
  await customersSeen({ customers: [ACME, BETA], complete: true, url: URL_SEEN }, at());
  await pbxesSeen(
    {
      customer: ACME,
      complete: true,
      url: URL_SEEN,
      pbxes: [
        { name: 'Office', term: 'P1Y', expiration: day('2027-05-01') },
        { name: 'Old', term: 'lifetime' },
      ],
    },
    at(),
  );
  await note({ customer: ACME, signed: day('2026-11-01') }, at());
  await noteRecalculated({ customer: ACME, signature: 's', url: URL_SEEN }, at());
  await saveCarts(
    { carts: [{ id: 'c1', name: 'Office', lines: [{ product: 'WP480', quantity: 2 }] }], imported: false },
    at(),
  );
  await stockSeen({ products: [{ product: 'WP490 G2', sku: 'WP490G2', stock: -186 }], url: URL_SEEN }, at());
  await invoicesSeen({ invoices: [{ number: 'I-1', state: 'open' }], complete: true, url: URL_SEEN }, at());
  await putRaw('observations', { id: 'o1', sku: 'A', record: { broken: true } });
  await storeList('l1', [article('A', { P1M: 100 }), article('B', { P1M: 200 }, 'Bee')], {
    mapping: { shape: 'a|b', sheet: '', headerRow: 1, columns: [] },
  });
  await putRaw('reminded', { id: 'fact 1', at: at().at });
  await seeOrders([ofOrders('1'), ofOrders('2', { date: undefined })]);
  await planRun('r1', ['A', 'B']);
}

describe('everything as one file', () => {
  test('comes back as it was into an empty store, and a second time changes nothing', async () => {
    await fill();
    const before = await exported();
    for (const store of BACKUP_STORES) expect(before[store]?.length, store).toBeGreaterThan(0);
    expect((await overview({}, at())).openRuns).toBe(1);
    await clear({ openRuns: 1 }, LATER);
    expect(browser.storage.local.data).toEqual({});
    browser.storage.local.data.installation = HERE;
    for (const store of BACKUP_STORES.filter((one) => one !== 'settings' && one !== 'discounts'))
      expect(await rawRows(store), store).toEqual([]);
    expect((await getSettings({}, at())).settings).toEqual(DEFAULT_SETTINGS);

    const preview = await takeIn(before, false);
    expect(await rawRows('orders')).toEqual([]);
    const taken = await takeIn(before);
    expect(taken).toEqual(preview);
    expect(taken.orders).toEqual({ new: 2, newer: 0, same: 0, older: 0, broken: 0, wrong: [] });
    expect(taken.observations).toMatchObject({ broken: 1, wrong: [{ n: 1 }] });

    const after = await exported();
    const { runs, carts, observations: _, ...rest } = after;
    const { runs: runsBefore, carts: cartsBefore, observations: __, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    // That WMP recalculated a cart holds where it was seen; a run that is not settled is not gone on with elsewhere.
    expect(carts).toMatchObject([{ record: { signature: '' } }]);
    expect(cartsBefore).toMatchObject([{ record: { signature: 's' } }]);
    expect(runs).toEqual(
      runsBefore?.map((one) => ({ record: { ...(one as { record: RunRecord }).record, elsewhere: true } })),
    );

    const again = await takeIn(before);
    for (const [store, counts] of Object.entries(again))
      expect([store, counts.new, counts.newer]).toEqual([store, 0, 0]);
    expect(await exported()).toEqual(after);
  });

  test('has its orders found by search, and its price list in use', async () => {
    await fill();
    const file = await exported();
    await clear({ openRuns: 1 }, LATER);
    await takeIn(file);
    const found = await search({ filter: { text: 'acme' }, skip: 0, limit: 10 }, LATER);
    expect(found.total).toBe(2);
    expect(await storedLists(LATER)).toMatchObject({ active: 'l1', lists: [{ id: 'l1', items: 2 }] });
    expect((await rawRows('pbxes')).map(({ complete }) => complete)).toEqual([1, 1]);
  });

  test('that is in use here stays in use', async () => {
    await storeList('l1', [article('A', { P1M: 100 })]);
    const file = await exported();
    await clear({ openRuns: 0 }, LATER);
    await storeList('l2', [article('A', { P1M: 300 })]);
    await takeIn(file);
    expect((await storedLists(LATER)).active).toBe('l2');
  });
});

describe('a full disk while a file is taken in', () => {
  test('leaves whole parts, says so, and a second time brings the rest', async () => {
    await fill();
    const file = await exported();
    await clear({ openRuns: 1 }, LATER);
    const real = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const [row] = args as [{ id?: string }];
      if (this.name === 'orders' && row.id === 'number:2') throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, args);
    });
    await expect(takeIn(file)).rejects.toMatchObject({ detail: 'QuotaExceededError' });
    spy.mockRestore();
    // Of the part in which it happened nothing is there, all before it is.
    expect(await rawRows('orders')).toEqual([]);
    expect(await rawRows('orderParts')).toEqual([]);
    expect(await rawRows('runs')).toHaveLength(1);

    const taken = await takeIn(file);
    expect(taken.orders).toMatchObject({ new: 2, newer: 0 });
    for (const [store, counts] of Object.entries(taken)) {
      if (store !== 'orders') expect([store, counts.new, counts.newer]).toEqual([store, 0, 0]);
    }
  });
});

describe('who wrote a record', () => {
  const written = async (id: string) => {
    const row = (await rawRows('agreements')).find((one) => one.id === id);
    return (row?.record as { updatedOn?: string } | undefined)?.updatedOn;
  };

  test('goes with it from computer to computer, and comes home as its own', async () => {
    browser.storage.local.data.installation = 'A';
    await note({ customer: ACME, signed: day('2026-11-01') }, at());
    await note({ customer: BETA, signed: day('2026-11-01') }, at());
    expect((await overview({ leaving: true }, at())).installation).toBe('A');
    expect(await written('acme')).toBeUndefined();
    const file = await exported();

    await clear({ openRuns: 0 }, LATER);
    browser.storage.local.data.installation = 'B';
    await takeIn(file, true, 'A');
    expect([await written('acme'), await written('beta')]).toEqual(['A', 'A']);
    await note({ customer: BETA, signed: day('2026-11-02') }, LATER);
    expect([await written('acme'), await written('beta')]).toEqual(['A', undefined]);
    const back = await exported();

    await clear({ openRuns: 0 }, LATER);
    browser.storage.local.data.installation = 'A';
    await takeIn(back, true, 'B');
    expect([await written('acme'), await written('beta')]).toEqual([undefined, 'B']);
  });

  test('is somebody else where a file does not name who made it', async () => {
    await note({ customer: ACME, signed: day('2026-11-01') }, at());
    const file = await exported();
    await clear({ openRuns: 0 }, LATER);
    await mergePart({ store: 'agreements', entries: [...(file.agreements ?? [])], first: 0, write: true }, LATER);
    expect(await written('acme')).toBe('unnamed');
  });

  test('is one installation until everything is deleted', async () => {
    const made = async () => (await overview({ leaving: true }, at())).installation;
    const installation = await made();
    expect(await made()).toBe(installation);
    await clear({ openRuns: 0 }, LATER);
    expect((await overview({}, at())).installation).toBeUndefined();
    expect(await made()).not.toBe(installation);
  });
});

describe('of what is here and in the file', () => {
  test('what was seen later stays, whatever revisions two computers counted', async () => {
    const see = (stock: number, time: ReturnType<typeof at>) =>
      stockSeen({ products: [{ product: 'A', sku: 'A', stock }], url: URL_SEEN }, time);
    for (const stock of [1, 2, 3]) await see(stock, at());
    const old = await exported();
    await clear({ openRuns: 0 }, LATER);
    await see(9, LATER);
    expect((await takeIn(old)).stocks).toMatchObject({ older: 1, newer: 0 });
    const late = await exported();
    await clear({ openRuns: 0 }, LATER);
    await see(3, at());
    expect((await takeIn(late)).stocks).toMatchObject({ newer: 1 });
    expect(await rawRows('stocks')).toMatchObject([{ record: { stock: 9 } }]);
  });

  test('a PBX that a later look did not show makes the set one that is not known to be whole', async () => {
    const see = (name: string, time: ReturnType<typeof at>) =>
      pbxesSeen({ customer: ACME, complete: true, url: URL_SEEN, pbxes: [{ name, term: 'P1Y' }] }, time);
    await see('Gone', at());
    const file = await exported();
    await clear({ openRuns: 0 }, LATER);
    await see('Office', LATER);
    await takeIn(file);
    expect(
      Object.fromEntries(
        (await rawRows('pbxes')).map(({ complete, record }) => [(record as PbxRecord).name, complete]),
      ),
    ).toEqual({ Gone: 0, Office: 1 });
  });

  test('an order that one noted at checkout and the other saw in Orders is one', async () => {
    await seeOrders([ofOrders('77', { statusText: 'Shipped', state: 'shipped' })], LATER);
    const listed = await exported();
    await clear({ openRuns: 0 }, LATER);
    await asked(
      {
        id: 'own',
        contract: 'hwaas',
        customer: ACME,
        lines: [{ product: 'A', quantity: 3, stock: -2 }],
        url: URL_SEEN,
      },
      at(),
    );
    const [row] = await rawRows('orders');
    await putRaw('orders', {
      ...row,
      number: '77',
      record: { ...(row?.['record'] as object), number: '77', evidence: 'answered' },
    });
    const noted = await exported();
    expect((await takeIn(listed)).orders).toMatchObject({ newer: 1, new: 0 });
    const [joined, ...others] = (await rawRows('orders')).map(({ record }) => record as OrderRecord);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({ id: 'own', state: 'shipped', evidence: 'listed', lines: [{ stock: -2 }] });
    // The other way round it is the same.
    await clear({ openRuns: 0 }, LATER);
    await takeIn(listed);
    await takeIn(noted);
    expect((await rawRows('orders')).map(({ record }) => record)).toEqual([joined]);
    expect((await search({ filter: { text: '77' }, skip: 0, limit: 10 }, LATER)).total).toBe(1);
  });

  test('an order of the file twice is one', async () => {
    await seeOrders([ofOrders('1')]);
    const file = await exported();
    await clear({ openRuns: 0 }, LATER);
    const counts = await mergePart(
      { store: 'orders', entries: [...(file.orders ?? []), ...(file.orders ?? [])], first: 0, write: true },
      LATER,
    );
    expect(counts).toMatchObject({ new: 1, same: 1 });
    expect(await rawRows('orders')).toHaveLength(1);
  });

  test('the partner’s own word counts for orders of the file, too', async () => {
    await seeOrders([ofOrders('1')]);
    const file = await exported();
    await clear({ openRuns: 0 }, LATER);
    await setWord({ word: 'In process', state: 'shipped' }, LATER);
    await takeIn(file);
    expect((await rawRows('orders'))[0]).toMatchObject({ record: { state: 'shipped' }, phase: 2 });
  });
});

describe('a conversion of a file', () => {
  beforeEach(() =>
    pbxesSeen(
      {
        customer: ACME,
        complete: true,
        url: URL_SEEN,
        pbxes: [{ name: 'Office', term: 'P1Y', expiration: day('2027-05-01') }],
      },
      at(),
    ),
  );

  test('that is not settled keeps its devices from being converted, and is not gone on with', async () => {
    await planRun('r1', ['A', 'B']);
    for (const to of ['selecting', 'selected', 'asked'] as const) await advance({ id: 'r1', to }, at());
    const file = await exported();
    await clear({ openRuns: 1 }, LATER);
    await pbxesSeen(
      {
        customer: ACME,
        complete: true,
        url: URL_SEEN,
        pbxes: [{ name: 'Office', term: 'P1Y', expiration: day('2027-05-01') }],
      },
      at(),
    );
    await takeIn(file);
    // Where it was carried out, Agree may have been pressed since.
    expect((await listRuns({}, LATER)).runs[0]?.devices.map(({ step }) => step)).toEqual(['unknown', 'unknown']);
    expect(await refusal(planRun('r2', ['A'], LATER))).toBe('device-in-run');
    expect(await refusal(advance({ id: 'r1', to: 'agreeing' }, LATER))).toBe('run-elsewhere');
    expect(await refusal(rewind({ id: 'r1' }, LATER))).toBe('run-elsewhere');
    expect(await refusal(resume({ id: 'r1', devices: devices('A'), url: URL_SEEN }, LATER))).toBe('run-elsewhere');
    await takeIn(file);
    expect((await listRuns({}, LATER)).runs[0]?.devices.map(({ step }) => step)).toEqual(['unknown', 'unknown']);
    await observe(
      {
        customer: ACME,
        url: URL_SEEN,
        devices: devices('A', 'B').map((one) => ({ ...one, contract: 'hwaas' as const })),
      },
      LATER,
    );
    expect((await listRuns({}, LATER)).runs).toEqual([]);
  });

  test('never takes back what is known here to have been agreed to', async () => {
    await planRun('r1', ['A']);
    const file = await exported();
    for (const to of ['selecting', 'selected', 'asked', 'agreeing', 'accepted'] as const)
      await advance({ id: 'r1', to }, at());
    expect((await takeIn(file)).runs).toMatchObject({ older: 1 });
    expect((await listRuns({}, LATER)).runs[0]).toMatchObject({ devices: [{ step: 'accepted' }] });
    expect((await listRuns({}, LATER)).runs[0]?.elsewhere).toBeUndefined();
  });

  test('that cannot be read keeps its devices all the same, and is said to be broken', async () => {
    await planRun('r1', ['A']);
    const [row] = await rawRows('runs');
    await putRaw('runs', { ...row, record: { broken: true } });
    const file = await exported();
    await clear({ openRuns: 1 }, LATER);
    expect((await takeIn(file)).runs).toMatchObject({ new: 0, broken: 1, wrong: [{ n: 1 }] });
    expect(await rawRows('runs')).toEqual([{ ...row, record: { broken: true } }]);
    expect(await refusal(planRun('r2', ['A'], LATER))).toBe('device-in-run');
  });
});

describe('a file that is not right', () => {
  test.each<[string, string, string]>([
    ['of something else', '{"a":1}', 'backup-foreign'],
    ['that is no JSON', 'PK\u0003', 'backup-foreign'],
    ['that was cut off', '{"kind":"wmp-companion-data","version":1,', 'backup-cut-off'],
    ['of a later version', '{"kind":"wmp-companion-data","version":2}', 'backup-too-new'],
    ['without its stores', '{"kind":"wmp-companion-data","version":1}', 'backup-broken'],
  ])('%s is refused', (_, text, code) => {
    expect(readBackup(text)).toMatchObject({ refused: { code } });
  });

  test('a record is missing that was counted', async () => {
    await seeOrders([ofOrders('1'), ofOrders('2')]);
    const writer = new BackupWriter({ exportedAt: LATER.at, product: '1' });
    writer.add('orders', [(await exported()).orders ?? []]);
    const file = JSON.parse(writer.finish().join('')) as { stores: { orders: unknown[] } };
    file.stores.orders.pop();
    expect(readBackup(JSON.stringify(file))).toMatchObject({ refused: { code: 'backup-cut-off' } });
  });

  test('a price list without all its articles does not come in, and leaves none behind', async () => {
    await storeList('l1', [article('A', { P1M: 100 }), article('B', { P1M: 100 })]);
    const { priceItems = [], ...file } = await exported();
    await clear({ openRuns: 0 }, LATER);
    expect((await takeIn({ ...file, priceItems: priceItems.slice(1) })).priceLists).toMatchObject({
      new: 0,
      broken: 1,
    });
    expect((await storedLists(LATER)).lists).toEqual([]);
    expect(await rawRows('priceItems')).toEqual([]);
  });

  test('a record that is wrong is named, the others come in', async () => {
    await seeOrders([ofOrders('1'), ofOrders('2')]);
    const { orders = [] } = await exported();
    await clear({ openRuns: 0 }, LATER);
    const [first, second] = structuredClone(orders) as { record: { state: string } }[];
    if (first) first.record.state = 'eaten';
    expect(await mergePart({ store: 'orders', entries: [first, second], first: 500, write: true }, LATER)).toEqual({
      new: 1,
      newer: 0,
      same: 0,
      older: 0,
      broken: 1,
      wrong: [{ n: 501, where: 'record.state' }],
    });
  });
});

describe('delete all', () => {
  test('is refused where more conversions are not settled than the partner was warned of', async () => {
    await fill();
    expect(await refusal(clear({ openRuns: 0 }, LATER))).toBe('clear-runs-changed');
    expect(await rawRows('runs')).toHaveLength(1);
    expect(browser.storage.local.data['discounts']).toBeDefined();
  });

  test('again is the repeat that it is', async () => {
    await fill();
    await clear({ openRuns: 1 }, LATER);
    expect(await clear({ openRuns: 1 }, LATER)).toEqual({});
  });
});
