import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/facts.ts';
import type { RunRecord } from '../../src/core/records/run.ts';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { agreements, BATCH, capexSerials, openDevices, ROWS_OF_25, stored } from './flows/portal.ts';
import { agreedEarlier, putRuns, ringSoon } from './flows/runs.ts';

const KNOBS = { rows: ROWS_OF_25, convertAfter: 600_000 };

let session: Session;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-history-'));
  session = await launch();
  // At whatever hour this runs.
  await session.worker((browser) => browser.storage.sync.set({ settings: { quietFrom: 0, quietUntil: 0 } }));
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

const runs = () => stored<RunRecord>(session, 'runs');
const badge = () => session.worker((browser) => browser.action.getBadgeText({}));
const notifications = () => session.worker((browser) => browser.notifications.getAll());

/** What the clipboard holds, as a person sees it who pastes it. */
async function pasted(into: Page): Promise<string> {
  await into.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
  await into.keyboard.press('KeyV', { commands: ['Paste'] });
  return waitFor(() => into.$eval('textarea', (field) => field.value), { message: 'what was copied' });
}

async function theRun(): Promise<RunRecord> {
  const [run] = await runs();
  if (run === undefined) throw new Error('there is no run');
  return run;
}

describe('a conversion that WMP does not show', () => {
  it('has its look planned ten minutes after Agree', async () => {
    page = await openDevices(session, BATCH.id, KNOBS);
    await clickAria(page, 'Convert 25 eligible devices', 'button', { timeout: 30_000 });
    await clickAria(page, 'Convert now', 'button');
    await waitFor(async () => (await theRun()).devices.every(({ step }) => step === 'accepted'), {
      message: 'the run to be accepted',
      timeout: 30_000,
    });
    const agreedAt = (await theRun()).devices[0]?.agreedAt ?? '';
    const alarm = await waitFor(() => session.worker((browser) => browser.alarms.get('runs')), {
      message: 'the alarm',
    });
    expect(Math.abs(alarm.scheduledTime - Date.parse(agreedAt) - 600_000)).toBeLessThan(1000);
    expect(await badge()).toBe('');
    expect(await notifications()).toEqual({});
  }, 180_000);

  it('is reminded of once it is due, by a worker that was ended, and only once', async () => {
    await page.goto('about:blank');
    await putRuns(session, [agreedEarlier(await theRun(), 11)]);
    // Late enough for the worker to be gone by then: it is to be started by the alarm.
    await ringSoon(session, 1500);
    await session.stopWorker();
    await waitFor(async () => Object.keys(await notifications()).length > 0, { message: 'the notification' });
    const { id } = await theRun();
    expect(Object.keys(await notifications())).toEqual([`run:${id}`]);
    await waitFor(async () => (await badge()) === '1', { message: 'the badge' });
    const remindedAt = (await theRun()).remindedAt;
    expect(remindedAt).toBeDefined();
    await session.worker((browser, key) => browser.notifications.clear(key), `run:${id}`);
    await ringSoon(session);
    await waitFor(async () => (await session.worker((browser) => browser.alarms.get('runs'))) === undefined, {
      message: 'the alarm to have rung',
    });
    expect(await notifications()).toEqual({});
    expect((await theRun()).remindedAt).toBe(remindedAt);
  }, 180_000);

  it('is a matter for Customer Care after another look, with a text to copy', async () => {
    await page.goto(session.portal.url(`customers/${BATCH.id}/devices`, KNOBS));
    await waitFor(async () => (await theRun()).devices.every(({ notShownAt }) => notShownAt !== undefined), {
      message: 'the look at Devices to be noted',
      timeout: 30_000,
    });
    const popup = await session.openPopup();
    await waitForText(popup, '25 devices not shown as HWaaS yet: ask Customer Care.');
    await clickAria(popup, 'Copy text for Customer Care', 'button');
    await waitForText(popup, 'Copied.');
    const copied = await pasted(popup);
    expect(copied).toContain(`Customer: ${BATCH.name}`);
    expect(copied).toContain(`PBX: ${BATCH.pbx}`);
    for (const serial of capexSerials(session, BATCH.id, ROWS_OF_25)) expect(copied).toContain(serial);
    expect(await popup.$eval('[data-testid="care-text"]', (e) => e.textContent)).toBe(copied);
    await popup.close();
    expect(agreements(session)).toHaveLength(1);
  }, 180_000);
});

