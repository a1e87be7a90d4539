import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { byAria, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { BATCH, openDevices, ROWS_OF_25, stored, tabOf } from './flows/portal.ts';

/** The README's pictures: `npm run docs:pictures` puts them into docs/, any other run beside its artifacts. */
const FOLDER = new URL(
  process.env['WMPC_DOCS'] === undefined ? '../../artifacts/pictures/' : '../../docs/pictures/',
  import.meta.url,
);

let session: Session;
let page: Page;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  session = await launch({ viewport: { width: 1280, height: 720 } });
});
afterAll(() => session?.close());

async function take(name: string, of: Page): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.png`, FOLDER));
  await of.screenshot({ path: path as `${string}.png` });
  expect(statSync(path).size).toBeGreaterThan(5000);
}

it('Devices, with a mark per row and the one button', async () => {
  page = await openDevices(session, BATCH.id, { rows: ROWS_OF_25 });
  await byAria(page, 'Convert 25 eligible devices', 'button');
  await byAria(page, /^Eligible for HWaaS/, 'image');
  await take('devices', page);
});

it('Order HWaaS, with the check of Duration and stock', async () => {
  await page.goto(session.portal.url(`customers/${BATCH.id}/order`));
  await waitForText(page, /The Duration that fits/);
  await press(page, 'Add', { row: 'WP490G2' });
  await byAria(page, /backordered behind 186/, 'image');
  await page.evaluate(() => scrollTo(0, 0));
  await take('order', page);
});

it('the popup, with pending orders', async () => {
  await page.goto(session.portal.url('orders'));
  await waitFor(async () => (await stored(session, 'orders')).length > 3, { message: 'the orders' });
  const popup = await session.openPopup(`tab=${await tabOf(session, page)}`);
  await waitFor(() => popup.$('[data-testid="order"]'), { message: 'the orders in the popup' });
  await take('popup', popup);
});
