import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { LearnedData } from '../../src/core/messages/amounts-data.ts';
import { CONTRACT_VERSION } from '../../src/core/messages/envelope.ts';
import type { ObservationRecord } from '../../src/core/records/observation.ts';
import { byAria, clickAria, type Knobs, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { BATCH, panelsStand, rememberPbxes, stored } from './flows/portal.ts';

const WORDS = {
  en: { add: 'Add', recalculate: 'Save & Recalculate', checkout: 'Checkout' },
  de: { add: 'Hinzufügen', recalculate: 'Speichern & neu berechnen', checkout: 'Zur Kasse' },
} as const;

let session: Session;
afterEach(() => session?.close());

const recalculations = (): number => session.portal.log().filter(({ kind }) => kind === 'cart-recalculated').length;
const observations = (): Promise<ObservationRecord[]> => stored<ObservationRecord>(session, 'observations');
const cart = () => session.portal.state.carts.find(({ customerId }) => customerId === BATCH.id);

/** A cart of ten WP480G2, the fewest that the stand-in takes 5 % off of, and one WP490G2. */
async function cartOfTen(knobs: Knobs): Promise<Page> {
  session = await launch();
  const page = await rememberPbxes(session, BATCH.id, knobs);
  await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  await panelsStand(page);
  const { add } = WORDS[knobs.lang === 'de' ? 'de' : 'en'];
  await press(page, add, { row: 'WP490G2' });
  await lines({ WP490G2: 1 }, page);
  for (let quantity = 1; quantity <= 10; quantity++) {
    await press(page, add, { row: 'WP480G2' });
    await lines({ WP490G2: 1, WP480G2: quantity }, page);
  }
  return page;
}

/** Waits until server and page have the same cart: a press at another time would be of another one. */
async function lines(wanted: Readonly<Record<string, number>>, page: Page): Promise<void> {
  await waitFor(
    async () => {
      const there = (cart()?.lines ?? []).map(({ sku, quantity }) => [sku.replace('HW-', ''), quantity]);
      const shown = await page.$$eval('tr', (rows) =>
        rows.flatMap((row) => {
          const input = row.querySelector('input');
          const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '');
          return [`${cells[0]} ${input?.value ?? cells[2]}`];
        }),
      );
      return (
        JSON.stringify(Object.fromEntries(there)) === JSON.stringify(wanted) &&
        Object.entries(wanted).every(([name, quantity]) => shown.includes(`${name} ${quantity}`))
      );
    },
    { message: `a cart of ${JSON.stringify(wanted)}` },
  );
}

/** What the worker answers of a product. */
const learned = (options: Page, sku: string): Promise<LearnedData[]> =>
  options.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: { learned: LearnedData[] } }> } };
      };
      return (await chrome.runtime.sendMessage(message)).value.learned;
    },
    { wmpc: CONTRACT_VERSION, name: 'discount.learned', body: { skus: [sku] } },
  );

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'en' },
  { skin: 'plain', lang: 'de' },
  { skin: 'ext', lang: 'de' },
] as const)('what a recalculation teaches: $skin, $lang', (knobs) => {
  const words = WORDS[knobs.lang];

  it('is observed as WMP did it, offered once it agrees, and can be taken back', async () => {
    const page = await cartOfTen(knobs);
    await press(page, words.recalculate);
    const first = await waitFor(async () => ((await observations()).length >= 2 ? observations() : undefined), {
      message: 'the observations',
    });
    const done = session.portal.log().find((entry) => entry.kind === 'cart-recalculated');
    expect(first.toSorted((a, b) => a.quantity - b.quantity)).toMatchObject([
      { sku: 'WP490G2', quantity: 1, cartQuantity: 11, before: { amountMinor: 645 }, after: { amountMinor: 645 } },
      { sku: 'WP480G2', duration: 'P1M', quantity: 10, before: { amountMinor: 3900, currency: 'EUR' } },
    ]);
    const ten = first.find(({ quantity }) => quantity === 10);
    expect((ten?.before.amountMinor ?? 0) - (ten?.after.amountMinor ?? 0)).toBe(done?.discountMinor);

    const options = await session.openOptions();
    await waitForText(options, '5% at 10 units.');
    expect((await learned(options, 'WP480G2'))[0]?.tiers).toEqual([]);

    // Again for one more unit, this time by the guard's own press.
    await page.bringToFront();
    await press(page, words.add, { row: 'WP480G2' });
    await lines({ WP490G2: 1, WP480G2: 11 }, page);
    await press(page, words.checkout);
    await byAria(page, 'Checkout is held back', 'dialog');
    await clickAria(page, 'Recalculate now', 'button');
    await waitFor(async () => (await observations()).length === 4, { message: 'two more observations' });

    await options.bringToFront();
    await options.reload();
    await waitForText(options, '5% from 10 units on.');
    expect((await learned(options, 'WP480G2'))[0]?.tiers).toMatchObject([{ from: 10, percent: '5' }]);
    await clickAria(options, /^Delete the observation of .*: 10 units/, 'button');
    await waitForText(options, '5% at 11 units.');
    expect(await observations()).toHaveLength(3);
    // By mistake: it is back as it was, and teaches again.
    await clickAria(options, 'Undo', 'button');
    await waitForText(options, '5% from 10 units on.');
    expect((await observations()).find(({ id }) => id === ten?.id)).toEqual(ten);
    await clickAria(options, /^Delete the observation of .*: 10 units/, 'button');
    await waitForText(options, '5% at 11 units.');
    expect(await observations()).toHaveLength(3);
    expect(session.problems()).toEqual([]);
  });
});

describe.each(['plain', 'ext'] as const)('a press that WMP drawn by %s ignores', (skin) => {
  it('teaches nothing, nor does one on a cart that is recalculated already', async () => {
    const page = await cartOfTen({ skin, faults: ['dead-once:recalculate'] });
    await press(page, WORDS.en.checkout);
    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'WMP did not recalculate', 'dialog');
    expect([await observations(), recalculations()]).toEqual([[], 0]);

    await clickAria(page, 'Recalculate now', 'button');
    await byAria(page, 'Recalculated', 'dialog');
    await waitFor(async () => (await observations()).length === 2, { message: 'the observations' });
    await clickAria(page, 'Close', 'button');
    const noted = JSON.stringify(await stored(session, 'carts'));
    await press(page, WORDS.en.recalculate);
    await waitFor(async () => JSON.stringify(await stored(session, 'carts')) !== noted, {
      message: 'the second recalculation to be noted',
    });
    expect(recalculations()).toBe(2);
    expect(await observations()).toHaveLength(2);
  });
});
