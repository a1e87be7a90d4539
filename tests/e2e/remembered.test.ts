import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, stored, tabOf } from './flows/portal.ts';

interface Remembered {
  readonly seen: { readonly at: string; readonly url: string };
}

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

const count = async (store: string): Promise<number> => (await stored<Remembered>(session, store)).length;

/** A visit to a page of WMP until it is remembered. */
async function visit(route: string, store: string, least: number, knobs = {}): Promise<Page> {
  const page = await session.openPortal(route, knobs);
  await waitFor(async () => (await count(store)) >= least, { message: `${least} in ${store}` });
  return page;
}

describe.each(['plain', 'ext'] as const)('in WMP drawn by %s', (skin) => {
  it('customers, stock and invoices are kept with where they were seen', async () => {
    await (await visit('customers', 'customers', 7, { skin })).close();
    await (await visit(`customers/${BATCH.id}/order`, 'stocks', 5, { skin })).close();
    await (await visit('balance', 'invoices', 3, { skin })).close();
    const stocks = await stored<{ sku: string; stock: number } & Remembered>(session, 'stocks');
    expect(stocks.map(({ stock }) => stock)).toContain(-186);
    expect(stocks[0]?.seen.url).toContain('#!customers/17/order');
  });
});

it('Account Balance says what an overdue invoice leads to', async () => {
  const page = await session.openPortal('balance', { overdue: 6 });
  await waitForText(page, 'OK');
  await press(page, 'OK');
  await waitForText(page, /Ordering is blocked: an invoice due on .* is overdue for 6 days\./);
  await waitForText(page, /Unless it is paid, portal functions are locked from/);
  await page.close();
});

it('Cart prints no stock: the one seen on Order HWaaS stands there, with its age, and so does what is overdue', async () => {
  const page = await session.openPortal(`customers/${BATCH.id}/order`);
  await waitForText(page, /Order check/i);
  await press(page, 'Add', { row: 'WP490G2' });
  await waitForText(page, /backordered behind 186|186/);
  await page.goto(session.portal.url('cart'));
  await waitForText(page, /Stock of .*: -186, seen .* on Order HWaaS/);
  await waitForText(page, /seen .* on Account Balance/);
  await page.close();
});

it('a login page takes nothing away', async () => {
  const before = JSON.stringify((await stored<Remembered>(session, 'customers')).length);
  session.portal.expireSession();
  const page = await session.openPortal('customers');
  await waitForText(page, /login page/);
  expect(JSON.stringify(await count('customers'))).toBe(before);
  session.portal.reset();
  await page.close();
});

it('the popup shows what is remembered of the customer of its tab, and how old that is', async () => {
  const page = await visit('customers/18/pbxes', 'pbxes', 4);
  const popup = await session.openPopup(`tab=${await tabOf(session, page)}`);
  await waitFor(() => popup.$('[data-testid="pbx"]'), { message: 'the PBXes' });
  const words = (await textsOf(popup)).join(' ');
  expect(words).toContain('All PBXes of this customer have been seen.');
  expect(words).toMatch(/seen now on PBXes/);
  expect(words).toContain('LifeTime');
  expect(words).toContain('7 customers remembered');
  await popup.close();
  await page.goto(session.portal.url('rma'));
  await waitForText(page, 'not one the Companion knows');
  const other = await session.openPopup(`tab=${await tabOf(session, page)}`);
  await waitFor(() => other.$('[data-testid="customers"]'), { message: 'the list of customers' });
  expect(await other.$('[data-testid="customer-facts"]')).toBeNull();
  await other.close();
  await page.close();
});
