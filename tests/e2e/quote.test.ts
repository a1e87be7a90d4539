import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH } from './flows/portal.ts';

const ADD = { en: 'Add', de: 'Hinzufügen' } as const;
const LIST = 'SKU;Name;Price 1 month;Price 1 year;Price 5 years;Currency\nHW-VISION;Vision;10.00;110.00;480.00;EUR\n';
/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('a quote for the customer: $skin, $lang', (knobs) => {
  /** The page of the quote is the same wherever the cart stands. */
  const itOnce = it.runIf(knobs.skin === 'plain');
  let session: Session;
  let page: Page;
  let quote: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wmpc-quote-'));
    session = await launch();
    page = await session.openPortal(`customers/${BATCH.id}/order`, knobs);
    for (const product of ['Vision', 'Vision', 'WelcomeConsole']) await press(page, ADD[knobs.lang], { row: product });
    await waitFor(() => session.portal.state.carts.some(({ lines }) => lines.length === 2), { message: 'the cart' });
  });
  afterAll(async () => {
    await session?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The quote of what stands in the cart, in the tab that opens. */
  async function make(): Promise<Page> {
    await page.bringToFront();
    await waitFor(
      async () => {
        if ((await textsOf(page, 'button')).includes('Quote')) return true;
        const closed = (await byAria(page, /Carts and lists/, 'DisclosureTriangle')) as ElementHandle<HTMLElement>;
        await closed.focus();
        await page.keyboard.press('Enter');
        return (await textsOf(page, 'button')).includes('Quote');
      },
      { message: 'the carts to open' },
    );
    await clickAria(page, 'Quote', 'button');
    const opened = session.browser.waitForTarget((target) => target.url().includes('view=quote'));
    await clickAria(page, 'Make a quote of 2 products', 'button');
    const tab = await (await opened).page();
    if (tab === null) throw new Error('the quote has no page');
    await waitFor(() => tab.$('[data-testid="quote-sheet"]'), { message: 'the sheet' });
    return tab;
  }
  const cells = (tab: Page): Promise<string[][]> =>
    tab.$$eval('[data-testid="quote-sheet"] tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())),
    );
  const shows = (wanted: string[][]) =>
    waitFor(async () => JSON.stringify((await cells(quote)).slice(1)) === JSON.stringify(wanted), {
      message: async () => `the sheet to show ${JSON.stringify(wanted)}, not ${JSON.stringify(await cells(quote))}`,
    });
  const type = async (label: string | RegExp, text: string) => {
    const field = (await byAria(quote, label, 'textbox')) as ElementHandle<HTMLInputElement>;
    await field.click({ count: 3 });
    await field.type(text);
  };

  it('takes what the partner pays from WMP’s page, says so, and needs no price list for a margin', async () => {
    quote = await make();
    await waitForText(quote, /^What you pay is an estimate: from the prices on WMP’s page of /);
    expect((await textsOf(quote)).join(' ')).not.toMatch(/No price list is imported/);
    await quote.select('select', 'margin');
    await type('Percent', '20');
    // 10.90 and 4.30 are four fifths of these.
    await shows([
      ['Vision HW-VISION', '2', '€13.63', '€27.26'],
      ['WelcomeConsole HW-WELCOME', '1', '€5.38', '€5.38'],
      ['Total', '€32.64'],
    ]);
    expect(await quote.$eval('[data-testid="quote-sheet"]', (sheet) => sheet.textContent)).not.toContain('10.90');
    await quote.close();
  });

  it('says where the currency of these prices is the partner’s setting', async () => {
    const euro = page.url();
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, { ...knobs, currency: 'USD' }));
    const options = await session.openOptions();
    await (await waitFor(() => options.$('#page-currency'), { message: 'the setting' })).select('USD');
    await waitForText(options, 'Saved.');
    await options.close();
    await page.bringToFront();
    await waitForText(page, /\$26\.10 per month/);
    quote = await make();
    await waitForText(quote, 'WMP’s prices do not say their currency: USD is from your settings, and so an estimate.');
    await shows([
      ['Vision HW-VISION', '2', '$13.63', '$27.26'],
      ['WelcomeConsole HW-WELCOME', '1', '$5.38', '$5.38'],
      ['Total', '$32.64'],
    ]);
    await quote.close();
    await page.goto(euro);
  });

  it('says what to import where no price is known, and takes the partner’s own prices', async () => {
    await page.goto(session.portal.url(`customers/${BATCH.id}/order`, { ...knobs, hide: ['unit', 'price'] }));
    quote = await make();
    await waitForText(quote, `Quote for ${BATCH.name}`);
    await waitForText(quote, /[Ii]mport.* price list/);
    await shows([
      ['Vision HW-VISION', '2', '–', '–'],
      ['WelcomeConsole HW-WELCOME', '1', '–', '–'],
      ['Total', '–'],
    ]);
    await type(/^Currency/, 'EUR');
    await type('Vision', '12.34');
    await type('WelcomeConsole', '5');
    await shows([
      ['Vision HW-VISION', '2', '€12.34', '€24.68'],
      ['WelcomeConsole HW-WELCOME', '1', '€5.00', '€5.00'],
      ['Total', '€29.68'],
    ]);
    await quote.emulateMediaType('print');
    expect(await quote.$eval('[data-testid="quote-sheet"]', (sheet) => sheet.checkVisibility())).toBe(true);
    expect((await quote.pdf()).byteLength).toBeGreaterThan(1000);
    await quote.close();
  });

  itOnce('works with the imported list and a mark-up; what the partner pays is shown only when asked for', async () => {
    await writeFile(join(folder, 'prices.csv'), LIST);
    const options = await session.openOptions();
    const field = await waitFor(() => options.$('#list-file:not([disabled])'), { message: 'the file field' });
    await (field as ElementHandle<HTMLInputElement>).uploadFile(join(folder, 'prices.csv'));
    await clickAria(options, 'Save this list', 'button');
    await waitFor(() => options.$('[data-testid="price-list"]'), { message: 'the list to be saved' });
    await options.close();
    quote = await make();
    await waitForText(quote, /^What you pay is an estimate: from your price list prices\.csv/);
    await quote.select('select', 'markup');
    await type('Percent', '25');
    await type('WelcomeConsole', '5');
    const lines = [
      ['Vision HW-VISION', '2', '€12.50', '€25.00'],
      ['WelcomeConsole HW-WELCOME', '1', '€5.00', '€5.00'],
      ['Total', '€30.00'],
    ];
    await shows(lines);
    expect(await quote.$eval('[data-testid="quote-sheet"]', (sheet) => sheet.textContent)).not.toContain('20.00');
    await clickAria(quote, /^Show what you pay/, 'checkbox');
    await shows(lines.map((line, i) => [...line, ['€20.00', '–', '–'][i] ?? '']));
    await clickAria(quote, /^Show what you pay/, 'checkbox');
    await shows(lines);
  });

  itOnce('keeps words and logo, refuses what is no raster picture, and prints the sheet alone', async () => {
    await type('Sender', 'Telecom Partner, Zug');
    const choose = async (name: string) => {
      const [chooser] = await Promise.all([quote.waitForFileChooser(), clickAria(quote, 'Choose a picture', 'button')]);
      await chooser.accept([join(folder, name)]);
    };
    await writeFile(join(folder, 'logo.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await choose('logo.png');
    await waitForText(quote, 'Only PNG, JPEG and WebP pictures can be taken.');
    await writeFile(join(folder, 'real.png'), PNG);
    await choose('real.png');
    await byAria(quote, 'Logo', 'image');
    await quote.reload();
    await byAria(quote, 'Logo', 'image');
    await waitForText(quote, 'Telecom Partner, Zug');
    await quote.emulateMediaType('print');
    const shown = await quote.$$eval(
      'button, select, textarea',
      (all) => all.filter((one) => one.checkVisibility()).length,
    );
    expect(shown).toBe(0);
    expect((await quote.pdf()).byteLength).toBeGreaterThan(1000);
    await quote.emulateMediaType('screen');
  });

  itOnce('is saved as CSV and XLSX, without what the partner pays', async () => {
    const client = await quote.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    for (const name of ['Export as CSV', 'Export as Excel (XLSX)']) await clickAria(quote, name, 'button');
    const files = await waitFor(
      async () => {
        const all = (await readdir(folder)).filter((name) => /^quote-.*\.(csv|xlsx)$/.test(name));
        return all.length === 2 ? all.sort() : null;
      },
      { message: 'both files' },
    );
    const csv = await readFile(join(folder, files[0] ?? ''), 'utf8');
    expect(csv.replace('\uFEFF', '').split('\r\n').slice(0, 2)).toEqual([
      'Product,SKU,Quantity,Unit per month,Per month',
      'Vision,HW-VISION,2,12.50,25.00',
    ]);
    expect((await readFile(join(folder, files[1] ?? ''))).subarray(0, 2).toString()).toBe('PK');
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});
