import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { CAPEX, CUSTOMER, DEVICES, openPbxes, openPolish, PBX } from './flows/polish-page.ts';
import { deviceRecords, pageReport, stored, tabStatement } from './flows/portal.ts';
import { fillPanel, next, pointAt, startTeaching, touched } from './flows/teaching.ts';

const NOT_KNOWN = 'This page is not one the Companion knows, so it does nothing here.';
const COLUMNS = [
  ['Serial number', DEVICES[2]?.serial ?? ''],
  ['Contract type', 'Rodzaj umowy'],
  ['PBX', 'Przypisana do'],
  ['MAC address', 'Adres sprzętowy'],
  ['Model', DEVICES[0]?.model ?? ''],
] as const;

let session: Session;
let page: Page;
beforeAll(async () => {
  session = await launch();
  const pbxes = await openPbxes(session);
  await waitFor(async () => (await stored(session, 'pbxes')).length === 1, { message: 'the PBX to be remembered' });
  await pbxes.close();
  page = await openPolish(session);
});
afterAll(() => session?.close());

const records = async () => {
  const report = await pageReport(session, page);
  return {
    report,
    devices: deviceRecords(report).map(({ serial, mac, model, pbx, contract }) => ({
      serial,
      mac,
      model,
      pbx,
      contract,
    })),
  };
};
const layout = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].map(Math.round).join();
    }),
  );

describe('a page in a language that is not built in', () => {
  it('is not recognised', async () => {
    await waitForText(page, NOT_KNOWN);
    expect(await records()).toMatchObject({ report: { page: 'none' }, devices: [] });
  });

  it('is taught with the mouse, and nothing of it is pressed or moved meanwhile', async () => {
    const before = await layout();
    await startTeaching(session, page);
    await pointAt(page, 'Point at it', CUSTOMER);
    await fillPanel(page, 'Part 1 of the title', 'Urządzenia klienta');
    await waitForText(page, CUSTOMER);
    await next(page);
    await pointAt(page, 'Point at it', DEVICES[3]?.serial ?? '');
    await waitForText(page, 'The list is chosen.');
    await next(page);
    for (const [column, text] of COLUMNS) await pointAt(page, `Point at it: ${column}`, text);
    await next(page);
    await pointAt(page, 'Point at it: Convert to HWaaS', 'Zamień w HWaaS');
    await fillPanel(page, 'Words on “Agree”', 'Zgadzam się');
    await fillPanel(page, 'Words on “Cancel”', 'Anuluj');
    await next(page);
    await waitForText(page, 'This is how the page would be read: 8 rows on show.');
    const cells = await textsOf(page, 'cell');
    for (const { serial, model } of DEVICES.slice(0, 5)) expect(cells).toEqual(expect.arrayContaining([serial, model]));
    expect(await touched(page)).toBe(0);
    expect(await layout()).toEqual(before);
    await fillPanel(page, 'Name of what was taught', 'Urządzenia (pl)');
    await clickAria(page, 'Save', 'button');
    await waitForText(page, /^Saved\. The Companion reads this page by it/);
    await clickAria(page, 'Close', 'button');
    expect(await stored(session, 'profiles')).toMatchObject([
      { profile: { name: 'Urządzenia (pl)', page: 'devices' } },
    ]);
    expect(JSON.stringify(await stored(session, 'profiles'))).not.toContain(CUSTOMER);
  });

  it.each(['at once', 'after a reload', 'after the worker ended'])('then gives exact records %s', async (when) => {
    if (when !== 'at once') {
      if (when === 'after the worker ended') await session.stopWorker();
      await page.reload();
    }
    await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
    const { report, devices } = await records();
    expect(report).toMatchObject({ page: 'devices', customer: CUSTOMER });
    expect(report.reasons).toContain('taught:Urządzenia (pl)');
    expect(devices).toEqual(DEVICES);
    expect(report.actions).toMatchObject({ convert: { label: 'Zamień w HWaaS' } });
  });

  it.each([
    ['Rodzaj umowy', 'Umowa', 'column “Rodzaj umowy” not found'],
    ['Numer seryjny', 'Seria', 'column “Numer seryjny” not found'],
    ['Zamień w HWaaS', 'Zamiana', 'button “Zamień w HWaaS” not found'],
  ])('that calls %s otherwise is reported, and not read by what was taught', async (word, other, words) => {
    await openPolish(session, { words: { [word]: other } }, page);
    const told = `The taught profile “Urządzenia (pl)” no longer fits: ${words}. It is not used; teach the page again.`;
    await waitForText(page, told);
    expect(await tabStatement(session, page)).toContain(told);
    const { report, devices } = await records();
    expect(report.page).toBe('none');
    expect(report.reasons.join()).toContain('taught profile "Urządzenia (pl)" no longer fits');
    expect(devices).toEqual([]);
    expect(await page.$('wmp-companion[data-part="convert-bar"]')).toBeNull();
  });

  it('whose taught column holds other values is not judged', async () => {
    await openPolish(session, { strange: true }, page);
    await waitFor(async () => (await pageReport(session, page)).page === 'devices', { message: 'the page' });
    const { report } = await records();
    expect(report.grids[0]?.columns['contract']).toMatchObject({ state: 'malformed', header: 'Rodzaj umowy' });
    expect(await tabStatement(session, page)).toContain('The column “contract” holds something unexpected');
    expect((await textsOf(page, 'button')).filter((name) => name.startsWith('Convert '))).toEqual([]);
  });

  it('is converted as any other', async () => {
    await openPolish(session, {}, page);
    await clickAria(page, `Convert ${CAPEX.length} eligible devices`, 'button');
    await clickAria(page, 'Convert now', 'button');
    const agreed = () => page.evaluate(() => (window as unknown as { agreed: string[][] }).agreed);
    await waitFor(async () => (await agreed()).length > 0, { message: 'the agreement', timeout: 30_000 });
    await waitForText(page, new RegExp(`${CAPEX.length} of ${CAPEX.length}|All ${CAPEX.length}`), { timeout: 30_000 });
    expect((await agreed()).map((serials) => [...serials].sort())).toEqual([[...CAPEX].sort()]);
  });

  it(`remembered nothing but ${PBX}`, async () => {
    expect(await stored(session, 'pbxes')).toHaveLength(1);
    expect(session.problems([/404/])).toEqual([]);
  });
});
