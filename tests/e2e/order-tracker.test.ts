import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { ReadingRecord } from '../../src/core/records/reading.ts';
import { launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { fillDatabase } from '../support/many-orders.ts';
import { stored } from './flows/portal.ts';

const orders = (session: Session): Promise<OrderRecord[]> => stored<OrderRecord>(session, 'orders');
const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText).catch(() => '');
const numbersIn = (page: Page, group: string): Promise<string[]> =>
  page.$$eval(`[data-testid="${group}"] [data-testid="order"] .number`, (all) =>
    all.map((element) => element.textContent ?? ''),
  );

/** A visit to Orders until all that the portal lists is stored. */
async function visitOrders(session: Session, knobs = {}): Promise<Page> {
  const before = (await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '';
  const page = await session.openPortal('orders', knobs);
  await waitFor(async () => ((await stored<ReadingRecord>(session, 'readings'))[0]?.seen.at ?? '') > before, {
    message: 'Orders to be read',
  });
  return page;
}

async function openPopup(session: Session): Promise<Page> {
  const popup = await session.openPopup();
  await waitFor(() => popup.$('[data-testid="order"], [data-testid="orders-empty"]'), { message: 'the popup' });
  return popup;
}

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('the order tracker: $skin, $lang', (knobs) => {
  let session: Session;
  let popup: Page;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('explains what fills it while it is empty, and cannot refresh what it never saw', async () => {
    popup = await openPopup(session);
    expect(await textOf(popup, '[data-testid="orders-empty"]')).toContain('Orders come here when you check out');
    await press(popup, 'Refresh now');
    await waitForText(popup, /has not seen where Orders is/);
    await popup.close();
  });

  it('groups by how much an order needs the partner, and says why', async () => {
    const [backordered] = session.portal.state.orders;
    const page = await visitOrders(session, knobs);
    await waitFor(async () => (await orders(session)).length === session.portal.state.orders.length, {
      message: 'every order to be stored',
    });
    await page.close();
    popup = await openPopup(session);
    expect(await numbersIn(popup, 'group-needs-you')).toEqual([String(backordered?.number)]);
    expect(await numbersIn(popup, 'group-on-the-way')).toEqual(['100119']);
    expect(await numbersIn(popup, 'group-done')).toHaveLength(session.portal.state.orders.length - 2);
    expect(await textOf(popup, '[data-testid="group-needs-you"]')).toMatch(/Backordered[\s\S]*Shipment expected/);
    await waitForText(popup, /Orders read .*: all of it, 7 orders\./);
  });

  it('searches as one types, by keyboard alone', async () => {
    await popup.bringToFront();
    await popup.keyboard.press('/');
    await popup.keyboard.type('seeh');
    await waitForText(popup, '1 order found.');
    expect(await numbersIn(popup, 'search-results')).toEqual(['100119']);
    await popup.keyboard.press('ArrowDown');
    expect(await popup.evaluate(() => document.activeElement?.matches('[data-testid="order"]'))).toBe(true);
    const opened = session.browser.waitForTarget((target) => target.url().includes('#!orders'));
    await popup.keyboard.press('Enter');
    await (await (await opened).page())?.close();
    await popup.bringToFront();
    await popup.keyboard.press('Escape');
    await waitFor(async () => (await popup.$('[data-testid="group-needs-you"]')) !== null, { message: 'the groups' });
    await press(popup, 'Filters');
    await popup.waitForSelector('.choices select');
    await popup.select('.choices select', 'cancelled');
    await waitForText(popup, '1 order found.');
    expect(await numbersIn(popup, 'search-results')).toEqual(['100092']);
    await popup.close();
  });

  it('refreshes in a tab behind, which it closes', async () => {
    session.portal.setOrder(100119, { status: 'shipped' });
    popup = await openPopup(session);
    const tabs = (await session.browser.pages()).length;
    await press(popup, 'Refresh now');
    await waitFor(async () => !(await numbersIn(popup, 'group-on-the-way')).includes('100119'), {
      message: 'the shipped order to leave',
    });
    expect((await orders(session)).find(({ number }) => number === '100119')?.history).toMatchObject([
      { field: 'state', from: 'processing', to: 'shipped' },
      { field: 'statusText' },
    ]);
    await waitFor(async () => (await session.browser.pages()).length === tabs, { message: 'the tab to be closed' });
    expect(session.portal.log().some(({ kind }) => kind === 'order-placed')).toBe(false);
  });

  it('takes in the products of an order whose own page is visited, and finds it by them', async () => {
    const page = await session.openPortal('orders/100123', knobs);
    await waitFor(async () => (await orders(session)).find(({ number }) => number === '100123')?.lines.length === 2, {
      message: 'the lines of the order',
    });
    await page.close();
    expect((await orders(session)).find(({ number }) => number === '100123')).toMatchObject({
      pbx: 'Nordhafen Zentrale',
      lines: [
        { sku: 'HW-WP490G2', quantity: 12 },
        { sku: 'HW-WAIR-HEAD', quantity: 4 },
      ],
    });
    await popup.bringToFront();
    await popup.keyboard.press('/');
    await popup.keyboard.type('wair-head nordhafen');
    await waitFor(async () => (await numbersIn(popup, 'search-results')).join() === '100123', {
      message: 'the order that is searched for',
    });
    await popup.keyboard.press('Escape');
  });

  it('shows in the whole table what was observed of an order, and when', async () => {
    const page = await session.openPopup('view=orders&order=number%3A100119');
    await page.setViewport({ width: 1280, height: 800 });
    await waitForText(page, 'Order 100119');
    const observed = await textOf(page, '[data-testid="observations"]');
    expect(observed).toMatch(/WMP’s word: .* → [\s\S]*State: Processing → Shipped[\s\S]*First heard of/);
    const numbers = () => page.$$eval('tbody .number', (all) => all.map((one) => one.textContent));
    await waitFor(async () => (await numbers()).length === 7, { message: 'all rows' });
    expect((await numbers())[0]).toBe('100123');
    await press(page, 'Save for a calendar (ICS)');
    await waitForText(page, '1 day saved.');
    await press(page, 'Ordered on');
    await waitFor(async () => (await numbers())[0] === '100081', { message: 'the oldest first' });
    await press(page, 'Close');
    await waitFor(async () => (await page.$('[data-testid="order-details"]')) === null, { message: 'the end of it' });
    await page.close();
  });

  it('is deleted from the table and put back by keyboard, and the table shows what came meanwhile', async () => {
    const before = await orders(session);
    const page = await session.openPopup('view=orders&order=number%3A100119');
    await page.setViewport({ width: 1280, height: 800 });
    const numbers = () => page.$$eval('tbody .number', (all) => all.map((one) => one.textContent));
    await waitForText(page, 'Order 100119');
    await press(page, 'Delete here');
    await waitFor(async () => !(await numbers()).includes('100119'), { message: 'the order to leave the table' });
    await waitForText(page, '6 orders.');
    expect(await page.$('[data-testid="order-details"]')).toBeNull();
    expect(await orders(session)).toHaveLength(6);
    await waitFor(() => page.evaluate(() => document.activeElement?.textContent === 'Undo'), { message: 'the focus' });
    await page.keyboard.press('Enter');
    await waitFor(async () => (await numbers()).includes('100119'), { message: 'the order to be back' });
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    expect((await orders(session)).toSorted(byId)).toEqual(before.toSorted(byId));

    const [order] = before;
    if (order === undefined) throw new Error('no order');
    const add = {
      name: 'orders.restore',
      body: { removed: { record: { ...order, id: 'x', number: 'NEW-1' }, sort: '' } },
    };
    await popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ wmpc: 1, ...add })})`);
    await popup.bringToFront();
    await page.bringToFront();
    await waitFor(async () => (await numbers()).includes('NEW-1'), { message: 'the new one in the open table' });
    await popup.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ wmpc: 1, name: 'orders.remove', body: { id: 'x' } })})`,
    );
    await page.close();
  });

  it('says that it could not where WMP shows its login page, and loses nothing', async () => {
    session.portal.expireSession();
    await press(popup, 'Refresh now');
    await waitForText(popup, /Could not refresh .*login page/);
    expect((await orders(session)).every(({ shown }) => shown !== false)).toBe(true);
    session.portal.reset();
    await popup.close();
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});

