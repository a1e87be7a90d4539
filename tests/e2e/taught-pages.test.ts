import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProfileFile } from '../../src/core/profile-file.ts';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { CUSTOMER, DEVICES, openPolish, placeOf } from './flows/polish-page.ts';
import { deviceRecords, pageReport, stored } from './flows/portal.ts';
import { next, startTeaching } from './flows/teaching.ts';

/** Everything that the page prints, as a file that a colleague might have sent. */
const PROFILE = {
  version: 1,
  name: 'Urządzenia',
  page: 'devices',
  route: '/#devices',
  titles: [{ label: 'Urządzenia klienta', means: 'page' }],
  columns: [
    { concept: 'serial', label: 'Numer seryjny' },
    { concept: 'mac', label: 'Adres sprzętowy' },
    { concept: 'model', label: 'Rodzaj aparatu' },
    { concept: 'pbx', label: 'Przypisana do' },
    { concept: 'contract', label: 'Rodzaj umowy' },
  ],
  actions: [{ concept: 'convert', label: 'Zamień w HWaaS', pointed: true }],
};
const file = (profile: object, change: object = {}): string =>
  JSON.stringify({ kind: 'wmp-companion-page-profiles', version: 1, profiles: [{ id: 'p1', profile }], ...change });

let session: Session;
let options: Page;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-taught-'));
  session = await launch();
  page = await openPolish(session);
  options = await session.openOptions();
  const client = await options.createCDPSession();
  await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await waitForText(options, 'No page was taught.');
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function choose(text: string): Promise<void> {
  const path = join(folder, 'chosen.json');
  writeFileSync(path, text);
  await options.bringToFront();
  const field = await waitFor(() => options.$('#profiles-file'), { message: 'the file field' });
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}
const kept = () => options.$$eval('[data-testid="profile"] strong', (all) => all.map((one) => one.textContent));

async function readsDevices(): Promise<void> {
  await page.bringToFront();
  const report = await waitFor(
    async () => {
      const now = await pageReport(session, page);
      return now.page === 'devices' && now.customer !== null && now.grids.every(({ complete }) => complete)
        ? now
        : null;
    },
    { message: 'the page to be read' },
  );
  expect(report.customer).toBe(CUSTOMER);
  expect(deviceRecords(report).map(({ serial }) => serial)).toEqual(DEVICES.map(({ serial }) => serial));
}

