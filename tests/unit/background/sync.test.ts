import './setup.ts';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { onStorageChanged } from '../../../src/background/events.ts';
import { clear, sync } from '../../../src/background/handlers/backup.ts';
import { drop, put } from '../../../src/background/handlers/discounts.ts';
import { list as profiles, remove as removeProfile, save } from '../../../src/background/handlers/profiles.ts';
import { forget, set, list as words } from '../../../src/background/handlers/state-words.ts';
import { readStated } from '../../../src/background/stated-discounts.ts';
import type { DiscountSchedule } from '../../../src/core/rules/discount/schedule.ts';
import { SYNC_LIMITS } from '../../../src/core/sync/items.ts';
import { POLISH } from '../core/taught-page.ts';
import { at, browser, rawRows } from './setup.ts';

const time = (hour: number) => at(`2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z`);

/** Two computers with one synchronised storage: each has its own database and local storage. */
function computers() {
  const each: Record<'a' | 'b', { db: IDBFactory; local: Record<string, unknown> }> = {
    a: { db: globalThis.indexedDB, local: { installation: 'A' } },
    b: { db: new IDBFactory(), local: { installation: 'B' } },
  };
  browser.storage.local.data.installation = 'A';
  let now: 'a' | 'b' = 'a';
  return (which: 'a' | 'b') => {
    const { data } = browser.storage.local;
    each[now] = { db: globalThis.indexedDB, local: { ...data } };
    for (const key of Object.keys(data)) delete data[key];
    Object.assign(data, each[which].local);
    globalThis.indexedDB = each[which].db;
    now = which;
  };
}

/** The other installations that words are known from. */
const writers = async () =>
  (await rawRows('stateWords')).flatMap(({ record }) => (record as { updatedOn?: string }).updatedOn ?? []);

const shown = async () => ({
  words: (await words({}, at())).words.map(({ word, state }) => `${word}=${state}`),
  pages: (await profiles({}, at())).profiles.map(({ id, profile }) => `${id}=${profile.name}`).sort(),
  discounts: (await readStated()).schedules.map(({ id, tiers }) => `${id}=${tiers[0]?.percent}`),
});

const tiers = (id: string, percent: string) => ({
  id,
  scope: { kind: 'sku' as const, sku: 'A' },
  model: 'volume' as const,
  per: 'term' as const,
  tiers: [{ from: 10, percent }],
  source: 'settings' as const,
});

async function stateDiscounts({ schedules }: { schedules: DiscountSchedule[] }, time: ReturnType<typeof at>) {
  for (const { id } of (await readStated()).schedules) await drop({ id }, time);
  for (const schedule of schedules) await put({ schedule }, time);
}

describe('two computers', () => {
  test('come to the same words, taught pages and discounts', async () => {
    const at_ = computers();
    await set({ word: 'Wysłane', state: 'shipped' }, time(1));
    await save({ id: 'p1', profile: POLISH }, time(1));
    await stateDiscounts({ schedules: [tiers('d1', '5')] }, time(1));
    await sync({}, time(1));
    const first = await shown();
    expect(first).toEqual({ words: ['Wysłane=shipped'], pages: ['p1=Urządzenia'], discounts: ['d1=5'] });
    at_('b');
    expect(await shown()).toEqual({ words: [], pages: [], discounts: [] });
    await sync({}, time(2));
    expect(await shown()).toEqual(first);
    expect(await writers()).toEqual(['A']);
    // Nothing moves where nothing changed.
    browser.storage.sync.set.mockClear();
    await sync({}, time(3));
    expect(browser.storage.sync.set).not.toHaveBeenCalled();

    await set({ word: 'Wysłane', state: 'delivered' }, time(4));
    await removeProfile({ id: 'p1' }, time(4));
    await stateDiscounts({ schedules: [tiers('d1', '7'), tiers('d2', '9')] }, time(4));
    await sync({}, time(4));
    expect(await writers()).toEqual([]);
    at_('a');
    await onStorageChanged({ 'word:wysłane': {} }, 'sync');
    expect(await writers()).toEqual(['B']);
    expect(await shown()).toEqual({ words: ['Wysłane=delivered'], pages: [], discounts: ['d1=7', 'd2=9'] });
  });

  test('that changed the same thing keep the later change, and a change rather than a removal', async () => {
    const at_ = computers();
    for (const word of ['X', 'Y', 'Z']) await set({ word, state: 'shipped' }, time(1));
    await sync({}, time(1));
    at_('b');
    await sync({}, time(1));
    await set({ word: 'X', state: 'delivered' }, time(3));
    await forget({ word: 'Y' }, time(3));
    await set({ word: 'Z', state: 'delivered' }, time(3));
    await sync({}, time(3));
    at_('a');
    await set({ word: 'X', state: 'cancelled' }, time(2));
    await set({ word: 'Y', state: 'cancelled' }, time(2));
    await forget({ word: 'Z' }, time(4));
    await sync({}, time(4));
    const both = ['X=delivered', 'Y=cancelled', 'Z=delivered'];
    expect((await shown()).words).toEqual(both);
    at_('b');
    await sync({}, time(5));
    expect((await shown()).words).toEqual(both);
  });

  test('of which one deletes everything: the other keeps its own', async () => {
    const at_ = computers();
    await set({ word: 'X', state: 'shipped' }, time(1));
    await sync({}, time(1));
    at_('b');
    await sync({}, time(1));
    await clear({ openRuns: 0 }, time(2));
    expect((await shown()).words).toEqual([]);
    at_('a');
    await sync({}, time(3));
    expect((await shown()).words).toEqual(['X=shipped']);
  });
});

