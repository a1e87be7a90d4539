import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/core/records/run.ts';
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
import { agreements, BATCH, capexSerials, openDevices, ROWS_OF_25, stored, tabStatement } from './flows/portal.ts';

const BUTTON = 'Convert 25 eligible devices';
const NOT_CONVERTED = '25 devices: not converted';
const UNKNOWN = '25 devices: unknown';

let session: Session;
afterEach(() => session?.close());

async function devices(knobs: Knobs = {}): Promise<Page> {
  session = await launch();
  return openDevices(session, BATCH.id, { rows: ROWS_OF_25, convertAfter: 1000, ...knobs });
}

async function convert(page: Page): Promise<void> {
  await clickAria(page, BUTTON, 'button');
  await clickAria(page, 'Convert now', 'button');
}

const steps = async (): Promise<string[]> => {
  const runs = await stored<RunRecord>(session, 'runs');
  return [...new Set(runs.flatMap((run) => run.devices.map(({ step }) => step)))];
};

describe.each(['plain', 'ext'] as const)('a conversion in WMP drawn by %s, when', (skin) => {
  it('the dialog never opens: nothing is agreed to, and it says so', async () => {
    const page = await devices({ skin, faults: ['dialog-never'] });
    await convert(page);
    await waitForText(page, NOT_CONVERTED, { timeout: 40_000 });
    await waitForText(page, 'WMP did not open its confirmation. Nothing was converted.');
    expect(agreements(session)).toEqual([]);
    expect(await steps()).toEqual(['not-converted']);
  });

  it('the button does nothing the first time: it is pressed once more', async () => {
    const page = await devices({ skin, faults: ['dead-once:convert'] });
    await convert(page);
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 50_000 });
    expect(agreements(session)).toHaveLength(1);
  });

  it('Agree answers with an error: the devices are unknown, and not asked for again', async () => {
    const page = await devices({ skin, faults: ['error:agree'] });
    await convert(page);
    await waitFor(async () => (await steps()).includes('unknown'), {
      message: 'the run to be unknown',
      timeout: 40_000,
    });
    // WMP's own box lies over everything until it is answered.
    await press(page, 'OK');
    await waitForText(page, UNKNOWN);
    expect(await steps()).toEqual(['unknown']);
    await waitFor(async () => !(await textsOf(page, 'button')).includes(BUTTON), { message: 'the button to go' });
    await page.reload();
    await waitForText(page, UNKNOWN);
    await waitForText(page, /^0 devices can be converted/);
    expect(agreements(session)).toEqual([]);
  });

  it('the session expires at Agree: unknown, and the login page says what it is', async () => {
    const page = await devices({ skin, faults: ['session-expires:agree'] });
    await convert(page);
    await waitFor(async () => (await steps()).includes('unknown'), {
      message: 'the run to be unknown',
      timeout: 40_000,
    });
    await waitForText(page, 'WMP shows its login page. Log in, and the Companion goes on.');
    expect(await tabStatement(session, page)).toContain('WMP shows its login page');
    expect(agreements(session)).toEqual([]);
  });

  it('another row becomes selected: WMP asks about one more, and nothing is agreed to', async () => {
    session = await launch();
    // Some of this customer's devices are on a LifeTime PBX, so not all of them are in the plan.
    const page = await openDevices(session, 18, { skin, faults: ['select-noise'] });
    await clickAria(page, /^Convert \d+ eligible devices$/, 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitFor(async () => (await steps()).length > 0, { message: 'the run' });
    await waitForText(page, /^WMP asks about \d+ devices, but \d+ were reviewed\. Nothing was agreed to\.$/, {
      timeout: 40_000,
    });
    expect(agreements(session)).toEqual([]);
    expect(await steps()).toEqual(['not-converted']);
  });

  it('rows were selected before: the ones outside the plan are taken back', async () => {
    const page = await devices({ skin });
    await byAria(page, BUTTON, 'button');
    const hwaas = session.portal.state.devices.find(
      ({ customerId, type }) => customerId === BATCH.id && type === 'hwaas',
    );
    await selectRow(page, hwaas?.serial ?? '');
    await convert(page);
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 50_000 });
    expect(agreements(session).map((each) => each.length)).toEqual([25]);
  });

  it('a row disappears: nothing is agreed to', async () => {
    const page = await devices({ skin });
    await byAria(page, BUTTON, 'button');
    session.portal.setFault('vanish:2');
    const serial = capexSerials(session, BATCH.id, ROWS_OF_25)[1] ?? '';
    await clickAria(page, BUTTON, 'button');
    await byAria(page, 'Convert now', 'button');
    await removeRow(page, serial);
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, NOT_CONVERTED, { timeout: 40_000 });
    await waitForText(page, `${serial} is not in the list any more. Nothing was converted.`);
    expect(agreements(session)).toEqual([]);
  });

  it('the list stands there twice: no button, and a reason', async () => {
    const page = await devices({ skin, faults: ['duplicate'] });
    await waitForText(page, 'The list stands on this page twice');
    expect((await textsOf(page, 'button')).filter((name) => /eligible/.test(name))).toEqual([]);
  });

  it('the type column is missing: no button, and a reason on the page and in the popup', async () => {
    const page = await devices({ skin, hide: ['type'] });
    await waitForText(page, 'was not found, so the Companion cannot tell and does nothing');
    expect((await textsOf(page, 'button')).filter((name) => /eligible/.test(name))).toEqual([]);
    expect(await tabStatement(session, page)).toContain('was not found, so the Companion cannot tell');
  });
});

