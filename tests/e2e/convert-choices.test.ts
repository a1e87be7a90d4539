import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/core/records/run.ts';
import type { Settings } from '../../src/core/settings.ts';
import {
  byAria,
  clickAria,
  type Knobs,
  launch,
  press,
  type Session,
  textsOf,
  waitFor,
  waitForText,
} from '../support/index.ts';
import { agreements, BATCH, capexSerials, openDevices, ROWS_OF_25, stored } from './flows/portal.ts';

const ALL = 'Convert 25 eligible devices';

let session: Session;
afterEach(() => session?.close());

async function devices(knobs: Knobs = {}, settings: Partial<Settings> = {}): Promise<Page> {
  session = await launch();
  await session.worker((browser, set) => browser.storage.sync.set({ settings: set }), settings);
  const page = await openDevices(session, BATCH.id, { rows: ROWS_OF_25, convertAfter: 500, ...knobs });
  await byAria(page, ALL, 'button');
  return page;
}

const serials = (): string[] => capexSerials(session, BATCH.id, ROWS_OF_25);
const steps = async (): Promise<string[]> =>
  (await stored<RunRecord>(session, 'runs')).flatMap((run) => run.devices.map(({ step }) => step));

/** WMP asks, and its Agree is journalled: its own dialog hides everything else from assistive tools, our panel too. */
const asked = () =>
  waitFor(async () => (await steps()).length > 0 && (await steps()).every((step) => step === 'agreeing'), {
    message: 'the run to wait for the partner',
    timeout: 40_000,
  });

const box = (serial: string): string =>
  `[...document.querySelectorAll('tr')].find((row) => row.textContent.includes(${JSON.stringify(serial)})).querySelector('input[type=checkbox], .x-grid-checkcolumn')`;
async function tick(page: Page, serial: string): Promise<void> {
  const mark = await page.evaluateHandle(box(serial));
  await (mark as Awaited<ReturnType<Page['$']>>)?.click();
}
/** Serials of the rows that WMP shows as selected. */
const ticked = async (page: Page): Promise<string[]> => {
  const rows = (await page.evaluate(`[...document.querySelectorAll('tr')]
    .filter((row) => row.querySelector('input[type=checkbox]:checked') ?? row.closest('.x-grid-item-selected'))
    .map((row) => row.textContent)`)) as string[];
  return session.portal.state.devices
    .map(({ serial }) => serial)
    .filter((serial) => rows.some((row) => row.includes(serial)));
};

describe.each(['plain', 'ext'] as const)('in WMP drawn by %s, the partner', (skin) => {
  it('selects some rows in WMP and converts those', async () => {
    const page = await devices({ skin });
    const chosen = [serials()[1], serials()[3], serials()[4]] as string[];
    for (const serial of chosen) await tick(page, serial);
    await clickAria(page, 'Convert 3 selected devices', 'button');
    await byAria(page, 'Convert 3 devices to HWaaS?', 'dialog');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, '3 devices: seen as HWaaS', { timeout: 40_000 });
    expect(agreements(session).map((each) => each.toSorted())).toEqual([chosen.toSorted()]);
  });

  it('selects all eligible rows by one press, and nothing else happens', async () => {
    const page = await devices({ skin });
    await clickAria(page, 'Select all eligible', 'button');
    await byAria(page, 'Convert 25 selected devices', 'button', { timeout: 30_000 });
    expect((await ticked(page)).toSorted()).toEqual(serials().toSorted());
    expect(await stored(session, 'runs')).toEqual([]);
  });

  it('tries without converting: all but Agree, and the page is as it was', async () => {
    const page = await devices({ skin });
    const other = session.portal.state.devices.find((each) => each.customerId === BATCH.id && each.type === 'hwaas');
    await tick(page, other?.serial ?? '');
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Try without converting', 'button');
    await waitForText(page, /^Tried without converting: everything up to Agree works/, { timeout: 40_000 });
    await waitFor(async () => (await ticked(page)).join() === other?.serial, {
      message: async () => `the selection to be given back; selected are ${await ticked(page)}`,
    });
    expect(agreements(session)).toEqual([]);
    expect(new Set(await steps())).toEqual(new Set(['not-converted']));
    expect(await stored<RunRecord>(session, 'runs')).toMatchObject([{ by: 'Robin Partner', trial: true }]);
    expect(session.portal.log().filter(({ kind }) => kind === 'convert-asked')).toHaveLength(1);
  });

  it('presses WMP’s Agree himself, as the settings say', async () => {
    const page = await devices({ skin }, { partnerAgrees: true });
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await asked();
    expect(agreements(session)).toEqual([]);
    await press(page, 'Agree');
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 40_000 });
    expect(agreements(session)).toHaveLength(1);
  });

  it('is asked for his own Agree and cancels: nothing was converted', async () => {
    const page = await devices({ skin }, { partnerAgrees: true });
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await asked();
    await press(page, 'Cancel');
    // Said once WMP's rows are unselected again, one by one.
    await waitForText(page, 'You cancelled WMP’s question. Nothing was converted.', { timeout: 30_000 });
    expect(new Set(await steps())).toEqual(new Set(['not-converted']));
    expect(agreements(session)).toEqual([]);
  });
});

