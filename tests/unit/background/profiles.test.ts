import './setup.ts';
import { describe, expect, test } from 'vitest';
import { write } from '../../../src/background/db/transact.ts';
import { importAll, list, remove, save } from '../../../src/background/handlers/profiles.ts';
import { PROFILES_CHANGED } from '../../../src/core/messages/profile-contract.ts';
import { POLISH } from '../core/taught-page.ts';
import { at, browser } from './setup.ts';

const later = (hour: number) => at(`2026-11-23T${hour}:00:00.000Z`);
const told = () => browser.storage.local.set.mock.calls.length;

describe('a taught page', () => {
  test('is kept, the last one first, and open pages are told', async () => {
    await save({ id: 'p1', profile: POLISH }, later(10));
    await save({ id: 'p2', profile: { ...POLISH, name: 'Inne' } }, later(11));
    expect((await list({}, at())).profiles.map(({ id, revision }) => [id, revision])).toEqual([
      ['p2', 1],
      ['p1', 1],
    ]);
    expect(told()).toBe(2);
    expect(Object.keys(browser.storage.local.data)).toEqual([PROFILES_CHANGED]);
  });

  test('sent again is the repeat that it is; taught anew it takes the place of the old one', async () => {
    await save({ id: 'p1', profile: POLISH }, later(10));
    expect((await save({ id: 'p1', profile: POLISH }, later(11))).profile).toMatchObject({
      revision: 1,
      taughtAt: later(10).at,
    });
    const again = { ...POLISH, columns: POLISH.columns.slice(1) };
    expect((await save({ id: 'p1', profile: again }, later(12))).profile).toMatchObject({
      revision: 2,
      profile: again,
    });
    expect((await list({}, at())).profiles).toHaveLength(1);
  });

  test('is removed, and comes back with an import', async () => {
    await save({ id: 'p1', profile: POLISH }, later(10));
    expect(await remove({ id: 'p1' }, later(11))).toEqual({ profiles: [], unreadable: 0 });
    const { profiles } = await importAll({ profiles: [{ id: 'p1', profile: POLISH }] }, later(12));
    expect(profiles).toMatchObject([{ id: 'p1', updatedBy: 'import', profile: POLISH }]);
    expect(told()).toBe(3);
  });

  test('that cannot be read is counted, and neither used nor overwritten', async () => {
    await write(['profiles'], (tx) => tx.objectStore('profiles').put({ id: 'p1', record: { profile: 'x' } }));
    expect(await list({}, at())).toEqual({ profiles: [], unreadable: 1 });
    await expect(save({ id: 'p1', profile: POLISH }, at())).rejects.toThrow('unreadable record');
  });

  test('all of a file is imported or nothing of it', async () => {
    await write(['profiles'], (tx) => tx.objectStore('profiles').put({ id: 'p2', record: {} }));
    const both = ['p1', 'p2'].map((id) => ({ id, profile: POLISH }));
    await expect(importAll({ profiles: both }, at())).rejects.toThrow();
    expect((await list({}, at())).profiles).toEqual([]);
  });

  test('is kept also where open pages cannot be told', async () => {
    browser.storage.local.set.mockRejectedValueOnce(new Error('quota'));
    await save({ id: 'p1', profile: POLISH }, at());
    expect((await list({}, at())).profiles).toHaveLength(1);
  });
});
