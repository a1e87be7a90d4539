import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, rememberPbxes, stored } from './flows/portal.ts';

const HOTEL = 18;
const TWINS = 23;
const RENTAL = 22;

const serialsOf = (session: Session, customer: number, type: string): string[] =>
  session.portal.state.devices
    .filter((device) => device.customerId === customer && device.type === type)
    .map(({ serial }) => serial);

async function tick(page: Page, serial: string): Promise<void> {
  const mark = await page.evaluateHandle(
    `[...document.querySelectorAll('tr')].find((row) => row.textContent.includes(${JSON.stringify(serial)}))?.querySelector('input[type=checkbox], .x-grid-checkcolumn')`,
  );
  await (mark as ElementHandle<Element>).click();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  const control = (await byAria(page, field, 'combobox')) as ElementHandle<HTMLSelectElement>;
  const value = await waitFor(
    () =>
      control.evaluate(
        (element, text) => [...element.options].find((each) => each.text === text)?.value ?? null,
        option,
      ),
    { message: `the choice "${option}" of "${field}"` },
  );
  await control.select(value);
}

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('advisors on Devices: $skin, $lang', (knobs) => {
  let page: Page;
  beforeAll(async () => {
    page = await session.openPortal('customers', knobs);
    await waitFor(async () => (await stored(session, 'customers')).length >= 7, { message: 'the customers' });
    await page.close();
    // Remembered once, for both.
    if (knobs.skin === 'plain')
      for (const customer of [TWINS, RENTAL, HOTEL]) await (await rememberPbxes(session, customer, knobs)).close();
    page = await session.openPortal(`customers/${HOTEL}/devices`, knobs);
  });
  afterAll(() => page?.close());

  /** A page of its own each: the panel of the one before would still be open for a moment. */
  const goTo = async (route: string) => {
    await page.close();
    page = await session.openPortal(route, knobs);
    await open();
  };
  const open = async () => {
    await page.bringToFront();
    // The page may draw itself anew between finding the panel and opening it.
    await waitFor(
      async () => {
        if ((await textsOf(page, 'button')).includes('Rental')) return true;
        const closed = (await byAria(page, /Advisors/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
        await closed.focus();
        await page.keyboard.press('Enter');
        return (await textsOf(page, 'button')).includes('Rental');
      },
      { message: 'the advisors to open' },
    );
  };

  it('are closed at first, and leave the conversion bar as it is', async () => {
    await byAria(page, /^Convert \d+ eligible devices$/, 'button');
    await byAria(page, /Advisors/, 'DisclosureTriangle');
    expect(await textsOf(page, 'button')).not.toContain('Rental');
    await open();
    await byAria(page, /^Convert \d+ eligible devices$/, 'button');
  });

  it('write the ticket where terms differ, with the selected devices in it', async () => {
    const onMonthly = session.portal.state.devices.find(({ pbxId, type }) => pbxId === 41 && type === 'hwaas');
    await tick(page, onMonthly?.serial ?? '');
    await waitForText(page, '1 device selected in WMP.');
    await choose(page, 'From PBX', 'Alpenblick Seehaus');
    await choose(page, 'To PBX', 'Alpenblick Seehaus 2');
    await waitForText(page, /Customer Care can do it/);
    const ticket = await waitForText(page, /Alpenblick Seehaus 2[\s\S]*/);
    expect(ticket).toBeDefined();
    await waitForText(page, onMonthly?.serial ?? '?');
    await byAria(page, 'Copy', 'button');
  });

  it('say why a transfer to LifeTime is not possible, and to another customer’s PBX what it takes', async () => {
    await choose(page, 'To PBX', 'Alpenblick Verwaltung');
    await waitForText(page, 'Not possible.');
    expect(await textsOf(page, 'button')).not.toContain('Copy');
    await choose(page, 'To customer', 'Van Dijk Bouw B.V.');
    await choose(page, 'To PBX', 'Van Dijk Bouw Zuid');
    await waitForText(page, /Customer Care can do it/);
  });

  it('send to the PBX’s own page for a cancellation, and count from the day that the partner names', async () => {
    await clickAria(page, 'Cancel', 'button');
    await waitForText(page, /Cancel HWaaS is on the Devices page of one PBX only/);
    await waitForText(page, /not known \(printed purchase date: /);
    const since = (await byAria(page, /^HWaaS since/, 'Date')) as ElementHandle<HTMLInputElement>;
    const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    await since.evaluate((field, day) => {
      field.value = day;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, lastMonth);
    await waitForText(page, /, as you say$/);
    await waitForText(page, /^from .*\(\d+ days\)$/);
    await waitForText(page, /Import your price list in the options/);
    await goTo('pbx/41/devices');
    await clickAria(page, 'Cancel', 'button');
    await waitForText(page, /WMP's own Cancel HWaaS is here/);
  });

  it('split a selection into requests of at most five of one model', async () => {
    await goTo(`customers/${BATCH.id}/devices`);
    await clickAria(page, 'Replace', 'button');
    await waitForText(page, /Select in WMP the devices that are to be replaced/);
    const chosen = serialsOf(session, BATCH.id, 'hwaas').slice(0, 3);
    const capex = serialsOf(session, BATCH.id, 'capex')[0] ?? '';
    for (const serial of [capex, ...chosen]) await tick(page, serial);
    await waitForText(page, '4 devices selected in WMP.');
    const models = new Set(
      session.portal.state.devices.filter(({ serial }) => chosen.includes(serial)).map(({ model }) => model),
    );
    await waitForText(page, new RegExp(`^${models.size} requests?$`));
    await waitForText(page, 'In no request');
  });

  it('tell Rental and HWaaS apart', async () => {
    await goTo(`customers/${RENTAL}/devices`);
    await clickAria(page, 'Rental', 'button');
    await waitForText(page, /“Ferraro” holds Rental\. No HWaaS can be ordered or converted there/);
  });

  it('call a transfer between PBXes of one term and expiration automatic', async () => {
    await goTo(`customers/${TWINS}/devices`);
    await choose(page, 'From PBX', 'Van Dijk Bouw');
    await choose(page, 'To PBX', 'Van Dijk Bouw Zuid');
    await waitForText(page, /^Automatic: both PBXes have the same subscription length/);
    expect(await textsOf(page, 'button')).not.toContain('Copy');
  });

  it('pressed nothing in WMP, and caused no errors', () => {
    const asked = session.portal.log().filter(({ kind }) => kind.startsWith('replace') || kind.startsWith('c'));
    expect(asked).toEqual([]);
    expect(session.problems()).toEqual([]);
  });
});
