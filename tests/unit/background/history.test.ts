import './setup.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { onAlarm } from '../../../src/background/alarms.ts';
import { RefusedError } from '../../../src/background/failures.ts';
import { history, remove, restore } from '../../../src/background/handlers/history.ts';
import { deleteOldRuns } from '../../../src/background/retention.ts';
import type { Instant } from '../../../src/core/facts.ts';
import type { HistoryFilter, HistoryPlace } from '../../../src/core/messages/history-contract.ts';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { runOf } from '../core/run-record.ts';
import { at, browser, day, putRaw, rawRows } from './setup.ts';

const ask = (more: Partial<HistoryFilter> & { after?: HistoryPlace; limit?: number } = {}) =>
  history({ state: 'all', limit: 100, ...more }, at());
const ids = (runs: readonly RunRecord[]) => runs.map(({ id }) => id);
const left = async () => (await rawRows('runs')).map((row) => row['id']);

async function keep(id: string, started: string, more: Partial<RunRecord> & { open?: 0 | 1 } = {}): Promise<RunRecord> {
  const { open = 0, ...rest } = more;
  const startedAt = `${started}T10:00:00.000Z` as Instant;
  const run = runOf([{ key: id, step: open ? 'unknown' : 'confirmed' }], {
    id,
    startedAt,
    endedAt: startedAt,
    ...rest,
  });
  await putRaw('runs', { id, record: run, customer: run.customer.key, open, openDevices: [], started: startedAt });
  return run;
}

const BETA = { key: 'beta süd gmbh', name: 'Beta  Süd GmbH' };

beforeEach(async () => {
  await ask();
});

describe('the history', () => {
  test('is newest first, in parts that neither skip nor repeat, also where runs began at once', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await keep(id, id === 'e' ? '2026-01-02' : '2026-01-01');
    const seen: string[] = [];
    let after: HistoryPlace | undefined;
    do {
      const part = await ask({ limit: 2, ...(after && { after }) });
      expect(part.total).toBe(after === undefined ? 5 : undefined);
      seen.push(...ids(part.runs));
      after = part.next;
    } while (after !== undefined);
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('finds customers by part of their name, whatever its case and spaces', async () => {
    await keep('a', '2026-01-01');
    await keep('b', '2026-01-02', { customer: BETA });
    expect(ids((await ask({ customer: ' BETA   sÜd' })).runs)).toEqual(['b']);
    expect(await ask({ customer: 'gamma' })).toMatchObject({ runs: [], total: 0 });
    expect(ids((await ask({ customer: '  ' })).runs)).toEqual(['b', 'a']);
  });

  test('tells open runs from settled ones', async () => {
    await keep('a', '2026-01-01');
    await keep('b', '2026-01-02', { open: 1 });
    expect(ids((await ask({ state: 'open' })).runs)).toEqual(['b']);
    expect(ids((await ask({ state: 'settled' })).runs)).toEqual(['a']);
  });

  test('of thousands gives a part', async () => {
    for (let n = 0; n < 3000; n += 100)
      await Promise.all(Array.from({ length: 100 }, (_, i) => keep(`r${n + i}`, '2026-01-01')));
    const before = performance.now();
    const part = await ask({ limit: 25 });
    expect(part).toMatchObject({ total: 3000 });
    expect(part.runs).toHaveLength(25);
    // Not a measure of the browser: only that no record is read that is not shown.
    expect(performance.now() - before).toBeLessThan(3000);
  }, 30_000);

  test('counts what it cannot read', async () => {
    await putRaw('runs', { id: 'x', record: { broken: 1 }, customer: 'acme', open: 0, openDevices: [], started: '' });
    expect(await ask()).toMatchObject({ runs: [], total: 1, unreadable: 1 });
  });
});

describe('deleting by hand', () => {
  test('takes a settled run, and undo puts it back as it was', async () => {
    const run = await keep('a', '2026-01-01', { by: 'Ann' });
    const before = await rawRows('runs');
    await remove({ id: 'a' }, at());
    await remove({ id: 'a' }, at());
    expect(await left()).toEqual([]);
    await restore({ run }, at());
    await restore({ run: { ...run, by: 'Eve' } }, at());
    expect(await rawRows('runs')).toEqual(before);
  });

  test('refuses one that is not settled, also where only its row says so', async () => {
    const open = await keep('a', '2026-01-01', { open: 1 });
    await keep('b', '2026-01-01');
    await putRaw('runs', { ...(await rawRows('runs'))[1], open: 1 });
    for (const id of ['a', 'b']) await expect(remove({ id }, at())).rejects.toThrow(RefusedError);
    await expect(restore({ run: { ...open, id: 'c' } }, at())).rejects.toThrow('run-not-settled');
    expect(await left()).toEqual(['a', 'b']);
  });
});

describe('retention', () => {
  const months = (keepRunsMonths: number) => {
    browser.storage.sync.data['settings'] = { keepRunsMonths };
  };

  test('deletes settled runs that ended longer ago, and nothing else', async () => {
    months(2);
    await keep('ended', '2026-09-22');
    await keep('on the day', '2026-09-23');
    await keep('ended late', '2026-01-01', { endedAt: '2026-10-01T10:00:00.000Z' as Instant });
    await keep('unknown', '2026-01-01', { open: 1 });
    const old = { customer: 'acme', openDevices: [], started: '2026-01-01T10:00:00.000Z' };
    await putRaw('runs', { id: 'unreadable', record: { broken: 1 }, open: 0, ...old });
    await deleteOldRuns(day('2026-11-23'));
    expect(await left()).toEqual(['ended late', 'on the day', 'unknown', 'unreadable']);
  });

  test('of 0 months keeps everything', async () => {
    months(0);
    await keep('old', '2001-01-01');
    await deleteOldRuns(day('2026-11-23'));
    expect(await left()).toEqual(['old']);
  });

  test.each(['daily', 'settings'])('is kept up by the alarm “%s”', async (name) => {
    months(1);
    await keep('old', '2001-01-01');
    await onAlarm({ name, scheduledTime: 0 });
    expect(await left()).toEqual([]);
  });
});