const OTHERS: Pick<RunRecord, 'id' | 'customer' | 'devices' | 'by' | 'trial' | 'stopped'>[] = [
  {
    id: 'rtl',
    customer: { key: 'אלפא תקשורת', name: 'אלפא תקשורת' },
    by: 'דנה',
    devices: [{ key: 'S-1', serial: 'S-1', model: 'WP480', pbx: 'מרכזייה', step: 'confirmed' }],
  },
  {
    id: 'hostile',
    customer: { key: '=cmd', name: '=cmd' },
    by: '@Eve',
    devices: [{ key: '-1', serial: '-1', mac: '0800271122AA', model: '+1', step: 'not-converted' }],
    stopped: { code: 'page-left' },
  },
  {
    id: 'trial',
    customer: { key: 'calder print works ltd', name: 'Calder Print Works Ltd' },
    trial: true,
    devices: [{ key: '0012345', serial: '0012345', step: 'not-converted' }],
  },
];

const started = (n: number) => new Date(Date.UTC(2026, 9, 1 + n, 9, 30)).toISOString() as Instant;
const others = (): RunRecord[] =>
  OTHERS.map((run, n) => ({
    ...run,
    devices: run.devices.map((device) =>
      device.step === 'confirmed' ? { ...device, agreedAt: started(n), confirmedAt: started(n) } : device,
    ),
    revision: 1,
    updatedAt: started(n),
    updatedBy: 'run',
    startedAt: started(n),
    endedAt: started(n),
    seen: { at: started(n), url: session.portal.url(`customers/${BATCH.id}/devices`) },
  }));

