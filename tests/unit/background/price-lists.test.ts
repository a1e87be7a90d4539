import './setup.ts';
import { describe, expect, test } from 'vitest';
import { forget, list as mappings } from '../../../src/background/handlers/mappings.ts';
import { begin, finish, part } from '../../../src/background/handlers/price-list-import.ts';
import { activate, list, remove, restore } from '../../../src/background/handlers/price-lists.ts';
import { deleteLeftLists } from '../../../src/background/retention.ts';
import { writeSettings } from '../../../src/background/settings-store.ts';
import type { Mapping } from '../../../src/core/price-list/mapping.ts';
import { mappingId } from '../../../src/core/records/mapping.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { at, day, putRaw, rawRows } from './setup.ts';
import { article, store } from './stored-list.ts';

const MAPPING: Mapping = { shape: 'sku|1 month', sheet: '', headerRow: 1, columns: [{ role: 'sku' }] };
const later = (hour: number) => at(`2026-11-23T${hour}:00:00.000Z`);
const header = (id: string, items: number) => ({ id, name: 'list.csv', format: 'csv' as const, items, rejected: 0 });

describe('a price list', () => {
  test('becomes the active one once it is complete', async () => {
    await store('l1', [article('A')], { time: later(10) });
    const { lists, active } = await store('l2', [article('A'), article('B')], { time: later(11) });
    expect(lists.map(({ id, items }) => [id, items])).toEqual([
      ['l2', 2],
      ['l1', 1],
    ]);
    expect(active).toBe('l2');
    expect((await activate({ id: 'l1' }, at())).active).toBe('l1');
    expect((await rawRows('priceLists')).filter((row) => row['active'] === 1)).toHaveLength(1);
  });

  test('that is not complete is never listed, and neither replaces nor remembers anything', async () => {
    await store('l1', [article('A')]);
    await begin(header('l2', 3), later(11));
    await part({ id: 'l2', from: 0, items: [article('A'), article('B')] }, at());
    await expect(finish({ id: 'l2', mapping: MAPPING }, at())).rejects.toMatchObject({
      reason: { code: 'list-parts-missing', params: { stored: 2, items: 3 } },
    });
    expect(await list({}, at())).toMatchObject({ lists: [{ id: 'l1' }], active: 'l1' });
    expect((await mappings({}, at())).mappings).toEqual([]);
    await expect(activate({ id: 'l2' }, at())).rejects.toMatchObject({ reason: { code: 'record-not-found' } });
  });

  test('whose import broke off is cleared away by a later one', async () => {
    await begin(header('l1', 3), later(10));
    await part({ id: 'l1', from: 0, items: [article('A')] }, at());
    await begin(header('l2', 1), at('2026-11-23T10:30:00.000Z'));
    expect(await rawRows('priceLists')).toHaveLength(2);
    await begin(header('l3', 1), at('2026-11-23T11:15:00.000Z'));
    expect((await rawRows('priceLists')).map((row) => row['id'])).toEqual(['l2', 'l3']);
    expect(await rawRows('priceItems')).toEqual([]);
  });

  test('takes every message twice', async () => {
    for (const time of [later(10), later(11)]) {
      await begin(header('l1', 1), time);
      expect(await part({ id: 'l1', from: 0, items: [article('A')] }, time)).toEqual({ stored: 1 });
      await finish({ id: 'l1', mapping: MAPPING }, time);
    }
    expect((await list({}, at())).lists).toMatchObject([{ importedAt: later(10).at }]);
    expect((await mappings({}, at())).mappings).toMatchObject([{ revision: 1 }]);
    await part({ id: 'l1', from: 0, items: [article('Z')] }, at());
    expect(await rawRows('priceItems')).toMatchObject([{ sku: 'a' }]);
  });

  test('that is removed takes its articles with it, and the newest other one becomes active', async () => {
    await store('l1', [article('A')], { time: later(10) });
    await store('l2', [article('A')], { time: later(11) });
    await store('l3', [article('B')], { time: later(12) });
    expect((await remove({ id: 'l3' }, at())).active).toBe('l2');
    expect((await remove({ id: 'l1' }, at())).active).toBe('l2');
    expect(await remove({ id: 'l2' }, later(13))).toEqual({ lists: [], unreadable: 0 });
    await deleteLeftLists(later(13).at);
    expect(await rawRows('priceItems')).toMatchObject([{ list: 'l2' }]);
    await deleteLeftLists(later(14).at);
    expect([...(await rawRows('priceItems')), ...(await rawRows('priceLists'))]).toEqual([]);
  });

  test('that is removed can be restored as it was, in use or not', async () => {
    await store('l1', [article('A'), article('B')], { time: later(10) });
    await store('l2', [article('A')], { time: later(11) });
    const before = await list({}, at());
    await remove({ id: 'l2' }, at());
    await remove({ id: 'l1' }, at());
    // An import in between cleans away only what nobody waits for any more.
    await begin(header('l3', 1), at());
    expect(await restore({ id: 'l1', active: false }, at())).toMatchObject({ lists: [{ id: 'l1', items: 2 }] });
    expect(await restore({ id: 'l2', active: true }, at())).toEqual(before);
    expect(await restore({ id: 'l2', active: true }, at())).toEqual(before);
    await expect(restore({ id: 'l9', active: true }, at())).rejects.toThrow('record-not-found');
  });

  test('in use that is too old for the partner’s setting says so, and no other does', async () => {
    await store('old', [article('A')], { time: later(10), listDate: day('2025-11-22') });
    expect(await list({}, at())).toMatchObject({ warning: { code: 'list-old', params: { months: 12 } } });
    await writeSettings({ ...DEFAULT_SETTINGS, listAgeMonths: 13 });
    expect(await list({}, at())).not.toHaveProperty('warning');
    await store('young', [article('A')], { time: later(11), listDate: day('2026-06-01') });
    await writeSettings({ ...DEFAULT_SETTINGS, listAgeMonths: 6 });
    expect(await list({}, at())).not.toHaveProperty('warning');
    expect(await activate({ id: 'old' }, at())).toMatchObject({ warning: { code: 'list-old', params: { months: 6 } } });
    expect(await remove({ id: 'old' }, at())).not.toHaveProperty('warning');
  });

  test('whose record cannot be read is counted', async () => {
    await store('l1', [article('A')]);
    await putRaw('priceLists', { id: 'l2', record: {}, complete: 1, active: 0, begun: at().at });
    expect(await list({}, at())).toMatchObject({ lists: [{ id: 'l1' }], active: 'l1', unreadable: 1 });
  });
});