describe('a conversion', () => {
  it('goes on when the worker is ended between its messages', async () => {
    const page = await devices({ skin: 'plain', convertAfter: 3000 });
    await byAria(page, BUTTON, 'button');
    await session.stopWorker();
    await clickAria(page, BUTTON, 'button');
    await session.stopWorker();
    await clickAria(page, 'Convert now', 'button');
    for (const text of [/being selected|selected in WMP|asked about|agreed/, /agreed to, waiting/]) {
      await waitForText(page, text, { timeout: 30_000 });
      await session.stopWorker();
    }
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 50_000 });
    expect(agreements(session)).toHaveLength(1);
  });

  it('larger than the settings allow is refused in words, and another one while it runs too', async () => {
    const page = await devices({ skin: 'plain', convertAfter: 20_000 });
    await session.worker((browser) => browser.storage.sync.set({ settings: { largestBatch: 10 } }));
    await clickAria(page, BUTTON, 'button');
    await waitForText(page, '25 devices are more than the largest batch of 10 in your settings.');
    const now = await byAria(page, 'Convert now', 'button');
    expect(await now.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await clickAria(page, 'Cancel', 'button');

    await session.worker((browser) => browser.storage.sync.set({ settings: { largestBatch: 200 } }));
    const second = await session.openPortal(`customers/${BATCH.id}/devices`, {
      rows: ROWS_OF_25,
      convertAfter: 20_000,
    });
    await clickAria(second, BUTTON, 'button');
    await byAria(second, 'Convert now', 'button');
    await convert(page);
    await waitFor(() => agreements(session).length === 1, { message: 'the first tab to agree', timeout: 30_000 });
    await clickAria(second, 'Convert now', 'button');
    await waitForText(second, /is already in a conversion whose outcome is not settled|is not finished/);
    expect(agreements(session)).toHaveLength(1);
  });

  it('is not begun or confirmed by a script of the page', async () => {
    const page = await devices({ skin: 'plain' });
    const button = await byAria(page, BUTTON, 'button');
    await button.evaluate((element) => (element as HTMLElement).click());
    await clickAria(page, BUTTON, 'button');
    const confirm = await byAria(page, 'Convert now', 'button');
    await confirm.evaluate((element) => (element as HTMLElement).click());
    await clickAria(page, 'Cancel', 'button');
    expect(await stored(session, 'runs')).toEqual([]);
    expect(
      await page.evaluate(() => [...document.querySelectorAll('*')].some((element) => element.shadowRoot !== null)),
    ).toBe(false);
  });

  it('stops when the partner clicks in WMP meanwhile', async () => {
    const page = await devices({ skin: 'plain', rows: 120 });
    await clickAria(page, 'Convert 107 eligible devices', 'button');
    await clickAria(page, 'Convert now', 'button');
    await waitForText(page, '107 devices: being selected in WMP');
    await page.mouse.click(5, 400);
    await waitForText(page, 'You clicked in WMP meanwhile, so the Companion stopped.', { timeout: 30_000 });
    expect(agreements(session)).toEqual([]);
    expect(await steps()).toEqual(['not-converted']);
  });

  it('is found again after a reload in the middle, and nothing is agreed to twice', async () => {
    const page = await devices({ skin: 'plain', convertAfter: 4000 });
    await convert(page);
    await waitFor(() => agreements(session).length === 1, { message: 'Agree', timeout: 30_000 });
    await page.reload();
    await waitForText(page, '25 devices: seen as HWaaS', { timeout: 50_000 });
    expect(agreements(session)).toHaveLength(1);
    expect(await steps()).toEqual(['confirmed']);
  });
});

async function selectRow(page: Page, serial: string): Promise<void> {
  const find = `[...document.querySelectorAll('tr')].find((row) => row.textContent.includes(${JSON.stringify(serial)}))`;
  const mark = await page.evaluateHandle(`${find}.querySelector('input[type=checkbox], .x-grid-checkcolumn')`);
  await (mark as Awaited<ReturnType<Page['$']>>)?.click();
}

/** Takes a row out of the page behind the open review, as a portal may. */
const removeRow = (page: Page, serial: string): Promise<unknown> =>
  page.evaluate(`{
    const row = [...document.querySelectorAll('tr')].find((each) => each.textContent.includes(${JSON.stringify(serial)}));
    (row.closest('.x-grid-item') ?? row).remove();
  }`);
