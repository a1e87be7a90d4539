import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/core/records/run.ts';
import { byAria, clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { fillDatabase } from '../support/many-orders.ts';
import { stored } from './flows/portal.ts';
import { putRuns } from './flows/runs.ts';

const ORDERS = 1200;
const NOW = '2026-11-23T10:00:00.000Z';
const RUN = {
  id: 'r1',
  revision: 3,
  updatedAt: NOW,
  updatedBy: 'run',
  customer: { key: 'nordhafen', name: 'Nordhafen' },
  devices: [{ key: '08:00:AA', serial: '08:00:AA', step: 'accepted', agreedAt: NOW }],
  startedAt: NOW,
  agreedAt: NOW,
  seen: { at: NOW, url: 'https://my.wildix.com/?#!devices' },
} as unknown as RunRecord;

let session: Session;
let options: Page;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wmp-data-'));
  session = await launch();
  await fillDatabase(session, ORDERS);
  await putRuns(session, [RUN]);
  options = await session.openOptions();
  const client = await options.createCDPSession();
  await client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}, 120_000);

afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

const orders = async () => (await stored<{ id: string }>(session, 'orders')).map(({ id }) => id).sort();

async function choose(path: string): Promise<void> {
  await options.bringToFront();
  const field = await waitFor(() => options.$('#data-file'), { message: 'the file field' });
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** A row of the review, as its figures. */
const reviewed = (store: string) =>
  options.$$eval(`[data-testid="data-review"] [data-store="${store}"] td`, (cells) =>
    cells.map((cell) => cell.textContent),
  );

describe('all data as one file', () => {
  it('is saved whole', async () => {
    await clickAria(options, 'Save everything as a file', 'button');
    await waitForText(options, /records are in wmp-companion-.*\.json/);
    const name = await waitFor(() => readdirSync(folder).find((one) => one.endsWith('.json')), { message: 'the file' });
    file = join(folder, name);
    const { kind, stores, counts } = JSON.parse(readFileSync(file, 'utf8'));
    expect(kind).toBe('wmp-companion-data');
    expect(stores.orders.map(({ record }: { record: { id: string } }) => record.id).sort()).toEqual(await orders());
    expect(stores.orders.map(({ record }: { record: object }) => record)).toEqual(
      expect.arrayContaining((await stored<object>(session, 'orders')).slice(0, 20)),
    );
    expect(counts.orders).toBe(ORDERS);
    expect(stores.runs).toEqual([{ record: RUN }]);
  });

  it('says that it holds nothing new where it came from', async () => {
    await choose(file);
    await waitForText(options, 'Everything in the file is here already.');
    expect(await reviewed('orders')).toEqual(['0', '0', '1,200', '0', '0']);
    expect(await options.$eval('[data-testid="data-review"] button', (button) => button.disabled)).toBe(true);
    await clickAria(options, 'Leave it', 'button');
  });

  it('is deleted only after it was said what that means for conversions that are not settled', async () => {
    await clickAria(options, 'Delete all data…', 'button');
    await waitForText(options, /It deletes: orders 1,200, conversions 1, other records/);
    await waitForText(options, /1 conversion is not settled/);
    const sure = await byAria(options, 'Delete everything', 'button');
    expect(await sure.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await clickAria(options, 'I have a file of it, or need none', 'checkbox');
    await clickAria(options, 'Delete everything', 'button');
    await waitForText(options, 'Everything is deleted.');
    expect(await orders()).toEqual([]);
    expect(await stored(session, 'runs')).toEqual([]);
    expect(await session.worker((browser) => browser.storage.local.get(null))).toEqual({});
    expect(await session.worker((browser) => browser.storage.sync.get(null))).toEqual({});
    const popup = await session.openPopup();
    await waitFor(() => popup.$('[data-testid="orders-empty"]'), { message: 'the empty state' });
    await popup.close();
  });

  it('comes back after a look at what it would do, and nothing is done before', async () => {
    await options.bringToFront();
    await choose(file);
    await waitForText(options, /This is what taking it in would do/);
    expect(await reviewed('orders')).toEqual(['1,200', '0', '0', '0', '0']);
    expect(await reviewed('runs')).toEqual(['1', '0', '0', '0', '0']);
    await waitForText(options, /Conversions of the file that are not settled/);
    expect(await orders()).toEqual([]);
    await clickAria(options, 'Take it in', 'button');
    await waitForText(options, /Taken in: 1,2\d\d new, 0 later ones/);
    expect(await orders()).toHaveLength(ORDERS);
    const [run] = await stored<RunRecord>(session, 'runs');
    expect(run).toEqual({ ...RUN, elsewhere: true, updatedOn: expect.any(String) });
    const popup = await session.openPopup();
    await waitFor(() => popup.$('[data-testid="order"]'), { message: 'the orders in the popup' });
    await popup.close();
    await options.bringToFront();
  });

  it('goes on where the worker was killed in the middle', async () => {
    const whole = JSON.parse(readFileSync(file, 'utf8'));
    whole.stores.orders = whole.stores.orders.map(
      ({ record, sort }: { record: { id: string; number: string }; sort: string }) => ({
        record: { ...record, id: `${record.id}b`, number: `${record.number}b` },
        sort,
      }),
    );
    const other = join(folder, 'other.json');
    writeFileSync(other, JSON.stringify(whole));
    await choose(other);
    await waitForText(options, /This is what taking it in would do/);
    await clickAria(options, 'Take it in', 'button');
    await session.stopWorker();
    await waitForText(options, /Taken in: [\d,]+ new|It broke off after/);
    if (!(await textsOf(options)).some((text) => text.startsWith('Taken in'))) {
      await choose(other);
      await waitForText(options, /This is what taking it in would do/);
      await clickAria(options, 'Take it in', 'button');
      await waitForText(options, /Taken in: [\d,]+ new/);
    }
    expect(new Set(await orders()).size).toBe(2 * ORDERS);
    expect(await orders()).toHaveLength(2 * ORDERS);
  });

  it.each<[string, string, RegExp]>([
    ['of something else', '{"a":1}', /This is no file of the Companion’s data/],
    ['that was cut off', '', /The file is not whole/],
    ['of a newer version', '{"kind":"wmp-companion-data","version":99}', /made by a newer version/],
  ])('a file %s is refused and nothing is taken from it', async (_, text, said) => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, text === '' ? readFileSync(file, 'utf8').slice(0, -400) : text);
    const before = await orders();
    await choose(path);
    await waitForText(options, said);
    expect(await orders()).toEqual(before);
  });

  it('has its status words and taught pages go with the browser’s own sync, and tells what does not fit', async () => {
    const word = {
      id: 'wysłane',
      revision: 1,
      updatedAt: NOW,
      updatedBy: 'partner',
      word: 'Wysłane',
      state: 'shipped',
    };
    // As it comes from another computer's browser.
    await session.worker((browser, text) => {
      return browser.storage.sync.set({
        'word:wysłane': { at: '2026-11-23T10:00:00.000Z', parts: 1, length: text.length },
        'word:wysłane#0': text,
      });
    }, JSON.stringify(word));
    await waitFor(
      async () => (await stored<{ word: string }>(session, 'stateWords')).some((one) => one.word === 'Wysłane'),
      {
        message: 'the word of the other computer',
      },
    );
    await options.bringToFront();
    await options.reload();
    await waitForText(options, 'Wysłane');
    await clickAria(options, 'Remove Wysłane', 'button');
    await waitFor(
      async () => {
        const items = await session.worker((browser) => browser.storage.sync.get(null));
        return !('parts' in (items['word:wysłane'] as object));
      },
      { message: 'the removal to be carried' },
    );
    const tiers = Array.from({ length: 2000 }, (_, i) => ({ from: i + 2, percent: '5' }));
    await session.worker(
      (browser, discounts) => browser.storage.local.set({ discounts }),
      [{ id: 'd', scope: { kind: 'order' }, model: 'volume', per: 'term', tiers, source: 'settings' }],
    );
    await options.reload();
    await waitForText(options, /1 quantity discount is too large for the browser’s sync/);
  });

  it('is said to be kept by the browser, and asked for where the permission for that was not given', async () => {
    await waitForText(options, /The browser keeps the data until you delete it\. [\d.]+ MB are used/);
    await options.evaluateOnNewDocument(() => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: { contains: unknown } } }).chrome;
      permissions.contains = (_: unknown, answer?: (held: boolean) => void) => {
        answer?.(false);
        return Promise.resolve(false);
      };
    });
    await options.reload();
    await waitForText(options, /The browser may delete the data when the disk is nearly full/);
    await clickAria(options, 'Ask the browser to keep it', 'button');
    // What a browser says to that depends on the browser; it is shown either way.
    await waitForText(options, /The browser keeps the data until|The browser did not promise it/);
  });
});
