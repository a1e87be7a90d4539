import '../background/setup.ts';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { ACME, at, browser, day, rawRows, URL_SEEN } from '../background/setup.ts';
import { Locks, send } from './life.ts';
import { FAULTS, Schedule } from './schedule.ts';

const SCHEDULES = 1000;
const START = Date.UTC(2026, 10, 23, 8, 0);

const realTimeout = globalThis.setTimeout;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // Pauses before a message is sent again are not waited for; the end of all patience is.
  vi.stubGlobal('setTimeout', (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) =>
    realTimeout(run, ms > 5000 ? ms : 0, ...values),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Plays one schedule on an empty database. @returns what is wrong afterwards. */
async function play(seed: number): Promise<{ happened: readonly string[]; violations: string[] }> {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: new Locks() });
  const schedule = new Schedule(seed, (minute) => vi.setSystemTime(START + minute * 60_000));
  await seen(
    {
      customer: ACME,
      complete: true,
      url: URL_SEEN,
      pbxes: [{ name: 'Office', term: 'P1Y', expiration: day('2027-05-01') }],
    },
    at('2026-11-23T08:00:00.000Z'),
  );
  Object.assign(browser.runtime, { sendMessage: (message: unknown) => send(message, (name) => schedule.way(name)) });
  await schedule.play();
  const runs = (await rawRows('runs')).map(({ record }) => record as RunRecord);
  return { happened: schedule.happened, violations: violationsOf(schedule, runs) };
}

/** Every claim of the record, held against WMP's own. */
function violationsOf({ server }: Schedule, runs: readonly RunRecord[]): string[] {
  const wrong: string[] = [];
  for (const key of server.keys) {
    const agreed = server.agreed.get(key) ?? 0;
    const steps = runs.flatMap((run) => run.devices.filter((device) => device.key === key).map(({ step }) => step));
    if (agreed > 1) wrong.push(`${key} was agreed to ${agreed} times`);
    if (agreed > 0 && !steps.some((step) => step === 'confirmed'))
      wrong.push(`${key} was converted, and is recorded as ${steps.join(', ') || 'nothing'}`);
    if (agreed === 0 && steps.includes('confirmed')) wrong.push(`${key} is confirmed, and was never agreed to`);
    if (agreed === 0 && steps.includes('accepted')) wrong.push(`${key} is accepted, and was never agreed to`);
    const open = steps.filter((step) => step !== 'not-converted' && step !== 'confirmed' && step !== 'unknown');
    if (open.length > 0) wrong.push(`${key} is left as ${open.join(', ')}`);
    const runsOfIt = runs.filter((run) =>
      run.devices.some((device) => device.key === key && device.step !== 'not-converted'),
    );
    if (runsOfIt.length > 1) wrong.push(`${key} is in ${runsOfIt.length} runs that may have converted it`);
  }
  return wrong;
}

describe('a conversion, whatever breaks and whenever', () => {
  test(`agrees to each device at most once, loses none, and claims nothing that is not so: ${SCHEDULES} schedules`, async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const counts = new Map<string, number>(FAULTS.map((fault) => [fault, 0]));
    const violations: string[] = [];
    for (let seed = 0; seed < SCHEDULES; seed += 1) {
      const { happened, violations: wrong } = await play(seed);
      for (const fault of happened) counts.set(fault, (counts.get(fault) ?? 0) + 1);
      violations.push(...wrong.map((text) => `schedule ${seed} (${happened.join(', ')}): ${text}`));
    }
    const told = [...counts].map(([fault, count]) => `${fault} ${count}`).join(', ');
    console.info(`${SCHEDULES} schedules run, ${violations.length} violations. Faults: ${told}.`);
    expect(violations).toEqual([]);
    expect(Math.min(...counts.values())).toBeGreaterThan(100);
  }, 300_000);
});