describe('the history', () => {
  let history: Page;
  const shown = () => history.$$eval('[data-testid="history-run"] h2', (all) => all.map((one) => one.textContent));

  beforeAll(async () => {
    await putRuns(session, others());
    const popup = await session.openPopup();
    await clickAria(popup, 'History', 'link');
    history = await waitFor(
      async () => (await session.browser.pages()).find((each) => each.url().endsWith('view=history')),
      { message: 'the history in a tab' },
    );
    await popup.close();
    await history.setViewport({ width: 1000, height: 800 });
    const client = await history.createCDPSession();
    await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  });

  it('shows every run, newest first, with who, what and what became of each device', async () => {
    await waitFor(async () => (await shown()).length === 4, { message: 'four runs' });
    expect(await shown()).toEqual([BATCH.name, 'Calder Print Works Ltd', '=cmd', 'אלפא תקשורת']);
    const words = (await textsOf(history)).join(' | ');
    for (const part of ['0 of 25 seen as HWaaS', 'Trial', 'Person not shown by WMP', '@Eve', '1 of 1 seen as HWaaS'])
      expect(words).toContain(part);
    await history.bringToFront();
    await history.click(`[data-testid="history-run"] details:not(.care details) summary`);
    await waitFor(async () => (await history.$$('tbody tr')).length === 25, { message: 'the devices of the run' });
    expect((await textsOf(history)).filter((text) => text === 'Agreed to, not shown as HWaaS')).toHaveLength(25);
  });

  it('is filtered by customer and by what is settled', async () => {
    await history.type('input[type="search"]', 'PRINT w');
    await waitFor(async () => (await shown()).join() === 'Calder Print Works Ltd', { message: 'the one run' });
    await history.$eval('input[type="search"]', (field) => {
      (field as HTMLInputElement).value = '';
      field.dispatchEvent(new Event('input'));
    });
    await history.select('select', 'open');
    await waitFor(async () => (await shown()).join() === BATCH.name, { message: 'the open run' });
    await history.select('select', 'all');
    await waitFor(async () => (await shown()).length === 4, { message: 'all runs' });
  });

  async function exported(button: string, ending: string): Promise<Buffer> {
    await clickAria(history, button, 'button');
    const name = await waitFor(() => readdirSync(folder).find((file) => file.endsWith(ending)), { message: ending });
    expect(existsSync(join(folder, name))).toBe(true);
    await waitForText(history, '28 devices exported.');
    return readFileSync(join(folder, name));
  }

  /** Serial, by and points in time of every device in the database, newest run first. */
  const inStore = async () =>
    (await runs())
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .flatMap((run) =>
        run.devices.map((device) => [
          run.id,
          run.by ?? '',
          run.startedAt,
          run.customer.name,
          device.serial ?? '',
          device.agreedAt ?? '',
          device.notShownAt ?? '',
        ]),
      );

  it('is exported as CSV, equal to the store, with nothing in it to calculate', async () => {
    const text = (await exported('Export as CSV', '.csv')).toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [header = [], ...rows] = Papa.parse<string[]>(text.slice(1)).data;
    expect(header[3]).toBe('Started (UTC)');
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    const plain = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
    expect(plain.map((row) => [0, 2, 3, 4, 6, 10, 12].map((column) => row[column]))).toEqual(await inStore());
  });

  it('is exported as XLSX, equal to the store, with dates as dates', async () => {
    const [sheet] = await readXlsxFile(await exported('Export as Excel (XLSX)', '.xlsx'));
    const rows = (sheet?.data ?? []).slice(1);
    const expected = await inStore();
    // Excel's days have no millisecond exactly.
    const told = (cell: unknown, wanted = '') =>
      cell instanceof Date && Math.abs(cell.getTime() - Date.parse(wanted)) <= 1 ? wanted : (cell ?? '');
    const read = rows.map((row, r) => [0, 2, 3, 4, 6, 10, 12].map((column, n) => told(row[column], expected[r]?.[n])));
    expect(read).toEqual(expected);
    expect(rows.flat().filter((cell) => cell instanceof Date).length).toBe(
      expected.flat().filter((cell) => /^\d{4}-.*Z$/.test(cell)).length + 1, // The one that was seen as HWaaS.
    );
  });

  it('lets a settled run be deleted, and takes that back', async () => {
    const before = await runs();
    expect(await textsOf(history, 'button')).not.toContainEqual(expect.stringMatching(`^Delete: ${BATCH.name}`));
    await clickAria(history, /^Delete: =cmd/, 'button');
    await waitFor(async () => (await runs()).length === 3, { message: 'the run to be deleted' });
    await waitForText(history, /^Deleted: =cmd/);
    await clickAria(history, 'Undo', 'button');
    await waitFor(async () => (await runs()).length === 4, { message: 'the run to be back' });
    expect(await runs()).toEqual(before);
    await waitFor(async () => (await shown()).length === 4, { message: 'the run on the page' });
  });

  it('loses settled runs that are older than the partner wants, and never an open one', async () => {
    const old = (run: RunRecord): RunRecord => ({ ...run, startedAt: started(-400), endedAt: started(-400) });
    const [first, second] = others();
    await putRuns(session, [
      old({ ...(await theRun()), id: 'open' }),
      ...[first, second].flatMap((run) => (run ? [old(run)] : [])),
    ]);
    const options = await session.openOptions();
    await waitFor(() => options.$('#keep-runs'), { message: 'the field' });
    await options.$eval('#keep-runs', (field) => {
      (field as HTMLInputElement).value = '3';
      field.dispatchEvent(new Event('change'));
    });
    await waitForText(options, 'Saved.');
    const alarm = await waitFor(() => session.worker((browser) => browser.alarms.get('settings')), {
      message: 'the alarm',
    });
    expect(alarm.scheduledTime).toBeGreaterThan(Date.now());
    await session.worker((browser) => browser.alarms.create('settings', { when: Date.now() + 50 }));
    await waitFor(async () => (await runs()).length === 3, { message: 'the old runs to be deleted' });
    expect((await runs()).map(({ id }) => id)).toEqual(expect.arrayContaining(['open', 'trial']));
    await options.close();
    expect(session.problems()).toEqual([]);
  });
});
