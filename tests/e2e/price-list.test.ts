import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT_VERSION } from '../../src/core/messages/envelope.ts';
import type { RequestOf, ResponseOf } from '../../src/core/messages/worker-contract.ts';
import { byAria, clickAria, launch, type Session, waitFor, waitForText } from '../support/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/price-lists');
const fixture = (name: string): string => join(FIXTURES, name);

let session: Session;
let page: Page;
let folder: string;
/** Scripts that the page has loaded, by the beginnings of their file names. */
const scripts: string[] = [];
const loaded = (name: string): boolean => scripts.some((script) => script.startsWith(name));
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-lists-'));
  session = await launch();
  page = await session.openOptions();
  const client = await page.createCDPSession();
  client.on('Debugger.scriptParsed', ({ url }) => scripts.push(url.replace(/^.*\//, '')));
  await client.send('Debugger.enable');
  await waitForText(page, 'Import a price list');
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A file of the given text, to be chosen. */
function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function choose(path: string): Promise<void> {
  const field = await waitFor(() => page.$('#list-file:not([disabled])'), { message: 'the file field' });
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** What is said of the file that was chosen. */
const understood = async (name: string): Promise<string> => {
  await waitForText(page, `Understood of ${name}`);
  return page.$eval('[data-testid="understood"]', (p) => p.textContent?.trim() ?? '');
};

/** Each stored list: its name, and whether it is in use. */
const versions = (): Promise<string[]> =>
  page.$$eval('[data-testid="price-list"]', (items) =>
    items.map((item) => {
      const inUse = item.getAttribute('aria-current') === 'true';
      return `${item.querySelector('strong')?.textContent}${inUse ? ' in use' : ''}`;
    }),
  );

/** What is said of the file that was refused. */
const refusal = async (): Promise<string> =>
  (await page.$('[data-testid="refused"]'))?.evaluate((p) => p.textContent ?? '') ?? '';

/** What the worker answers to a cart. */
const quoted = (body: RequestOf<'quote.compute'>): Promise<ResponseOf<'quote.compute'>> =>
  page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: ResponseOf<'quote.compute'> }> } };
      };
      return (await chrome.runtime.sendMessage(message)).value;
    },
    { wmpc: CONTRACT_VERSION, name: 'quote.compute', body },
  );

async function save(name: string): Promise<void> {
  await clickAria(page, 'Save this list', 'button');
  await waitForText(page, `${name} is saved. Quotes use it from now on.`);
}

async function assign(letter: string, role: string): Promise<void> {
  const selector = `select[aria-label="Use of column ${letter}"]:not([disabled])`;
  await waitFor(() => page.$(selector), { message: `column ${letter}` });
  await page.select(selector, role);
  await waitFor(() => page.$eval(selector, (select, wanted) => (select as HTMLSelectElement).value === wanted, role));
}

