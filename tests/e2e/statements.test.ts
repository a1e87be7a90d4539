import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, stored, tabStatement } from './flows/portal.ts';

const NOT_KNOWN = 'This page is not one the Companion knows, so it does nothing here.';
const LOGGED_OUT = 'WMP shows its login page. Log in, and the Companion goes on.';

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

/** Buttons of ours that would do something to WMP. */
const offers = async (page: Page): Promise<string[]> =>
  (await textsOf(page, 'button')).filter((name) => /eligible|Convert now|Recalculate now|Check out anyway/.test(name));

describe('the popup on an empty database', () => {
  it('explains what will fill it, counts nothing, and has no errors', async () => {
    const popup = await session.openPopup();
    await waitFor(() => popup.$('[data-testid="orders-empty"]'), { message: 'the empty state' });
    const words = (await textsOf(popup)).join(' ');
    expect(words).toContain('No pending orders are known.');
    expect(words).toContain('Orders come here when you check out in WMP, and when you open Orders in WMP');
    expect(await session.worker((browser) => browser.action.getBadgeText({}))).toBe('');
    expect(session.problems()).toEqual([]);
    await popup.close();
  });

  it('says of a tab that is not WMP that it is not', async () => {
    const page = await session.open('about:blank');
    const id = await session.worker(async (browser) => {
      const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.id ?? -1;
    });
    const popup = await session.openPopup(`tab=${id}`);
    await waitForText(popup, 'This tab is not WMP.');
    await popup.close();
    await page.close();
  });
});

describe.each(['plain', 'ext'] as const)('in WMP drawn by %s', (skin) => {
  it.each(['dashboard', 'pricelist', 'rma'])(
    'a page that is not known (%s) gets a plain statement and nothing else',
    async (route) => {
      const page = await session.openPortal(route, { skin });
      await waitForText(page, NOT_KNOWN);
      expect(await tabStatement(session, page)).toContain(NOT_KNOWN);
      expect(await offers(page)).toEqual([]);
      await page.close();
    },
  );

  it('the login page gets a plain statement, and nothing is remembered from it', async () => {
    const page = await session.openPortal(`customers/${BATCH.id}/devices`, { skin });
    await waitForText(page, /devices can be converted|cannot tell/);
    const before = JSON.stringify(await stored(session, 'pbxes'));
    session.portal.expireSession();
    await page.reload();
    await waitForText(page, LOGGED_OUT);
    expect(await tabStatement(session, page)).toContain(LOGGED_OUT);
    expect(await offers(page)).toEqual([]);
    expect(JSON.stringify(await stored(session, 'pbxes'))).toBe(before);
    session.portal.reset();
    await page.close();
  });

  it('devices of a PBX that was never seen are not judged: what is missing is said', async () => {
    const page = await session.openPortal('customers/18/devices', { skin });
    await waitForText(page, /^0 devices can be converted/);
    await waitFor(
      async () => (await textsOf(page, 'image')).some((name) => /^Cannot tell: .*(PBXes page|PBXes)/.test(name)),
      {
        message: async () =>
          `a mark that says what is missing. There: ${[...new Set(await textsOf(page, 'image'))].join(' | ')}`,
      },
    );
    expect(await offers(page)).toEqual([]);
    await page.close();
  });

  it.each(['serial,mac', 'type', 'pbx'])('a list without the column %s is not judged', async (columns) => {
    const page = await session.openPortal(`customers/${BATCH.id}/devices`, { skin, hide: columns.split(',') });
    await waitForText(page, /was not found|cannot tell|not one the Companion knows|could not be found/);
    expect(await offers(page)).toEqual([]);
    await page.close();
  });
});