describe('taught pages in the options', () => {
  it.each([
    ['no JSON', '{', /it is no JSON/],
    ['of something else', '{"a":1}', /holds no taught pages/],
    ['too new', file(PROFILE, { version: 7 }), /newer WMP Companion \(version 7 of its form\)/],
    ['forged', file({ ...PROFILE, selector: '.x' }), /damaged or was changed by hand: profiles\.0\.profile\.selector/],
    ['broken', file({ ...PROFILE, columns: [{ concept: 'serial' }] }), /either a label or a place/],
  ])('a file that is %s is refused with words', async (_what, text, words) => {
    await choose(text);
    const said = await waitFor(
      () =>
        options.$eval(
          '[data-testid="profiles-refused"]',
          (p, pattern) => (new RegExp(pattern).test(p.textContent ?? '') ? p.textContent : null),
          words.source,
        ),
      { message: String(words) },
    );
    expect(said).toContain('Nothing was imported.');
    expect(await kept()).toEqual([]);
  });

  it('a file is shown before it is imported; the open page is then read by it', async () => {
    await choose(file(PROFILE));
    await waitForText(options, 'chosen.json holds 1 taught page:');
    const lines = await options.$$eval('[data-testid="profiles-review"] tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' → ')),
    );
    expect(lines).toContain('Numer seryjny → Serial number');
    expect(lines).toContain('Zamień w HWaaS → Convert to HWaaS');
    expect(await kept()).toEqual([]);
    await clickAria(options, 'Import', 'button');
    await waitForText(options, '1 taught page is imported.');
    expect(await kept()).toEqual(['Urządzenia']);
    await readsDevices();
  });

  it('an export is a file that brings back what was removed', async () => {
    await clickAria(options, 'Export Urządzenia', 'button');
    const path = join(folder, 'taught-devices.json');
    const text = await waitFor(() => existsSync(path) && readFileSync(path, 'utf8'), { message: 'the exported file' });
    expect(readProfileFile(text)).toEqual({ profiles: [{ id: 'p1', profile: PROFILE }] });
    await clickAria(options, 'Remove Urządzenia', 'button');
    await clickAria(options, 'Keep it', 'button');
    expect(await kept()).toEqual(['Urządzenia']);
    await clickAria(options, 'Remove Urządzenia', 'button');
    await clickAria(options, 'Remove it', 'button');
    await waitForText(options, 'No page was taught.');
    await clickAria(options, 'Undo', 'button');
    await waitForText(options, 'It is back.');
    expect(await kept()).toEqual(['Urządzenia']);
    await clickAria(options, 'Remove Urządzenia', 'button');
    await clickAria(options, 'Remove it', 'button');
    await waitForText(options, 'No page was taught.');
    await page.bringToFront();
    await waitFor(async () => (await pageReport(session, page)).page === 'none', { message: 'the page to be unknown' });
    await choose(text);
    await clickAria(options, 'Import', 'button');
    await waitForText(options, '1 taught page is imported.');
    await readsDevices();
  });

  it('a file that gives a word of the Companion another meaning is imported, and reported instead of obeyed', async () => {
    const columns = PROFILE.columns.map((column) =>
      column.concept === 'serial' ? { concept: 'serial', label: 'MAC address' } : column,
    );
    await choose(file({ ...PROFILE, name: 'Forged', columns }));
    await waitForText(options, /takes the place of one that is here/);
    await clickAria(options, 'Import', 'button');
    await waitForText(options, '1 taught page is imported.');
    await openPolish(session, { words: { 'Numer seryjny': 'MAC address' } }, page);
    await waitForText(page, /^The taught profile “Forged” is not used: it gives “MAC address” another meaning/);
    expect((await pageReport(session, page)).records).toEqual([]);
  });
});

describe('the panel', () => {
  it('teaches no word another meaning than the one it has', async () => {
    await options.bringToFront();
    await clickAria(options, 'Remove Forged', 'button');
    await clickAria(options, 'Remove it', 'button');
    await waitForText(options, 'No page was taught.');
    await openPolish(session, { words: { 'Adres sprzętowy': 'MAC address' } }, page);
    await startTeaching(session, page);
    await next(page);
    await clickAria(page, 'Point at it', 'button');
    await waitForText(page, /^Click, or go with the arrow keys/);
    const row = await placeOf(page, DEVICES[3]?.serial ?? '');
    await page.mouse.click(row.x, row.y);
    await waitForText(page, 'The list is chosen.');
    await next(page);
    await clickAria(page, 'Point at it: Serial number', 'button');
    const { x, y } = await placeOf(page, 'MAC address');
    await page.mouse.click(x, y);
    await waitForText(
      page,
      '“MAC address” already has a certain meaning for the Companion: MAC address. It cannot be taught another one.',
    );
  });

  it('goes by a person’s keys and presses alone, and Escape ends pointing', async () => {
    await clickAria(page, 'Point at it: Serial number', 'button');
    await waitForText(page, /^Click, or go with the arrow keys/);
    await page.evaluate(() => {
      for (const key of ['ArrowDown', 'Enter', 'Escape'])
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const host = document.querySelector('wmp-companion[data-part="teach-sheet"]');
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 100, clientY: 100 }));
    });
    expect(await textsOf(page)).toContain('Point at the column: Serial number');
    await page.keyboard.press('Escape');
    await waitForText(page, /^Point at each column/);
    expect(await page.$('wmp-companion[data-part="teach-sheet"]')).toBeNull();
    await clickAria(page, 'Cancel', 'button');
    await waitFor(async () => (await page.$('wmp-companion[data-part="teach"]')) === null, { message: 'the end' });
    expect(await stored(session, 'profiles')).toEqual([]);
    expect(session.problems([/404/])).toEqual([]);
  });
});