describe('price lists in the options', () => {
  it('load no reader before a file is chosen', async () => {
    expect(scripts.filter((name) => name !== '')).not.toEqual([]);
    expect([loaded('import-'), loaded('pdf-')]).toEqual([false, false]);
  });

  it('a workbook is understood, saved and still there after a reload', async () => {
    await choose(fixture('calc-it-sections.xlsx'));
    expect(await understood('calc-it-sections.xlsx')).toMatch(/^\d+ articles\. \d+ prices\.$/);
    expect([loaded('import-'), loaded('pdf-')]).toEqual([true, false]);
    await save('calc-it-sections.xlsx');
    await page.reload();
    await waitFor(async () => (await versions()).length === 1, { message: 'the stored list' });
    expect(await versions()).toEqual(['calc-it-sections.xlsx in use']);
  });

  it('shows every row that was not understood, and why', async () => {
    await choose(fixture('excel-it.csv'));
    await understood('excel-it.csv');
    const rows = await page.$$eval('[data-testid="rejected-row"]', (all) => all.map((row) => row.textContent));
    expect(rows).toEqual([expect.stringMatching(/^5.*“\(5,00 €\)” is negative\./)]);
    await clickAria(page, 'Discard', 'button');
    expect(await versions()).toEqual(['calc-it-sections.xlsx in use']);
  });

  it('columns of an unknown shape are assigned by hand, once', async () => {
    const header = 'Kennung;Wort;Betrag A;Betrag B\n';
    await choose(written('first.csv', `${header}TEL-100;Desk;3,10 €;33,50 €\nTEL-200;Video;7,25 €;78,30 €\n`));
    await understood('first.csv');
    const saveButton = await byAria(page, 'Save this list', 'button');
    expect(await saveButton.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    for (const [letter, role] of [
      ['A', 'sku'],
      ['B', 'name'],
      ['C', 'P1M'],
      ['D', 'P1Y'],
    ] as const)
      await assign(letter, role);
    await page.select('select[aria-label="What the price in column D covers"]', 'term');
    await waitForText(page, /2 articles\. 4 prices\./);
    await waitForText(page, 'Columns as you assigned or last saved them.');
    await save('first.csv');

    await choose(written('second.csv', `${header}TEL-100;Desk;3,20 €;34,50 €\nTEL-300;Door;9,00 €;90,00 €\n`));
    expect(await understood('second.csv')).toBe('2 articles. 4 prices. Columns as you assigned or last saved them.');
    expect(await page.$eval('select[aria-label="Use of column D"]', (s) => (s as HTMLSelectElement).value)).toBe('P1Y');
    await save('second.csv');
    expect(await versions()).toEqual(['second.csv in use', 'first.csv', 'calc-it-sections.xlsx']);
  });

  it('a PDF is read, by a reader that is loaded only then', async () => {
    await choose(fixture('calc-en-two-pages.pdf'));
    expect(await understood('calc-en-two-pages.pdf')).toBe('60 articles. 180 prices.');
    expect(loaded('pdf-')).toBe(true);
    expect(await page.$eval('#list-date', (input) => (input as HTMLInputElement).value)).toBe('2026-04-01');
    await save('calc-en-two-pages.pdf');
    await waitForText(page, /Of Apr 1, 2026\. 60 articles\./);
  });

  it.each([
    ['encrypted.xlsx', /protected by a password/],
    ['calc-encrypted.pdf', /protected by a password/],
    ['corrupt-truncated.xlsx', /damaged/],
    ['calc-without-text.pdf', /pictures and no text/],
    ['bomb.xlsx', /unpacks to more than 100 MB/],
    ['calc-nl.ods', /Files of this kind \(ODS\)/],
  ])('%s is refused with words', async (name, words) => {
    await choose(fixture(name));
    const said = await waitFor(
      () => page.$eval('[data-testid="refused"]', (p, file) => p.textContent?.startsWith(file) && p.textContent, name),
      { message: `the refusal of ${name}` },
    );
    expect(said).toMatch(words);
    expect(await versions()).toHaveLength(4);
  });

  it('a file over 50 MB is refused without being read', async () => {
    const path = written('vast.csv', 'SKU;Name;1 month EUR\n');
    truncateSync(path, 50 * 1024 * 1024 + 1);
    await choose(path);
    await waitFor(async () => /^vast\.csv This file is larger than 50 MB/.test(await refusal()), {
      message: 'the refusal',
    });
  });

  it('an old list in use says so, as long as the setting calls it old', async () => {
    const warning = (): Promise<string> =>
      page.$$eval('[data-testid="list-age-warning"]', (all) => all.map((one) => one.textContent).join());
    const allow = async (months: string): Promise<void> => {
      await page.$eval(
        '#list-age',
        (field, value) => {
          (field as HTMLInputElement).value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        months,
      );
    };
    await choose(written('Listino 2020-03-01.csv', 'Code;Product;1 month EUR\nA-1;One;EUR 1.50 / month\n'));
    expect(await understood('Listino 2020-03-01.csv')).toBe('1 article. 1 price.');
    await page.$eval('#list-date', (field) => {
      (field as HTMLInputElement).value = '2020-04-01';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await save('Listino 2020-03-01.csv');
    await waitFor(async () => /is of Apr 1, 2020, more than 12 months ago/.test(await warning()), {
      message: 'the warning',
    });
    const lines = [{ key: 'r1', sku: 'A-1', quantity: 1 }];
    const { list } = await quoted({ lines, duration: 'P1M' });
    expect(list?.warning).toEqual({ code: 'list-old', params: { date: '2020-04-01', months: 12 } });
    await allow('120');
    await waitFor(async () => (await warning()) === '', { message: 'no warning' });
    await allow('12');
    await waitFor(async () => (await warning()) !== '', { message: 'the warning again' });
    const first = '[data-testid="price-list"]:first-of-type';
    await page.click(`${first} button:last-of-type`);
    await clickAria(page, 'Delete it', 'button');
    await waitFor(async () => (await versions()).length === 4, { message: 'the list deleted' });
    expect([await warning(), (await versions())[0]]).toEqual(['', 'calc-en-two-pages.pdf in use']);
  });

  it('a file that is dropped is read like one that is chosen', async () => {
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['SKU;Name;1 month EUR\nA-1;One;1,50\n'], 'dropped.csv'));
      document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
    });
    expect(await understood('dropped.csv')).toBe('1 article. 1 price.');
    await clickAria(page, 'Discard', 'button');
  });

  it('another list is put in use, and one is deleted after a question', async () => {
    await clickAria(page, 'Use this one', 'button');
    await waitFor(async () => (await versions())[1] === 'second.csv in use', { message: 'the other list in use' });
    const last = '[data-testid="price-list"]:last-of-type';
    await page.click(`${last} button:last-of-type`);
    await clickAria(page, 'Keep it', 'button');
    expect(await versions()).toHaveLength(4);
    await page.click(`${last} button:last-of-type`);
    await waitForText(page, 'Delete calc-it-sections.xlsx with all its prices?');
    await clickAria(page, 'Delete it', 'button');
    await waitForText(page, 'The price list is deleted.');
    await waitFor(async () => (await versions()).length === 3, { message: 'one list less' });
    await clickAria(page, 'Undo', 'button');
    await waitForText(page, 'It is back.');
    expect(await versions()).toHaveLength(4);
    expect((await versions())[3]).toBe('calc-it-sections.xlsx');
    await page.click(`${last} button:last-of-type`);
    await clickAria(page, 'Delete it', 'button');
    await waitFor(async () => (await versions()).length === 3, { message: 'one list less again' });
    expect(await versions()).toEqual(['calc-en-two-pages.pdf', 'second.csv in use', 'first.csv']);
  });

  it('a list of many parts is whole, also where the worker ended before it', async () => {
    await choose(fixture('calc-en-large.xlsx'));
    const [, articles] = /^([\d,]+) articles/.exec(await understood('calc-en-large.xlsx')) ?? [];
    expect(Number(articles?.replace(',', ''))).toBeGreaterThan(1000);
    await session.stopWorker();
    await save('calc-en-large.xlsx');
    const first = await page.$eval('[data-testid="price-list"]', (item) => item.textContent);
    expect(first).toContain(`calc-en-large.xlsx in use`);
    expect(first).toContain(`${articles} articles.`);
  });

  it('the settings that estimates rest on are kept', async () => {
    await page.select('#convention', 'started-months');
    await waitForText(page, 'Every month that has begun counts as a whole one.');
    await page.reload();
    await waitFor(() => page.$eval('#convention', (s) => (s as HTMLSelectElement).value === 'started-months'));
    await waitForText(page, /estimate$/);
  });

  it('caused no errors anywhere', () => {
    expect(session.problems()).toEqual([]);
  });
});