describe('a list that lets presses through for longer than usual after it was scrolled', () => {
  it('has its rows selected all the same', async () => {
    const page = await devices({ skin: 'ext' });
    await page.setViewport({ width: 1280, height: 500 });
    await page.evaluate(() => {
      const timers = new Map<Element, ReturnType<typeof setTimeout>>();
      document.addEventListener(
        'scroll',
        ({ target }) => {
          if (!(target instanceof HTMLElement)) return;
          const inner = [...target.children].filter((child) => child instanceof HTMLElement);
          for (const child of inner) child.style.pointerEvents = 'none';
          clearTimeout(timers.get(target));
          const back = () => {
            for (const child of inner) child.style.pointerEvents = '';
          };
          timers.set(target, setTimeout(back, 4500));
        },
        true,
      );
    });
    await clickAria(page, 'Select all eligible', 'button');
    await byAria(page, 'Convert 25 selected devices', 'button', { timeout: 60_000 });
    expect((await ticked(page)).length).toBeGreaterThan(0);
    expect((await textsOf(page)).filter((text) => /did not select/.test(text))).toEqual([]);
  }, 90_000);
});

describe('rows that are drawn anew without what they said of themselves', () => {
  it('are counted and reviewed as selected all the same', async () => {
    session = await launch();
    const page = await openDevices(session, BATCH.id, { skin: 'ext', rows: 120 });
    const all = capexSerials(session, BATCH.id, 120);
    await clickAria(page, 'Select all eligible', 'button', { timeout: 30_000 });
    await byAria(page, `Convert ${all.length} selected devices`, 'button', { timeout: 60_000 });
    const silent = () =>
      page.$$eval('tr.x-grid-row', (rows) => rows.filter((row) => row.getAttribute('aria-selected') === null).length);
    // Those of the first screen were drawn anew when the list was scrolled back, and Ext no longer says that they are selected.
    await waitFor(async () => (await silent()) > 20, { message: 'rows that say nothing' });
    await clickAria(page, `Convert ${all.length} selected devices`, 'button');
    await byAria(page, `Convert ${all.length} devices to HWaaS?`, 'dialog', { timeout: 30_000 });
    const words = (await textsOf(page)).join(' ');
    for (const serial of [all[0], all[60], all.at(-1)]) expect(words).toContain(serial);
  }, 150_000);
});

