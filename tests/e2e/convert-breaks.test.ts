import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUN_STEPS, type RunRecord, type RunStep } from '../../src/core/records/run.ts';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { forgetRuns, holdRunAt, letRunGo, runIsHeld } from './flows/hold-run.ts';
import { agreements, BATCH, capexSerials, rememberPbxes, stored } from './flows/portal.ts';

const DEVICES = 40;

/** What breaks, at the moment a step is on disk and nobody has been told so. */
const FAULTS = [
  'the worker is stopped',
  'the tab is reloaded',
  'the tab is closed and opened again later',
  "the portal's session expires",
  'the dialog never opens',
  'Agree answers with an error',
  'the database refuses the write',
] as const;
type Fault = (typeof FAULTS)[number];

let session: Session;
let rows = DEVICES;
let expected: string[];
const tally = { schedules: 0, violations: 0 };

beforeAll(async () => {
  session = await launch();
  const page = await rememberPbxes(session, BATCH.id);
  // The portal makes devices up as a page asks for more.
  await page.goto(session.portal.url(`customers/${BATCH.id}/devices`, { rows: 2 * DEVICES }));
  await waitForText(page, /can be converted to HWaaS\./);
  await page.close();
  while (rows < 2 * DEVICES && capexSerials(session, BATCH.id, rows).length < DEVICES) rows += 1;
});
afterAll(async () => {
  console.info(`${tally.schedules} breaks of a run of ${DEVICES} devices, ${tally.violations} violations.`);
  await session?.close();
});

const open = () => session.openPortal(`customers/${BATCH.id}/devices`, { rows, convertAfter: 200, skin: 'plain' });

async function begin(page: Page): Promise<void> {
  await clickAria(page, `Convert ${DEVICES} eligible devices`, 'button');
  await clickAria(page, 'Convert now', 'button');
}

/** @returns the tab that is left. */
async function happen(fault: Fault, page: Page): Promise<Page> {
  const { portal } = session;
  switch (fault) {
    case 'the worker is stopped':
      await session.stopWorker();
      return page;
    case 'the tab is reloaded':
      await page.reload({ waitUntil: 'domcontentloaded' });
      return page;
    case 'the tab is closed and opened again later':
      await page.close();
      await letRunGo(session);
      return open();
    case "the portal's session expires":
      portal.expireSession();
      return page;
    case 'the dialog never opens':
      portal.setFault('dialog-never');
      return page;
    case 'Agree answers with an error':
      portal.setFault('error:agree');
      return page;
    case 'the database refuses the write':
      return page;
  }
}

const IN_HAND: ReadonlySet<RunStep> = new Set<RunStep>(['selecting', 'selected', 'asked', 'agreeing']);
const runs = (): Promise<RunRecord[]> => stored<RunRecord>(session, 'runs');

/** Every claim of the record, held against the portal's own log. */
function violationsOf(records: readonly RunRecord[]): string[] {
  const agreed = agreements(session).flat();
  const wrong: string[] = [];
  const devices = records.flatMap((run) => run.devices);
  for (const serial of expected) {
    const times = agreed.filter((each) => each === serial).length;
    const steps = devices.filter(({ key }) => key === serial).map(({ step }) => step);
    if (times > 1) wrong.push(`${serial} was agreed to ${times} times`);
    if (times === 1 && !steps.includes('confirmed')) wrong.push(`${serial} was converted, recorded as ${steps}`);
    if (times === 0 && steps.some((step) => step === 'confirmed' || step === 'accepted'))
      wrong.push(`${serial} was not agreed to, recorded as ${steps}`);
    if (records.length > 0 && steps.length === 0) wrong.push(`${serial} is lost from the record`);
    if (steps.some((step) => IN_HAND.has(step))) wrong.push(`${serial} is left as ${steps}`);
  }
  if (agreed.some((serial) => !expected.includes(serial))) wrong.push('a device was agreed to that was not reviewed');
  return wrong;
}

describe.each(RUN_STEPS)(`a run of ${DEVICES} devices that is %s, when`, (step) => {
  it.each(FAULTS)('%s: nothing is agreed to twice, nothing is lost, every claim is true', async (fault) => {
    session.portal.reset();
    await forgetRuns(session);
    let page = await open();
    await waitForText(page, new RegExp(`^${DEVICES} devices can be converted`));
    expected = capexSerials(session, BATCH.id, rows);
    await holdRunAt(session, step, fault === 'the database refuses the write');
    await begin(page);
    await runIsHeld(session, step);
    page = await happen(fault, page);
    await letRunGo(session);
    await settled(page);

    // The partner comes again, with everything in order.
    session.portal.clearFaults();
    Object.assign(session.portal.state, { signedIn: true });
    await page.close();
    page = await open();
    await waitForText(page, /^\d+ devices? can be converted/);
    const claimed = await foundAgain(page);
    if (claimed.some(({ step: left }) => left === 'planned')) {
      await clickAria(page, 'Resume', 'button');
      await waitFor(
        async () => !(await runs()).some((run) => run.devices.some(({ step: now }) => now !== 'confirmed')),
        {
          message: 'the resumed run to be confirmed',
          timeout: 30_000,
        },
      );
    }
    const wrong = violationsOf(await runs());
    tally.schedules += 1;
    tally.violations += wrong.length;
    expect(wrong).toEqual([]);
    await page.close();
  });
});

/** The run has come to rest in the page that carried it out, or was given up there. */
async function settled(page: Page): Promise<void> {
  await waitFor(
    async () => {
      const words = await textsOf(page).catch((): string[] => []);
      const carrying = words.includes('Pause') || words.includes('Stop');
      return !carrying || words.includes('Resume');
    },
    { message: 'the run to come to rest', timeout: 30_000 },
  );
}

/** What stands in the record once the page has looked at its devices. */
async function foundAgain(page: Page) {
  return waitFor(
    async () => {
      const records = await runs();
      const agreed = agreements(session).flat();
      const devices = records.flatMap((run) => run.devices);
      const converted = devices.filter(({ key }) => agreed.includes(key));
      const found =
        !devices.some(({ step }) => IN_HAND.has(step)) && converted.every(({ step }) => step === 'confirmed');
      const shown = !devices.some(({ step }) => step === 'planned') || (await textsOf(page)).includes('Resume');
      return found && shown ? devices : null;
    },
    { message: 'the run to be found again', timeout: 30_000 },
  );
}
