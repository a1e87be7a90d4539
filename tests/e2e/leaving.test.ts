import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { byAria, launch, type Session, waitFor } from '../support/index.ts';
import { BATCH, openDevices, ROWS_OF_25 } from './flows/portal.ts';

/** What of the content script is still at work in a page. */
interface AtWork {
  /** Listeners on window and document, of every world. */
  readonly listeners: number;
  readonly observers: number;
  /** Elements of ours that stand in the page. */
  readonly parts: string[];
}

/** The content script's own world in a page, asked by the debugger. */
async function worldOf(page: Page): Promise<{ client: CDPSession; contextId: number }> {
  const client = await page.createCDPSession();
  const worlds: number[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.['type'] === 'isolated' && context.origin.startsWith('chrome-extension://'))
      worlds.push(context.id);
  });
  await client.send('Runtime.enable');
  const contextId = await waitFor(async () => worlds.at(-1), { message: "the content script's world" });
  return { client, contextId };
}

async function atWork(page: Page, { client, contextId }: Awaited<ReturnType<typeof worldOf>>): Promise<AtWork> {
  const object = async (expression: string): Promise<string> => {
    const { result } = await client.send('Runtime.evaluate', { expression, contextId });
    if (result.objectId === undefined) throw new Error(`${expression} is no object`);
    return result.objectId;
  };
  let listeners = 0;
  for (const target of ['window', 'document'])
    listeners += (await client.send('DOMDebugger.getEventListeners', { objectId: await object(target) })).listeners
      .length;
  await client.send('HeapProfiler.collectGarbage');
  let observers = 0;
  for (const kind of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const prototypeObjectId = await object(`${kind}.prototype`);
    const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId });
    const { result } = await client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    observers += Number(result.value);
  }
  const parts = await page.$$eval('wmp-companion', (hosts) =>
    hosts.map((host) => (host as HTMLElement).dataset['part'] ?? ''),
  );
  return { listeners, observers, parts: parts.filter((part) => part !== 'statement') };
}

describe.each(['plain', 'ext'] as const)('leaving Devices (%s)', (skin) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('ends all that was begun for it: no listener, no observer and nothing of ours is left, however often', async () => {
    const page = await openDevices(session, BATCH.id, { skin, rows: ROWS_OF_25 });
    const world = await worldOf(page);
    const devices = await page.evaluate(() => location.hash);
    const visit = async () => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, devices);
      await byAria(page, 'Convert 25 eligible devices', 'button', { timeout: 20_000 });
      await waitFor(() => page.$('wmp-companion[data-part="badge"]'), { message: 'marks' });
    };
    const leave = async () => {
      await page.evaluate(() => {
        location.hash = '#!dashboard';
      });
      await waitFor(async () => ((await atWork(page, world)).parts.length === 0 ? true : null), {
        message: 'the page to be left',
      });
      await waitFor(() => page.$('wmp-companion[data-part="statement"]'), { message: 'a word on the next page' });
    };
    await visit();
    await leave();
    const before = await atWork(page, world);
    for (let round = 0; round < 4; round += 1) {
      await visit();
      await leave();
    }
    await waitFor(
      async () => {
        const now = await atWork(page, world);
        return now.listeners <= before.listeners && now.observers <= before.observers ? true : null;
      },
      { message: async () => `${JSON.stringify(await atWork(page, world))} to be ${JSON.stringify(before)}` },
    );
    await page.close();
  });
});
