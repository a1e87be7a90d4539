import { afterAll, beforeAll, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { byAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, openDevices, ROWS_OF_25 } from './flows/portal.ts';

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

const BUTTON = 'Convert 25 eligible devices';

it('a second copy of the content script takes over from the first, without a reload of the page', async () => {
  const page = await openDevices(session, BATCH.id, { rows: ROWS_OF_25 });
  await byAria(page, BUTTON, 'button');
  // As after an update: the worker puts the new content script into the open tab.
  await session.worker(async (browser) => {
    const [script] = browser.runtime.getManifest().content_scripts ?? [];
    const tabs = await browser.tabs.query({ url: 'https://my.wildix.com/*' });
    for (const { id } of tabs)
      if (id !== undefined && script?.js !== undefined)
        await browser.scripting.executeScript({ target: { tabId: id }, files: script.js });
  });
  const marks = () => page.evaluate(() => document.querySelectorAll('td wmp-companion').length);
  await waitFor(async () => (await marks()) === ROWS_OF_25, { message: 'one mark per row' });
  await byAria(page, BUTTON, 'button');
  expect((await textsOf(page, 'button')).filter((name) => name === BUTTON)).toHaveLength(1);
  expect(session.problems()).toEqual([]);
});

it('an extension that goes away leaves nothing behind, and one that comes back needs no reload of the page', async () => {
  const [page] = (await session.browser.pages()).filter((each) => each.url().includes('/devices'));
  if (page === undefined) throw new Error('the page is gone');
  // Without developer mode the browser does not start an unpacked extension again: it is as if it had been removed.
  await session.worker((browser) => {
    setTimeout(() => browser.runtime.reload(), 50);
  });
  const hosts = () => page.evaluate(() => document.querySelectorAll('wmp-companion').length);
  await waitFor(async () => (await hosts()) === 0, { message: 'everything of the extension to go' });
  await session.browser.installExtension(inProject('dist/chrome'));
  // From another folder it is another extension to the browser, and knows no PBXes yet.
  await waitForText(page, /^0 devices can be converted/, { timeout: 20_000 });
  await waitFor(async () => (await hosts()) > ROWS_OF_25, { message: 'a mark per row, and the bar' });
  expect(session.problems()).toEqual([]);
});
