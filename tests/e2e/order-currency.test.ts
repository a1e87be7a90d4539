import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { InvoiceRecord } from '../../src/core/records/invoice.ts';
import type { OrderRecord } from '../../src/core/records/order.ts';
import type { CartView } from '../portal/shared/types.ts';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, panelsStand, rememberPbxes, stored } from './flows/portal.ts';

let session: Session;
afterEach(() => session?.close());

const WHERE = '“Currency of WMP’s prices”';
const WORDS = {
  en: { add: 'Add', recalculate: 'Save & Recalculate' },
  de: { add: 'Hinzufügen', recalculate: 'Speichern & neu berechnen' },
} as const;

/** As the panel writes it: the browser of the tests speaks English. */
const amount = (minor: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency })
    .format(minor / 100)
    .replace(/[.$]/g, '\\$&')
    .replace(/\s/g, '\\s');

async function choose(code: string): Promise<void> {
  const options = await session.openOptions();
  const field = await waitFor(() => options.$('#page-currency'), { message: 'the setting' });
  await byAria(options, 'Currency of WMP’s prices', 'combobox');
  await field.select(code);
  await waitForText(options, 'Saved.');
  await options.close();
}

const cart = (page: Page): Promise<CartView> =>
  page.evaluate(async () => {
    const carts = await (await fetch('/api/cart', { headers: { 'x-page-query': location.search } })).json();
    return carts[0];
  });

describe.each([
  { skin: 'plain', lang: 'en', currency: 'USD', sign: '$' },
  { skin: 'ext', lang: 'de', currency: 'SEK', sign: 'kr' },
  { skin: 'plain', lang: 'en', currency: 'GBP', sign: '£' },
  { skin: 'plain', lang: 'en', currency: 'none', sign: '' },
] as const)('WMP’s prices in $currency, drawn by $skin in $lang', ({ sign, ...knobs }) => {
  it('are not read until the partner says what the page does not, and are an estimate then', async () => {
    // As high as all of it: what a cart costs is told once it was seen whole.
    session = await launch({ viewport: { width: 1280, height: 2000 } });
    const page = await rememberPbxes(session, BATCH.id, knobs);
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
    await panelsStand(page);
    await press(page, WORDS[knobs.lang].add, { row: 'WP490G2' });
    await waitForText(
      page,
      sign === ''
        ? `WMP’s prices show no currency, so they are not read. Say which it is in the Companion’s options, at ${WHERE}.`
        : `WMP’s prices show “${sign}”, which several currencies have, so they are not read. Say which it is in the Companion’s options, at ${WHERE}.`,
    );
    await waitForText(page, /^0 of 1 now, 1 backordered behind 186/);
    expect((await textsOf(page)).join(' ')).not.toMatch(/per (month|year)|own total: /);

    const code = knobs.currency === 'none' ? 'EUR' : knobs.currency;
    // One that the sign cannot be.
    if (sign !== '') {
      await choose('CHF');
      await waitForText(
        page,
        `WMP’s prices show “${sign}”, which is no sign of CHF, so they are not read. See ${WHERE} in the Companion’s options.`,
      );
    }
    await choose(code);
    await page.bringToFront();
    await waitForText(page, /per month/);
    await clickAria(page, /^Price/, 'DisclosureTriangle');
    await waitForText(
      page,
      `WMP’s prices do not say their currency: ${code} is from your settings, and so an estimate.`,
    );
    const { listMinor, proratedMinor } = await cart(page);
    await waitForText(page, new RegExp(`${amount(listMinor, code)} per month`));
    // What is a total of an amount and what of pieces cannot be told without a sign.
    if (sign !== '') await waitForText(page, new RegExp(`own total: ${amount(proratedMinor, code)}`));

    // What the page says by itself is not overruled.
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, { ...knobs, currency: 'EUR' }));
    await waitForText(page, new RegExp(`${amount(listMinor, 'EUR')} per month`));
    expect((await textsOf(page)).join(' ')).not.toContain('from your settings');
    expect(await stored(session, 'orders')).toEqual([]);
    expect(session.problems()).toEqual([]);
  });
});

describe.each([
  { skin: 'plain', lang: 'en', currency: 'USD', sign: '$', wrong: 'CHF' },
  { skin: 'ext', lang: 'de', currency: 'GBP', sign: '£', wrong: 'CHF' },
] as const)(
  'amounts in $currency on Orders and Account Balance, drawn by $skin in $lang',
  ({ sign, wrong, ...knobs }) => {
    it('are not read until the setting says the currency, which the page says; then they are marked as an estimate', async () => {
      session = await launch();
      const page = await session.openPortal('orders', knobs);
      const unread = `WMP’s prices show “${sign}”, which several currencies have, so they are not read. Say which it is in the Companion’s options, at ${WHERE}.`;
      await waitForText(page, unread);
      await waitFor(async () => (await stored(session, 'orders')).length > 0, {
        message: 'the orders to be remembered',
      });
      const totals = async () => (await stored<OrderRecord>(session, 'orders')).map(({ total }) => total);
      expect((await totals()).filter((total) => total !== undefined)).toEqual([]);
      await page.goto(session.portal.url(`orders/${(await stored<OrderRecord>(session, 'orders'))[0]?.number}`, knobs));
      await waitForText(page, unread);
      await page.goto(session.portal.url('balance', knobs));
      await waitForText(page, unread);
      await waitFor(async () => (await stored(session, 'invoices')).length > 0, { message: 'the invoices' });
      await choose(wrong);
      await page.bringToFront();
      await waitForText(page, `“${sign}”, which is no sign of ${wrong}, so they are not read.`);
      await choose(knobs.currency);
      await page.bringToFront();
      await waitFor(
        async () => (await stored<InvoiceRecord>(session, 'invoices')).every(({ amount }) => amount?.currencySaid),
        { message: 'the invoices to be read by the setting' },
      );
      expect((await textsOf(page)).join(' ')).not.toContain('not read');
      await page.goto(session.portal.url('orders', knobs));
      await waitFor(async () => (await totals()).every((total) => total?.currencySaid), {
        message: 'the orders to be read by the setting',
      });
      expect(new Set((await totals()).map((total) => total?.currency))).toEqual(new Set([knobs.currency]));
      const popup = await session.openPopup();
      const money = await waitFor(() => popup.$eval('[data-testid="order"] .money', (one) => one.textContent), {
        message: 'an order with its total',
      });
      expect(money).toMatch(/\d estimate$/);
      await popup.close();
      // What WMP says itself takes the place of what was supposed, and nothing changed by it.
      await page.goto(session.portal.url('orders', { ...knobs, currency: 'EUR' }));
      await waitFor(async () => (await totals()).every((total) => total?.currency === 'EUR' && !total.currencySaid), {
        message: 'the totals as WMP states them',
      });
      expect(session.problems()).toEqual([]);
    });
  },
);
