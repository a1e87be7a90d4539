import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { CUSTOMER, DEVICES, openPolish } from './flows/polish-page.ts';
import { deviceRecords, pageReport, stored, tabOf } from './flows/portal.ts';
import { pointByKey, pressByKey, tabTo } from './flows/teaching.ts';

/** Columns by their place; the first one holds the ticks. */
const PLACES = [
  ['Serial number', 2],
  ['Contract type', 6],
  ['PBX', 5],
  ['MAC address', 3],
  ['Model', 4],
] as const;

let session: Session;
let page: Page;
beforeAll(async () => {
  session = await launch();
  page = await openPolish(session, { icons: true });
});
afterAll(() => session?.close());

describe('a page whose headers are icons', () => {
  it('is taught by keyboard alone, and no key reaches it while something is pointed at', async () => {
    const popup = await session.openPopup(`tab=${await tabOf(session, page)}`);
    await waitForText(popup, 'Teach this page');
    await pressByKey(popup, 'Teach this page');
    await waitForText(popup, 'The panel is open on the page.');
    await popup.close();
    await page.bringToFront();
    await waitForText(page, 'Which page is this?');
    await pointByKey(page, 'Point at it', new RegExp(`^Urządzenia klienta ${CUSTOMER}$`));
    await tabTo(page, 'Part 1 of the title');
    await page.keyboard.press('End');
    for (const _ of ` ${CUSTOMER}`) await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await waitForText(page, CUSTOMER);
    await pressByKey(page, 'Next');
    await pointByKey(page, 'Point at it', /^List 1 of \d+$/);
    await waitForText(page, 'The list is chosen.');
    await pressByKey(page, 'Next');
    for (const [column, place] of PLACES)
      await pointByKey(page, `Point at it: ${column}`, new RegExp(`^Column ${place} of 6, without words$`));
    await pressByKey(page, 'Next');
    await pointByKey(page, 'Point at it: Convert to HWaaS', /^Zamień w HWaaS$/);
    await tabTo(page, 'Words on “Agree”');
    await page.keyboard.type('Zgadzam się');
    await pressByKey(page, 'Next');
    await waitForText(page, 'This is how the page would be read: 8 rows on show.');
    await pressByKey(page, 'Save');
    await waitForText(page, /^Saved\. The Companion reads this page by it/);
    await pressByKey(page, 'Close');
  });

  it('then gives exact records, found by their values and places', async () => {
    await page.reload();
    await waitFor(async () => (await pageReport(session, page)).page === 'devices', { message: 'the page' });
    const report = await pageReport(session, page);
    expect(report.customer).toBe(CUSTOMER);
    const read = deviceRecords(report).map(({ serial, mac, model, pbx, contract }) => ({
      serial,
      mac,
      model,
      pbx,
      contract,
    }));
    expect(read).toEqual(DEVICES);
  });

  it('that gets another value in a taught place is not judged by it', async () => {
    await openPolish(session, { icons: true, strange: true }, page);
    await waitFor(async () => (await pageReport(session, page)).page === 'devices', { message: 'the page' });
    const report = await pageReport(session, page);
    expect(report.grids[0]?.columns['contract']).toMatchObject({ state: 'malformed' });
    expect((await textsOf(page, 'button')).filter((name) => name.startsWith('Convert '))).toEqual([]);
  });

  it('that prints words by now, or loses a column, is reported', async () => {
    await openPolish(session, {}, page);
    await waitForText(page, /^The taught profile “Devices” no longer fits: column 2 of 6 not found\./);
    expect((await pageReport(session, page)).page).toBe('none');
    expect(await stored(session, 'profiles')).toHaveLength(1);
    expect(session.problems([/404/])).toEqual([]);
  });
});
