import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { rememberPbxes, stored } from './flows/portal.ts';

const HOTEL = 'Alpenblick Hotels AG';

let session: Session;
beforeAll(async () => {
  session = await launch();
  await (await rememberPbxes(session, 18)).close();
});
afterAll(() => session?.close());

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('short ways on Customers: $skin, $lang', (knobs) => {
  let page: Page;
  beforeAll(start);
  afterAll(() => page?.close());

  async function start(): Promise<void> {
    page = await session.openPortal('customers', knobs);
    await waitForText(page, HOTEL);
  }
  const arrive = (route: RegExp) =>
    waitFor(() => route.test(page.url()), { message: () => `the way to ${route}, not ${page.url()}` });

  it('show what is remembered of each customer, and of no other', async () => {
    await waitForText(page, /^expires .*\(17 days\)/);
    const chips = await textsOf(page);
    expect(chips.filter((text) => text.startsWith('expires '))).toHaveLength(1);
    expect(chips.filter((text) => text === 'PBXes not seen')).toHaveLength(6);
    await waitFor(async () => (await stored(session, 'customers')).length >= 7, { message: 'the customers' });
  });

  it.each([
    ['Devices', /#!customers\/18\/devices$/],
    ['PBXes', /#!customers\/18\/pbxes$/],
    ['Order HWaaS', /#!customers\/18\/order$/],
  ] as const)('lead to %s in one press', async (name, route) => {
    await clickAria(page, `${name} of ${HOTEL}`, 'button');
    await arrive(route);
    await page.close();
    await start();
  });

  it('lead to Order HWaaS by Devices where the three dots lack it', async () => {
    await page.close();
    page = await session.openPortal('customers', { ...knobs, hide: ['menu.order'] });
    await waitForText(page, HOTEL);
    await clickAria(page, `Order HWaaS of ${HOTEL}`, 'button');
    await arrive(/#!customers\/18\/order$/);
    await page.close();
    await start();
  });

  it('say so where WMP shows no three dots, and where its menu does not open', async () => {
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click'])
        addEventListener(type, (event) => !event.isTrusted && event.stopImmediatePropagation(), { capture: true });
    });
    await clickAria(page, `Devices of ${HOTEL}`, 'button');
    await waitForText(page, /WMP did not open the menu of “Alpenblick Hotels AG”/);
    await clickAria(page, 'Close', 'button');
    await page.evaluate(() => {
      for (const dots of document.querySelectorAll('tr [title], tr [data-qtip]')) dots.remove();
    });
    await clickAria(page, `Devices of ${HOTEL}`, 'button');
    await waitForText(page, /No three dots could be told for certain in the row of “Alpenblick Hotels AG”/);
    expect(page.url()).toMatch(/#!customers$/);
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});
