import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, rememberPbxes } from './flows/portal.ts';

const NO_PRICES = { hide: ['price', 'unit'] } as const;

let session: Session;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-order-'));
  session = await launch();
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('does without prices, and says what to import', async () => {
  const page = await rememberPbxes(session, BATCH.id, NO_PRICES);
  await page.goto(session.portal.url(`customers/${BATCH.id}/order`, NO_PRICES));
  await clickAria(page, 'Set 1 year', 'button');
  await waitForText(page, 'Duration “One year” fits this PBX.');
  // WMP draws its products anew for it, which shows nowhere without prices.
  await page.waitForNetworkIdle({ idleTime: 100 });
  await press(page, 'Add', { row: 'WP490G2' });
  await waitForText(page, '0 of 1 now, 1 backordered behind 186.');
  await clickAria(page, /^Price/, 'DisclosureTriangle');
  await waitForText(page, /No price is known for these products: import your price list/);
  await press(page, 'Checkout');
  await byAria(page, 'Checkout is held back', 'dialog');
  await waitForText(page, /What it would cost cannot be told/);
  await clickAria(page, 'Cancel', 'button');
});

it('takes them from the imported list, names it with its date, and compares the Durations', async () => {
  const file = join(folder, 'prices.csv');
  writeFileSync(
    file,
    'Price list;valid from 2026-10-01;;;\nSKU;Product;1 month (EUR);1 year (EUR);5 years (EUR)\nHW-WP490G2;WP490G2;6,45;70,95;309,60\n',
  );
  const options = await session.openOptions();
  const field = await waitFor(() => options.$('#list-file:not([disabled])'), { message: 'the file field' });
  await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
  await waitForText(options, 'Understood of prices.csv');
  const units = await options.$$('select');
  for (const select of units) {
    const names = await select.$$eval('option', (all) => all.map(({ value }) => value));
    if (names.includes('term')) await select.select('term');
  }
  await clickAria(options, 'Save this list', 'button');
  await waitForText(options, /is saved\. Quotes use it from now on\./);
  await options.close();

  const page = await session.openPortal(`customers/${BATCH.id}/order`, NO_PRICES);
  await clickAria(page, /^Price/, 'DisclosureTriangle');
  await waitForText(page, /^Prices: from your list .* \(Oct 1, 2026\)\.$/);
  // 203 of 365 days of 70.95.
  await waitForText(page, '€39.46 now, then €70.95 per year');
  const words = (await textsOf(page)).join(' ');
  // A month 60 times, a year five times, five years once.
  for (const sum of ['€387.00', '€354.75', '€309.60']) expect(words).toContain(sum);
  expect(words).toContain('WP490G2');
  await waitForText(page, /WMP’s own total: €39\.46/);
  expect(session.problems()).toEqual([]);
});
