import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord, RunStep } from '../../src/core/records/run.ts';
import { clickAria, crash, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { forgetRuns, holdRunAt, runIsHeld } from './flows/hold-run.ts';
import { agreements, BATCH, capexSerials, ROWS_OF_25, rememberPbxes, stored } from './flows/portal.ts';

// What the journal is for: the browser is killed with all its processes, and comes back on the same profile.

let session: Session;
beforeAll(async () => {
  session = await launch();
  await (await rememberPbxes(session, BATCH.id)).close();
});
afterAll(() => session?.close());

const open = (): Promise<Page> =>
  session.openPortal(`customers/${BATCH.id}/devices`, { rows: ROWS_OF_25, convertAfter: 200 });
const runs = (): Promise<RunRecord[]> => stored<RunRecord>(session, 'runs');
const steps = async (): Promise<RunStep[]> => [
  ...new Set((await runs()).flatMap(({ devices }) => devices.map(({ step }) => step))),
];

async function begin(page: Page): Promise<void> {
  await clickAria(page, 'Convert 25 eligible devices', 'button');
  await clickAria(page, 'Convert now', 'button');
}

describe('after the browser crashed', () => {
  it('a run that had not come to Agree is found again, and goes on when the partner says so', async () => {
    session.portal.reset();
    const first = await open();
    await waitForText(first, /^25 devices can be converted/);
    const expected = capexSerials(session, BATCH.id, ROWS_OF_25);
    await holdRunAt(session, 'selected');
    await begin(first);
    await runIsHeld(session, 'selected');
    session = await crash(session);
    const page = await open();
    await waitFor(async () => (await textsOf(page)).includes('Resume'), { message: 'the run to be offered again' });
    expect(agreements(session)).toEqual([]);
    expect(await textsOf(page, 'button')).not.toContain('Convert 25 eligible devices');
    await clickAria(page, 'Resume', 'button');
    await waitFor(async () => (await steps()).join() === 'confirmed', { message: 'the run to be confirmed' });
    expect(agreements(session)).toEqual([expected]);
    await page.close();
  });

  it.each([
    ['before', 'agreeing'],
    ['after', 'accepted'],
  ] as const)('a run that was at Agree, %s it was pressed, is settled by reading alone', async (when, held) => {
    session.portal.reset();
    await forgetRuns(session);
    const page = await open();
    await waitForText(page, /^25 devices can be converted/);
    const expected = capexSerials(session, BATCH.id, ROWS_OF_25);
    await holdRunAt(session, held, held === 'accepted');
    await begin(page);
    await runIsHeld(session, held);
    session = await crash(session);
    const pressed = when === 'after' ? [expected] : [];
    expect(agreements(session)).toEqual(pressed);
    const again = await open();
    // WMP may take ten minutes: what is not HWaaS yet is unknown until then, and enters no other run.
    const settled = when === 'after' ? 'confirmed' : 'unknown';
    await waitFor(async () => (await steps()).join() === settled, { message: `the devices to be ${settled}` });
    await waitForText(again, /^0 devices can be converted/);
    expect(agreements(session)).toEqual(pressed);
    await again.close();
  });
});

describe('after the extension was updated under an open page', () => {
  // In the same document WMP's question may stand yet, and the partner may have answered it: unknown from "selected" on.
  it.each([
    ['selecting', 'planned'],
    ['selected', 'unknown'],
    ['agreeing', 'unknown'],
  ] as const)('a run that was %s is %s in that page, and its old copy presses nothing', async (held, left) => {
    session.portal.reset();
    await forgetRuns(session);
    const page = await open();
    await waitForText(page, /^25 devices can be converted/);
    const expected = capexSerials(session, BATCH.id, ROWS_OF_25);
    await holdRunAt(session, held);
    await begin(page);
    await runIsHeld(session, held);
    await session.updateExtension();
    await waitFor(async () => (await steps()).join() === left, { message: `the devices to be ${left}` });
    if (left === 'planned') {
      await clickAria(page, 'Resume', 'button');
      await waitFor(async () => (await steps()).join() === 'confirmed', { message: 'the run to be confirmed' });
    } else await waitForText(page, /^0 devices can be converted/);
    expect(agreements(session)).toEqual(left === 'planned' ? [expected] : []);
    await page.close();
  });
});
