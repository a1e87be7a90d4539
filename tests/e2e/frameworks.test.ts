import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUSTOMER, convertible, makeDevices } from '../pages/shared/data.ts';
import { KINDS as KINDS_DRAWN, type Kind } from '../pages/shared/kinds.ts';
import type { PageKnobs } from '../pages/shared/knobs.ts';
import { byAria, clickAria, waitForText } from '../support/index.ts';
import { expectedDevices, launchPages, learnPbxes, openKind, type PagesSession, settledReport } from './flows/pages.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

const KINDS = Object.keys(KINDS_DRAWN) as Kind[];
const LOOKS: readonly PageKnobs[] = [
  { lang: 'en', title: 'of' },
  { lang: 'de', title: 'slash', shuffle: 3 },
  { lang: 'fr', title: 'crumbs', shuffle: 11 },
  { lang: 'it', title: 'two', shuffle: 42 },
  { lang: 'es', title: 'of', shuffle: 8 },
  { lang: 'nl', title: 'slash', shuffle: 19 },
];
/** Each in three languages, taking turns, so that all of them see all six. */
const SAMPLES = KINDS.flatMap((kind, k) => [0, 2, 4].map((more) => ({ kind, ...LOOKS[(k + more) % LOOKS.length] })));

let pages: PagesSession;
beforeAll(async () => {
  pages = await launchPages();
  await learnPbxes(pages);
});
afterAll(() => pages?.close());

describe.each(SAMPLES)(
  'Devices drawn by $kind in $lang, columns shuffled by $shuffle, title $title',
  ({ kind, ...look }) => {
    it('are read exactly', async () => {
      const knobs = { ...look, rows: 30, paged: 50 };
      const page = await openKind(pages, kind, knobs);
      const report = await settledReport(pages.session, page);
      expect(report).toMatchObject({ page: 'devices', level: 'customer', customer: CUSTOMER });
      const list = report.grids.find(({ concept }) => concept === 'devices');
      expect(list).toMatchObject({ rowsSeen: 30, complete: true, problems: [] });
      const bySerial = (a: { serial: string | null }, b: { serial: string | null }) =>
        (a.serial ?? '') < (b.serial ?? '') ? -1 : 1;
      const devices = deviceRecords(report).filter((record) => 'serial' in record);
      const read = devices.map(({ serial, mac, model, pbx, contract, expiration, purchased }) => ({
        serial,
        mac,
        model,
        pbx,
        contract,
        expiration,
        purchased,
      }));
      expect(read.toSorted(bySerial)).toEqual(expectedDevices(knobs).toSorted(bySerial));
      expect(Object.keys(report.actions).sort()).toEqual(
        expect.arrayContaining(['convert', 'orderHwaas', 'replaceHwaas']),
      );
      await page.close();
    });
  },
);

describe.each(KINDS)('Devices drawn by %s', (kind) => {
  it('are converted as one batch, exactly those that were reviewed', async () => {
    const knobs = { rows: 40, paged: 50, seed: KINDS.indexOf(kind) + 1, shuffle: 5 } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, kind, knobs);
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await byAria(page, `Convert ${expected.length} devices to HWaaS?`, 'dialog');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, `${expected.length} devices: seen as HWaaS`, { timeout: 50_000 });
    expect(pages.pages.agreements().map(({ serials }) => serials.toSorted())).toEqual([expected.toSorted()]);
    const after = deviceRecords(await pageReport(pages.session, page));
    expect(after.filter(({ verdict }) => verdict === 'yes')).toEqual([]);
    await page.close();
  });
});

describe('A list of which all rows but one or two are drawn', () => {
  it.each([10, 12])('%d rows are converted as one batch', async (rows) => {
    const knobs = { rows, paged: 50, seed: 100 + rows, shuffle: 5 } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, 'mui', knobs);
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, `${expected.length} devices: seen as HWaaS`, { timeout: 50_000 });
    expect(pages.pages.agreements().map(({ serials }) => serials.toSorted())).toEqual([expected.toSorted()]);
    await page.close();
  });
});

describe('Rows that are pressed instead of boxes', () => {
  it('may all be selected before: those outside the plan are taken back', async () => {
    const knobs = { rows: 12, seed: 98 } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, 'pressed', knobs);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('tbody tr'))
        row.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    });
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, `${expected.length} devices: seen as HWaaS`, { timeout: 50_000 });
    expect(pages.pages.agreements().map(({ serials }) => serials.toSorted())).toEqual([expected.toSorted()]);
    await page.close();
  });
});

describe('A question about something else than what was reviewed', () => {
  it.each([
    [
      'You are about to convert the selected devices (COUNT) to HWaaS.',
      /^WMP asks about 8 devices, but 7 were reviewed/,
    ],
    ['Convert to HWaaS: OTHER?', /^WMP asked something unexpected/],
  ])('%s: nothing is agreed to', async (asks, words) => {
    const knobs = { rows: 8, seed: 97, asks } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, 'split', knobs);
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, words, { timeout: 30_000 });
    expect(pages.pages.agreements()).toEqual([]);
    await page.close();
  });
});

describe('A list that draws no further rows once it was reviewed', () => {
  it('is said not to be seen to its end, and nothing is agreed to', async () => {
    const knobs = { rows: 60, seed: 96 } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, 'window', knobs);
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await page.evaluate(() => addEventListener('scroll', (event) => event.stopImmediatePropagation(), true));
    await clickAria(page, 'Convert now', 'button');
    await waitForText(
      page,
      new RegExp(`^The list could not be seen to its end: \\d+ of the ${expected.length} devices`),
      {
        timeout: 40_000,
      },
    );
    expect(pages.pages.agreements()).toEqual([]);
    await page.close();
  });
});

describe('Convert to HWaaS in a menu of the page', () => {
  it('is brought out, and pressed once', async () => {
    const knobs = { rows: 8, seed: 99, menu: true } as const;
    const expected = convertible(makeDevices(knobs.rows, false, knobs.seed));
    pages.pages.reset();
    const page = await openKind(pages, 'split', knobs);
    await clickAria(page, `Convert ${expected.length} eligible devices`, 'button', { timeout: 20_000 });
    await byAria(page, `Convert ${expected.length} devices to HWaaS?`, 'dialog');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, `${expected.length} devices: seen as HWaaS`, { timeout: 50_000 });
    expect(pages.pages.agreements().map(({ serials }) => serials.toSorted())).toEqual([expected.toSorted()]);
    await page.close();
  });
});