describe('what the sync does not take', () => {
  const large = (id: string, count: number) => ({
    ...tiers(id, '5'),
    tiers: Array.from({ length: count }, (_, i) => ({ from: 10 + i, percent: '5' })),
  });

  test('a discount of some parts goes through, a larger one stays here and is told, and nothing else suffers', async () => {
    const at_ = computers();
    await stateDiscounts({ schedules: [large('middle', 400), large('large', 1500)] }, time(1));
    await set({ word: 'X', state: 'shipped' }, time(1));
    expect((await sync({}, time(1))).state).toMatchObject({ items: 3, refused: ['discount:large'] });
    for (const value of Object.values(browser.storage.sync.data))
      expect(JSON.stringify(value).length).toBeLessThan(SYNC_LIMITS.item - 100);
    at_('b');
    await sync({}, time(2));
    expect(await shown()).toMatchObject({ words: ['X=shipped'], discounts: ['middle=5'] });
    expect((await readStated()).schedules[0]?.tiers).toHaveLength(400);
    // It becomes smaller than it was: no part of the old one is left.
    await stateDiscounts({ schedules: [large('middle', 2)] }, time(3));
    await sync({}, time(3));
    expect(Object.keys(browser.storage.sync.data).filter((key) => key.startsWith('discount:middle'))).toHaveLength(2);
  });

  test('one that has come in only in part is waited for', async () => {
    const at_ = computers();
    await stateDiscounts({ schedules: [large('middle', 400)] }, time(1));
    await sync({}, time(1));
    const { 'discount:middle#1': missing } = browser.storage.sync.data;
    delete browser.storage.sync.data['discount:middle#1'];
    at_('b');
    await sync({}, time(2));
    expect((await shown()).discounts).toEqual([]);
    browser.storage.sync.data['discount:middle#1'] = missing;
    await sync({}, time(3));
    expect((await shown()).discounts).toEqual(['middle=5']);
  });

  test('beyond all the room there is, what came last stays here and is told', async () => {
    await stateDiscounts({ schedules: Array.from({ length: 12 }, (_, i) => large(`d${i}`, 400)) }, time(1));
    const state = (await sync({}, time(1))).state;
    expect(state?.items).toBe(12);
    expect(state?.refused.length).toBeGreaterThan(2);
    expect(state?.refused.length).toBeLessThan(9);
    expect(JSON.stringify(browser.storage.sync.data).length).toBeLessThan(SYNC_LIMITS.total);
  });

  test('a browser that refuses is asked again the next time', async () => {
    await set({ word: 'X', state: 'shipped' }, time(1));
    browser.storage.sync.set.mockRejectedValueOnce(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    expect((await sync({}, time(1))).state).toMatchObject({ refused: ['word:x'] });
    expect((await sync({}, time(2))).state).toMatchObject({ refused: [] });
    expect(browser.storage.sync.data).toHaveProperty(['word:x']);
  });

  test('an item of a newer version is left to it, and a forged one is not taken', async () => {
    Object.assign(browser.storage.sync.data, {
      'word:x': { at: time(1).at, parts: 1, length: 9 },
      'word:x#0': '{"a":"b"}',
      'word:y': 'nonsense',
    });
    const before = structuredClone(browser.storage.sync.data);
    for (const hour of [1, 2]) await sync({}, time(hour));
    expect((await shown()).words).toEqual([]);
    expect(browser.storage.sync.data).toEqual(before);
  });
});
