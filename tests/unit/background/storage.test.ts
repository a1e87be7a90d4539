import './setup.ts';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { log, recentLog } from '../../../src/background/db/log.ts';
import { DB_VERSION, withDb } from '../../../src/background/db/open.ts';
import { write } from '../../../src/background/db/transact.ts';
import { reasonOf, StorageError } from '../../../src/background/failures.ts';
import { lastRecalculated, noteRecalculated, noteUnderstood } from '../../../src/background/handlers/carts.ts';
import { readSettings, writeSettings } from '../../../src/background/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, BETA, browser, rawRows, URL_SEEN } from './setup.ts';

describe('the database', () => {
  test('is closed after each event: a newer version can upgrade it at once', async () => {
    await withDb(async () => undefined);
    const newer = await openDB('wmp-companion', DB_VERSION + 1, { blocked: () => expect.unreachable() });
    newer.close();
  });

  test('lets go of an event in progress when a newer version wants it', async () => {
    let upgraded: Promise<{ close(): void }> | undefined;
    await withDb(async () => {
      upgraded = openDB('wmp-companion', DB_VERSION + 1);
    });
    (await upgraded)?.close();
    await expect(withDb(async () => undefined)).rejects.toMatchObject({ detail: 'VersionError' });
  });

  test('says what the partner can do where another tab, a newer version or a full disk is in the way', () => {
    const codeOf = (detail: string) => reasonOf(new StorageError(detail)).code;
    expect(['blocked', 'VersionError', 'QuotaExceededError', 'UnknownError'].map(codeOf)).toEqual([
      'storage-blocked',
      'storage-newer',
      'storage-full',
      'storage-failed',
    ]);
  });

  test('of an older version that another tab holds open is not waited for, and nothing of it is lost', async () => {
    const older = await openDB('wmp-companion', DB_VERSION - 1, { upgrade: (db) => void db.createObjectStore('x') });
    await older.put('x', 'kept', 1);
    await expect(withDb(async () => undefined)).rejects.toMatchObject({ detail: 'blocked' });
    expect(await older.get('x', 1)).toBe('kept');
    older.close();
  });

  test('writes nothing of a transaction whose work failed', async () => {
    const work = write(['log'], async (tx) => {
      await tx.objectStore('log').add({ at: 'now', kind: 'k', text: 't' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await rawRows('log')).toEqual([]);
  });
});

describe('the log', () => {
  test('keeps the newest 500', async () => {
    for (let index = 0; index < 520; index++) await log('k', `entry ${index}`);
    const entries = await recentLog();
    expect(entries).toHaveLength(500);
    expect([entries[0]?.text, entries.at(-1)?.text]).toEqual(['entry 519', 'entry 20']);
  });

  test('notes what repeats itself once, with its last time', async () => {
    await log('k', 'same', '2026-01-01');
    await log('k', 'same', '2026-01-02');
    expect(await recentLog()).toEqual([{ at: '2026-01-02', kind: 'k', text: 'same' }]);
  });
});

describe('settings', () => {
  test('have their defaults where nothing is stored, or nothing that can be read', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    browser.storage.sync.data['settings'] = 'nonsense';
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    browser.storage.sync.get.mockRejectedValueOnce(new Error('no sync'));
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  test('one that cannot be read has its default, the others stay', async () => {
    browser.storage.sync.data['settings'] = { largestBatch: -4, decimalMark: 'comma', unheardOf: 1 };
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, decimalMark: 'comma' });
  });

  test('come back as they were written; a full store is an error', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, largestBatch: 25 });
    expect((await readSettings()).largestBatch).toBe(25);
    browser.storage.sync.set.mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await expect(writeSettings(DEFAULT_SETTINGS)).rejects.toMatchObject({ detail: 'QUOTA_BYTES' });
  });
});

describe('the last recalculated cart', () => {
  const note = (signature: string, customer: typeof ACME | undefined = ACME) =>
    noteRecalculated({ customer, signature, url: URL_SEEN }, at());

  test('is kept per customer', async () => {
    await note('one');
    await note('two');
    expect(await lastRecalculated({ customer: ACME }, at())).toEqual({ signature: 'two', at: at().at });
    expect(await lastRecalculated({ customer: BETA }, at())).toEqual({});
    await noteUnderstood({ customer: ACME, understood: 'stock', url: URL_SEEN }, at());
    await noteRecalculated({ customer: ACME, signature: 'three', url: URL_SEEN }, at());
    await noteUnderstood({ customer: BETA, understood: 'other', url: URL_SEEN }, at());
    expect(await lastRecalculated({ customer: ACME }, at())).toMatchObject({ signature: 'three', understood: 'stock' });
    expect(await lastRecalculated({ customer: BETA }, at())).toMatchObject({ signature: '', understood: 'other' });
  });

  test('of a customer that could not be read is not kept', async () => {
    await noteRecalculated({ signature: 'one', url: URL_SEEN }, at());
    expect(await lastRecalculated({}, at())).toEqual({});
    await note('two');
    expect(await rawRows('carts')).toHaveLength(1);
  });
});
