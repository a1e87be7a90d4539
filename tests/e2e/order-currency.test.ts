import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
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