describe('a mapping', () => {
  test('is remembered by its shape, the last use first, until it is forgotten', async () => {
    await store('l1', [article('A')], { time: later(10), mapping: MAPPING });
    await store('l2', [article('A')], { time: later(11), mapping: { ...MAPPING, shape: 'other' } });
    await store('l3', [article('A')], { time: later(12), mapping: { ...MAPPING, currency: 'CHF' } });
    const { mappings: known } = await mappings({}, at());
    expect(known.map(({ mapping, revision }) => [mapping.shape, mapping.currency, revision])).toEqual([
      ['sku|1 month', 'CHF', 2],
      ['other', undefined, 1],
    ]);
    await forget({ id: 'other' }, at());
    expect((await mappings({}, at())).mappings).toHaveLength(1);
  });

  test('of a file without header row has no shape to be remembered by', async () => {
    await store('l1', [article('A')], { mapping: { ...MAPPING, shape: '', headerRow: 0 } });
    expect((await mappings({}, at())).mappings).toEqual([]);
  });

  test('of a very long shape has an id that fits, and its own', () => {
    const long = 'x|'.repeat(2000);
    expect(mappingId(long).length).toBeLessThan(1200);
    expect(mappingId(`${long}a`)).not.toBe(mappingId(`${long}b`));
    expect(mappingId('sku|name')).toBe('sku|name');
  });
});