describe('a status word that nobody knows', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('is shown as itself, asked about once, and can be taken back in the options', async () => {
    session.portal.setOrder(100119, { status: 'submitted' });
    await (await visitOrders(session, { lang: 'es' })).close();
    const popup = await openPopup(session);
    await waitForText(popup, /WMP says “Enviado a proceso”/);
    expect(await numbersIn(popup, 'group-needs-you')).toContain('100119');
    await popup.select('[data-testid="word-question"] select', 'submitted');
    await press(popup, 'Keep');
    await waitFor(async () => (await numbersIn(popup, 'group-on-the-way')).includes('100119'), {
      message: 'the order to be on the way',
    });
    expect(await popup.$('[data-testid="word-question"]')).toBeNull();
    expect((await textsOf(popup)).join(' ')).toContain('Enviado a proceso');
    await popup.close();
    const options = await session.openOptions();
    await waitForText(options, 'Enviado a proceso');
    await press(options, 'Remove Enviado a proceso');
    await waitForText(options, 'Enviado a proceso was removed.');
    await waitFor(async () => (await orders(session)).find(({ number }) => number === '100119')?.state === 'unknown', {
      message: 'the word to be unknown again',
    });
    await press(options, 'Undo');
    await waitFor(
      async () => (await orders(session)).find(({ number }) => number === '100119')?.state === 'submitted',
      {
        message: 'the word to be known',
      },
    );
    await options.close();
  });

  it('draws of many orders only the rows near the window, each where it belongs', async () => {
    await fillDatabase(session, 2500);
    const page = await session.openPopup('view=orders');
    await page.setViewport({ width: 1280, height: 800 });
    const rowAt = (index: number) =>
      page.$eval(`tr[aria-rowindex="${index + 2}"]`, (row) => (row as HTMLElement).innerText).catch(() => '');
    await waitForText(page, '2,500 orders.');
    await waitFor(async () => (await rowAt(0)).includes('WX-'), { message: 'the first row' });
    await page.$eval('.table-box', (box) => box.scrollTo({ top: box.scrollHeight }));
    await waitFor(async () => (await rowAt(2499)).includes('WX-'), { message: 'the last row' });
    expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBeLessThan(80);
    await press(page, 'Customer');
    await waitFor(async () => (await rowAt(0)).includes('Alpenblick 0'), { message: 'the first customer' });
    await page.close();
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});
