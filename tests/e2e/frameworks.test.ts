import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUSTOMER, convertible, makeDevices } from '../pages/shared/data.ts';
import type { Kind } from '../pages/shared/kinds.ts';
import type { PageKnobs } from '../pages/shared/knobs.ts';
import { byAria, clickAria, waitForText } from '../support/index.ts';
import { expectedDevices, launchPages, learnPbxes, openKind, type PagesSession, settledReport } from './flows/pages.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

/** Frameworks whose markup nobody here wrote, and one page of bare boxes. */
const KINDS: readonly Kind[] = ['datatables', 'uigrid', 'mui', 'aggrid', 'lit', 'flex'];
const LOOKS: readonly PageKnobs[] = [
  { lang: 'en', title: 'of' },
  { lang: 'de', title: 'slash', shuffle: 3 },
  { lang: 'fr', title: 'crumbs', shuffle: 11 },
  { lang: 'it', title: 'two', shuffle: 42 },
];

let pages: PagesSession;
beforeAll(async () => {
  pages = await launchPages();
  await learnPbxes(pages);
});
afterAll(() => pages?.close());

describe.each(KINDS)('Devices drawn by %s', (kind) => {
  it.each(LOOKS)('are read exactly: $lang, columns shuffled by $shuffle, title $title', async (look) => {
    const knobs = { ...look, rows: 30, paged: 50 };
    const page = await openKind(pages, kind, knobs);
    const report = await settledReport(pages.session, page);
    expect(report).toMatchObject({ page: 'devices', level: 'customer', customer: CUSTOMER });
    expect(report.grids).toMatchObject([{ concept: 'devices', rowsSeen: 30, complete: true, problems: [] }]);
    const bySerial = (a: { serial: string | null }, b: { serial: string | null }) =>
      (a.serial ?? '') < (b.serial ?? '') ? -1 : 1;
    const read = deviceRecords(report).map(({ serial, mac, model, pbx, contract, expiration, purchased }) => ({
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
