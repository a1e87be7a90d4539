import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceReport, PageReport } from '../../src/core/page-report.ts';
import { type Device, HOSTILE, makeDevices } from '../pages/shared/data.ts';
import type { Kind } from '../pages/shared/kinds.ts';
import type { PageKnobs } from '../pages/shared/knobs.ts';
import { BUTTONS, type ButtonKey, COLUMNS, type ColumnKey } from '../pages/shared/words.ts';
import { clickAria, textsOf, waitFor, waitForText } from '../support/index.ts';
import { launchPages, learnPbxes, openKind, type PagesSession, settledReport } from './flows/pages.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

/** One of each way of drawing: a table, parallel containers, ARIA roles, shadow roots, bare boxes. */
const KINDS: readonly Kind[] = ['datatables', 'uigrid', 'mui', 'lit', 'flex'];
const ROWS = 9;

let pages: PagesSession;
beforeAll(async () => {
  pages = await launchPages();
  await learnPbxes(pages);
});
afterAll(() => pages?.close());

/** The page check once the page has been drawn: its bar or its statement is there. */
async function reportOf(kind: Kind, knobs: PageKnobs): Promise<PageReport> {
  const page = await openKind(pages, kind, { rows: ROWS, paged: 50, ...knobs });
  await waitFor(() => page.$('wmp-companion[data-part="convert-bar"],wmp-companion[data-part="statement"]'), {
    message: `a word of the Companion on ${page.url()}`,
  });
  const report = await waitFor(
    async () => {
      const read = await pageReport(pages.session, page);
      return read.page !== 'devices' || read.grids.every(({ complete }) => complete) ? read : null;
    },
    { message: `a settled report of ${page.url()}` },
  );
  await page.close();
  return report;
}

const FIELDS = ['serial', 'mac', 'model', 'pbx', 'expiration', 'purchased', 'contract'] as const;
type Field = (typeof FIELDS)[number];

/** Every value of every record is the device's own, or is not given at all. */
function expectNothingWrong(records: readonly DeviceReport[], devices: readonly Device[]): void {
  const known = new Map<string, Device>(
    devices.flatMap((device) => [
      [device.serial, device],
      [device.mac, device],
    ]),
  );
  const wrong = records.flatMap((record) => {
    const device = known.get(record.key);
    if (device === undefined) return [`a device that there is not: ${record.key}`];
    return FIELDS.filter((field) => {
      const [read, truth] = [record[field], device[field]];
      return read !== null && read !== 'unknown' && read !== truth;
    }).map((field) => `${record.key}: ${field} is ${record[field]}, not ${device[field]}`);
  });
  expect(wrong).toEqual([]);
}

const concept = (key: ColumnKey): Field | undefined => FIELDS.find((field) => field === key);
const ACTIONS: Record<ButtonKey, string> = { order: 'orderHwaas', convert: 'convert', replace: 'replaceHwaas' };

describe.each(KINDS)('Devices drawn by %s', (kind) => {
  it.each(COLUMNS)('without the column %s: missing, and nothing else moves into its place', async (key) => {
    const report = await reportOf(kind, { hide: [key], shuffle: 2 });
    const records = deviceRecords(report);
    expectNothingWrong(records, makeDevices(ROWS));
    const field = concept(key);
    if (field === undefined || report.page !== 'devices') return;
    expect(report.grids[0]?.columns[field]?.state).toBe('missing');
    expect(records.every((record) => [null, 'unknown'].includes(record[field]))).toBe(true);
    if (key === 'contract' || key === 'pbx') expect(records.some(({ verdict }) => verdict === 'yes')).toBe(false);
  });

  it.each(COLUMNS)('without the header of %s: its values are found by their form, or are not given', async (key) => {
    const report = await reportOf(kind, { blank: [key], shuffle: 9 });
    expectNothingWrong(deviceRecords(report), makeDevices(ROWS));
    const field = concept(key);
    if (field !== undefined && report.page === 'devices')
      expect(['ok', 'missing', 'ambiguous']).toContain(report.grids[0]?.columns[field]?.state);
  });

  it.each(BUTTONS)('without the button %s: it is not there, and the records are', async (key) => {
    const report = await reportOf(kind, { hide: [key] });
    expect(Object.keys(report.actions)).not.toContain(ACTIONS[key]);
    expect(deviceRecords(report)).toHaveLength(ROWS);
    expectNothingWrong(deviceRecords(report), makeDevices(ROWS));
  });

  it('with hostile contents: they come out as text, and nothing is run', async () => {
    const page = await openKind(pages, kind, { rows: ROWS, paged: 50, hostile: true });
    const report = await settledReport(pages.session, page);
    const devices = makeDevices(ROWS, true);
    const strange = devices.filter(({ serial, contractText }) => /^[ -~]+$/.test(serial) && contractText === undefined);
    for (const device of strange) {
      const record = deviceRecords(report).find(({ serial }) => serial === device.serial);
      expect(record?.contract).toBe(device.contract);
      // Longer than any model is: not given.
      if (device.model.length <= 500) expect(record?.model).toBe(device.model.replace(/[\u202a-\u202e]/g, ''));
      else expect(record?.model).toBeNull();
    }
    const lookAlike = deviceRecords(report).find(({ mac }) => mac === devices[4]?.mac);
    expect(lookAlike).toMatchObject({ contract: 'unknown', verdict: 'unknown' });
    expect(deviceRecords(report).some(({ serial }) => serial === HOSTILE[5]?.serial)).toBe(false);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.close();
  });

  it('without Agree in its question: nothing is agreed to, and the run says so', async () => {
    pages.pages.reset();
    const page = await openKind(pages, kind, {
      rows: ROWS,
      paged: 50,
      hide: ['agree'],
      seed: 60 + KINDS.indexOf(kind),
    });
    const name = await waitFor(
      async () => (await textsOf(page, 'button')).find((text) => /^Convert \d+ eligible devices$/.test(text)),
      { message: 'the button' },
    );
    await clickAria(page, name, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, /not converted/i, { timeout: 40_000 });
    expect(pages.pages.agreements()).toEqual([]);
    await page.close();
  });
});
