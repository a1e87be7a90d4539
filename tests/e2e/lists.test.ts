import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvoiceRecord } from '../../src/core/records/invoice.ts';
import type { PbxRecord } from '../../src/core/records/pbx.ts';
import type { StockRecord } from '../../src/core/records/stock.ts';
import { clickAria, launch, type Session, waitFor, waitForText } from '../support/index.ts';
import { putRows } from '../support/many-orders.ts';
import { BATCH, rememberPbxes, stored } from './flows/portal.ts';

const NOW = '2026-11-23T10:00:00.000Z';
const stamp = (id: string) => ({ id, revision: 1, updatedAt: NOW, updatedBy: 'partner' });
const MANY = 1203;

let session: Session;
let options: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-lists-'));
  session = await launch();
  await (await rememberPbxes(session, BATCH.id)).close();
  for (const [route, store] of [
    [`customers/${BATCH.id}/order`, 'stocks'],
    ['balance', 'invoices'],
  ] as const) {
    const page = await session.openPortal(route);
    await waitFor(async () => (await stored(session, store)).length > 2, { message: store });
    await page.close();
  }
  options = await session.openOptions();
  const client = await options.createCDPSession();
  await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}, 120_000);

afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function file(button: string, said: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await clickAria(options, button, 'button');
  await waitForText(options, said);
  const name = await waitFor(() => readdirSync(folder).find((one) => /\.(csv|xlsx)$/.test(one)), {
    message: 'the file',
  });
  const bytes = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  return { name, bytes };
}

/** Each row by the heads of its columns. */
function byHead<T>([head = [], ...rows]: readonly (readonly T[])[]): Record<string, T | undefined>[] {
  expect(new Set(head).size).toBe(head.length);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i]])));
}