describe('a run in groups', () => {
  const GROUPS = { groupSize: 10, groupPause: 1 };

  it('agrees to each group once, and to all of them in the end', async () => {
    const page = await devices({ skin: 'plain' }, GROUPS);
    const all = serials();
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 60_000 });
    expect(agreements(session).map((each) => each.length)).toEqual([10, 10, 5]);
    expect(agreements(session).flat().toSorted()).toEqual(all.toSorted());
  });

  it('is paused and resumed between groups', async () => {
    const page = await devices({ skin: 'plain' }, GROUPS);
    const all = serials();
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitFor(() => agreements(session).length === 1, { message: 'the first group', timeout: 30_000 });
    await clickAria(page, 'Pause', 'button');
    await waitForText(page, /^Paused before WMP was asked/);
    await waitFor(async () => !(await steps()).some((step) => IN_HAND.has(step)), { message: 'the pause' });
    const agreed = agreements(session).length;
    // The partner is free to work in WMP meanwhile.
    await tick(page, serials()[20] ?? '');
    await clickAria(page, 'Resume', 'button');
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 60_000 });
    expect(agreed).toBeLessThan(3);
    expect(agreements(session).flat().toSorted()).toEqual(all.toSorted());
  });

  it('is halved where WMP holds no more than ten rows selected', async () => {
    const page = await devices({ skin: 'plain' });
    const all = serials();
    await page.evaluate(() => {
      const held: HTMLInputElement[] = [];
      document.addEventListener('change', ({ target }) => {
        const box = target as HTMLInputElement;
        if (box.checked) held.push(box);
        else held.splice(held.indexOf(box), 1);
        if (held.length > 10) held[0]?.click();
      });
      new MutationObserver(() => held.splice(0, held.findLastIndex((box) => !box.isConnected) + 1)).observe(
        document.body,
        { childList: true, subtree: true },
      );
    });
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 50_000 });
    expect(agreements(session).map((each) => each.length)).toEqual([7, 6, 6, 6]);
    expect(agreements(session).flat().toSorted()).toEqual(all.toSorted());
  });

  it('is stopped after a group: the rest was not converted', async () => {
    const page = await devices({ skin: 'plain' }, { ...GROUPS, groupPause: 30 });
    await clickAria(page, ALL, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, /^10 devices: (agreed to, waiting|seen as HWaaS)/, { timeout: 30_000 });
    await clickAria(page, 'Stop', 'button');
    await waitForText(page, '15 devices: not converted');
    await waitForText(page, '10 devices: seen as HWaaS', { timeout: 30_000 });
    expect(agreements(session).map((each) => each.length)).toEqual([10]);
  });
});

const IN_HAND: ReadonlySet<string> = new Set(['selecting', 'selected', 'asked', 'agreeing']);

describe('the button that confirms', () => {
  const confirm = async (page: Page) => {
    await clickAria(page, ALL, 'button');
    return byAria(page, 'Convert now', 'button');
  };

  it('counts only once it was on screen for half a second', async () => {
    const page = await devices({ skin: 'plain' });
    const button = await confirm(page);
    expect(await button.evaluate((element) => (element as HTMLButtonElement).disabled)).toBe(true);
    await waitFor(() => button.evaluate((element) => !(element as HTMLButtonElement).disabled), {
      message: 'the button to be ready',
    });
  });

  it.each([
    [
      'covered',
      `document.body.insertAdjacentHTML('beforeend', '<dialog id=cover style="inset:0;width:100vw;height:100vh;max-width:none;max-height:none;opacity:0.01"></dialog>'); document.getElementById('cover').showModal()`,
    ],
    [
      'transparent',
      `for (const part of document.querySelectorAll('wmp-companion')) part.style.setProperty('opacity', '0.02', 'important')`,
    ],
  ])('does not count where the page makes it %s', async (_, attack) => {
    const page = await devices({ skin: 'plain' });
    const button = await confirm(page);
    await waitFor(() => button.evaluate((element) => !(element as HTMLButtonElement).disabled), {
      message: 'the button to be ready',
    });
    await page.evaluate(attack);
    await waitFor(() => button.evaluate((element) => (element as HTMLButtonElement).disabled), {
      message: 'the button not to be ready any more',
    });
    expect(await stored(session, 'runs')).toEqual([]);
    expect((await textsOf(page)).includes('Conversion progress')).toBe(false);
  });
});
