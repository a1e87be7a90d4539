import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, waitFor } from '../support/index.ts';
import { stored } from './flows/portal.ts';

/** Two browsers of one account, each with its own profile. What the browser maker's servers would carry is carried by `carry`. */
let here: Session;
let there: Session;
let pages: Map<Session, Page>;
beforeAll(async () => {
  [here, there] = await Promise.all([launch(), launch()]);
  pages = new Map([
    [here, await here.openOptions()],
    [there, await there.openOptions()],
  ]);
}, 120_000);
afterAll(() => Promise.all([here?.close(), there?.close()]));

type Items = Record<string, unknown>;
const items = (session: Session): Promise<Items> => session.worker((browser) => browser.storage.sync.get(null));

/** What changed since the two were alike, item by item; of one that both changed the later to arrive stays, as with the browser's servers. */
async function carry(from: Session, to: Session): Promise<void> {
  const [source, target] = [await items(from), await items(to)];
  const gone = Object.keys(target).filter((key) => !(key in source));
  const fresh = Object.fromEntries(
    Object.entries(source).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(target[key])),
  );
  await to.worker(
    async (browser, { set, remove }) => {
      await browser.storage.sync.set(set);
      await browser.storage.sync.remove(remove);
    },
    { set: fresh, remove: gone },
  );
}

const ask = async (session: Session, name: string, body: object): Promise<void> => {
  const message = JSON.stringify({ wmpc: 1, name, body });
  const answer = await pages.get(session)?.evaluate(`chrome.runtime.sendMessage(${message})`);
  expect(answer).toMatchObject({ ok: true });
};
const words = async (session: Session) =>
  (await stored<{ word: string; state: string }>(session, 'stateWords'))
    .map(({ word, state }) => `${word}: ${state}`)
    .toSorted();
const until = (session: Session, expected: readonly string[]) =>
  waitFor(async () => (await words(session)).join() === expected.join(), {
    message: async () => `${expected}; there is ${await words(session)}`,
  });
/** Items that hold something, and not only that something was removed. */
const carried = async (session: Session) =>
  Object.entries(await items(session)).filter(
    ([key, value]) => key.startsWith('word:') && !key.includes('#') && 'parts' in (value as object),
  ).length;

describe('two browsers of one partner', () => {
  it('come to the same words, whichever of them was taught', async () => {
    await ask(here, 'states.set', { word: 'Wysłane', state: 'shipped' });
    await ask(there, 'states.set', { word: 'Odesláno', state: 'shipped' });
    await waitFor(async () => (await carried(here)) === 1 && (await carried(there)) === 1, { message: 'both items' });
    // What one has is unknown to the other; nothing is removed for that.
    await carryAdditions(here, there);
    await until(there, ['Odesláno: shipped', 'Wysłane: shipped']);
    await carry(there, here);
    await until(here, ['Odesláno: shipped', 'Wysłane: shipped']);
  });

  it('take a later change and a removal over, and come to rest', async () => {
    await ask(there, 'states.set', { word: 'Wysłane', state: 'delivered' });
    await waitFor(async () => JSON.stringify(await items(there)) !== JSON.stringify(await items(here)), {
      message: 'the change',
    });
    await carry(there, here);
    await until(here, ['Odesláno: shipped', 'Wysłane: delivered']);
    await ask(here, 'states.forget', { word: 'Odesláno' });
    await waitFor(async () => (await carried(here)) === 1, { message: 'the removal' });
    await carry(here, there);
    await until(there, ['Wysłane: delivered']);
    await carry(there, here);
    await until(here, ['Wysłane: delivered']);
    expect(await items(there)).toEqual(await items(here));
  });

  it('keep the later of two changes of one word, where both were without a network', async () => {
    await ask(here, 'states.set', { word: 'Wysłane', state: 'partly-shipped' });
    await ask(there, 'states.set', { word: 'Wysłane', state: 'backordered' });
    await waitFor(async () => (await words(there)).join() === 'Wysłane: backordered', { message: 'the other change' });
    // The earlier one reaches the servers last.
    await carry(here, there);
    const text = async () => JSON.stringify(await items(there));
    await waitFor(async () => (await text()).includes('backordered'), { message: 'the later one to be sent again' });
    expect(await words(there)).toEqual(['Wysłane: backordered']);
    await carry(there, here);
    await until(here, ['Wysłane: backordered']);
  });

  it('caused no errors', () => {
    expect([...here.problems(), ...there.problems()]).toEqual([]);
  });
});

/** All that the one has and the other does not. */
async function carryAdditions(from: Session, to: Session): Promise<void> {
  const [source, target] = [await items(from), await items(to)];
  const fresh = Object.fromEntries(Object.entries(source).filter(([key]) => !(key in target)));
  await to.worker((browser, set) => browser.storage.sync.set(set), fresh);
}