const csv = (bytes: Buffer): Record<string, string | undefined>[] => {
  const text = bytes.toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return byHead(Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' }).data);
};
const xlsx = async (bytes: Buffer) => byHead((await readXlsxFile(bytes))[0]?.data ?? []);

describe('what is remembered, as a table', () => {
  it('PBXes have their term in words, and dates that are dates', async () => {
    const known = await stored<PbxRecord>(session, 'pbxes');
    expect(known.length).toBeGreaterThan(0);
    const { name, bytes } = await file('PBXes as CSV', new RegExp(`${known.length} rows? saved`));
    expect(name).toMatch(/^wmp-companion-pbxes-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv(bytes)).toEqual(
      known.map(({ customer, name: pbx, expiration = '', seen }) =>
        expect.objectContaining({
          Customer: customer.name,
          PBX: pbx,
          Expiration: expiration,
          'Last seen (UTC)': seen.at,
          'Seen at': seen.url,
        }),
      ),
    );
    const rows = await xlsx((await file('PBXes as XLSX', /rows? saved/)).bytes);
    expect(rows.map(({ Expiration: date }) => (date as Date | null)?.toISOString().slice(0, 10))).toEqual(
      known.map(({ expiration }) => expiration),
    );
  });

  it('invoices have amounts that are numbers, with their currency', async () => {
    const known = await stored<InvoiceRecord>(session, 'invoices');
    const rows = await xlsx((await file('Invoices as XLSX', /rows saved/)).bytes);
    expect(
      rows.map((row) => [
        row.Invoice,
        row.Amount,
        row.Currency,
        (row.Due as unknown as Date).toISOString().slice(0, 10),
      ]),
    ).toEqual(
      known.map(({ number, amount, due }) => [number, (amount?.amountMinor ?? 0) / 100, amount?.currency, due]),
    );
  });

  it('stock below nothing is a number below nothing', async () => {
    const known = await stored<StockRecord>(session, 'stocks');
    const rows = await xlsx((await file('Stock as XLSX', /rows saved/)).bytes);
    expect(rows.map(({ SKU, Stock }) => [SKU, Stock])).toEqual(known.map(({ sku, stock }) => [sku, stock]));
    expect(rows.map(({ Stock }) => Stock)).toContain(-186);
  });
});

describe('a list', () => {
  it('of nothing has nothing to save', async () => {
    const row = await options.$eval('[data-list="agreements"]', (item) => (item as HTMLElement).innerText);
    expect(row).toContain('none yet');
    expect(
      await options.$$eval('[data-list="agreements"] button', (all) =>
        all.map((one) => (one as HTMLButtonElement).disabled),
      ),
    ).toEqual([true, true]);
  });

  it('of many parts is whole, cells that would calculate are inert, and what cannot be read is said', async () => {
    const customers = Array.from({ length: MANY }, (_, i) => {
      const key = `customer ${String(i).padStart(5, '0')}`;
      const record = {
        ...stamp(key),
        customer: { key, name: i === 7 ? '=HYPERLINK("x")' : `Müller & Söhne; ${i}` },
        namesakes: i === 8,
        seen: { at: NOW, url: 'https://my.wildix.com/?#!customers' },
      };
      return { id: key, record: i === 9 ? { broken: true } : record };
    });
    const line = { product: '+Phone', sku: 'HW-1', quantity: 3 };
    const carts = { ...stamp('c1'), name: 'Office', lines: [line, { product: 'Base', quantity: 1 }], savedAt: NOW };
    const money = (amountMinor: number) => ({ money: { amountMinor, currency: 'EUR' }, unit: 'month', row: 2 });
    const list = {
      ...stamp('l1'),
      name: 'Prices.xlsx',
      format: 'xlsx',
      listDate: '2026-11-01',
      importedAt: NOW,
      items: 1,
      rejected: 0,
    };
    const article = { sku: 'HW-1', name: 'Phone', prices: { P1M: money(1234), P5Y: money(905) }, rows: [2] };
    await putRows(session, {
      customers,
      savedCarts: [{ id: 'c1', record: carts }],
      priceLists: [
        { id: 'l1', record: list, complete: 1, active: 1, begun: NOW },
        { id: 'l2', record: { ...list, id: 'l2' }, complete: 0, active: 0, begun: NOW, removed: NOW },
      ],
      priceItems: [
        { list: 'l1', n: 0, record: article },
        { list: 'l2', n: 0, record: { ...article, sku: 'OF-A-DELETED-LIST' } },
      ],
    });
    await options.reload();
    await clickAria(options, 'Customers as CSV', 'button');
    await waitForText(options, /1,\d+ rows saved\. 1 entry could not be read\./);
    const name = await waitFor(() => readdirSync(folder).find((one) => one.endsWith('.csv')), { message: 'the file' });
    const rows = csv(readFileSync(join(folder, name)));
    rmSync(join(folder, name));
    const wanted = customers.filter((_, i) => i !== 9).map((_, i) => i);
    const written = rows.filter(({ Customer }) => /^Müller & Söhne; |HYPERLINK/.test(Customer ?? ''));
    expect(written).toHaveLength(wanted.length);
    expect(written[7]?.Customer).toBe(`'=HYPERLINK("x")`);
    expect(written[8]?.['Name listed twice']).toBe('yes');

    const cartRows = await xlsx((await file('Saved carts as XLSX', /2 rows saved/)).bytes);
    expect(cartRows).toMatchObject([
      { 'Saved cart': 'Office', Product: '+Phone', SKU: 'HW-1', Quantity: 3 },
      { 'Saved cart': 'Office', Product: 'Base', Quantity: 1 },
    ]);
    const prices = csv((await file('Articles of price lists as CSV', /2 rows saved/)).bytes);
    expect(prices).toHaveLength(2);
    expect(prices).toMatchObject([
      {
        SKU: 'HW-1',
        Price: '12.34',
        Currency: 'EUR',
        'Price per': 'month',
        'Price list': 'Prices.xlsx',
        'In use': 'yes',
      },
      { SKU: 'HW-1', Price: '9.05', 'Date of the list': '2026-11-01' },
    ]);
  });

  it('that was learned has a row for each tier, with its percentage as a number', async () => {
    const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    const observed = (id: string, quantity: number, after: number) => ({
      id,
      sku: 'HW-1',
      record: {
        ...stamp(id),
        sku: 'HW-1',
        duration: 'P1Y',
        quantity,
        cartQuantity: quantity,
        before: eur(quantity * 1000),
        after: eur(after),
        on: id === 'o1' ? '2026-11-22' : '2026-11-20',
        seen: { at: NOW, url: 'https://my.wildix.com/?#!cart' },
      },
    });
    await putRows(session, {
      observations: [
        observed('o1', 10, 9250),
        observed('o2', 12, 11100),
        observed('o3', 20, 15000),
        observed('o4', 20, 18000),
      ],
    });
    await options.reload();
    const rows = await xlsx((await file('Learned discounts as XLSX', /2 rows saved/)).bytes);
    expect(rows).toMatchObject([
      {
        SKU: 'HW-1',
        'From units': 10,
        'Discount in %': 7.5,
        Use: 'used in quotes',
        'Last observed': new Date('2026-11-22T00:00:00Z'),
      },
      { SKU: 'HW-1', 'From units': 20, 'Discount in %': null, Use: 'not used' },
    ]);
  });

  it('that does not stand still while it is written is not saved', async () => {
    // One more customer comes between the first part and the last, each time.
    await options.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } }).chrome;
      const real = runtime.sendMessage as (message: { name: string }) => Promise<{
        value: { counts: { customers: number } };
      }>;
      let asked = 0;
      runtime.sendMessage = async (message: { name: string }) => {
        const answer = await real(message);
        if (message.name === 'data.overview') answer.value.counts.customers += asked++;
        return answer;
      };
    });
    await clickAria(options, 'Customers as CSV', 'button');
    await waitForText(options, /changed while it was written out/);
    expect(readdirSync(folder)).toEqual([]);
    await options.reload();
  });

  it('that the worker refuses to give is said, and no file is saved', async () => {
    await options.evaluate(() => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } }).chrome;
      const real = runtime.sendMessage as (message: { name: string; body: { after?: string } }) => unknown;
      let parts = 0;
      runtime.sendMessage = (message: { name: string; body: { after?: string } }) =>
        message.name === 'data.part' && ++parts > 1
          ? Promise.resolve({ ok: false, error: { code: 'storage-full' } })
          : real(message);
    });
    await clickAria(options, 'Customers as CSV', 'button');
    await options.waitForSelector('[data-testid="lists"] [role="alert"]');
    expect(readdirSync(folder)).toEqual([]);
  });
});
