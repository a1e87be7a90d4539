import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/core/records/run.ts';
import { byAria, clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import {
  agreements,
  BATCH,
  capexSerials,
  deviceRecords,
  openDevices,
  pageReport,
  ROWS_OF_25,
  stored,
} from './flows/portal.ts';

const CASES = [
  { skin: 'plain', lang: 'en', rows: ROWS_OF_25, eligible: 25 },
  { skin: 'ext', lang: 'en', rows: ROWS_OF_25, eligible: 25 },
  { skin: 'plain', lang: 'de', rows: ROWS_OF_25, eligible: 25 },
  { skin: 'ext', lang: 'it', rows: 120, eligible: 107, shuffle: 7 },
] as const;

describe.each(CASES)('a batch on Devices: $skin, $lang, $rows rows', ({ eligible, ...knobs }) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());

  it('is judged, reviewed, converted in one go and followed until it shows as HWaaS', async () => {
    const page = await openDevices(session, BATCH.id, { ...knobs, convertAfter: 1500 });
    await byAria(page, `Convert ${eligible} eligible devices`, 'button', { timeout: 30_000 });
    const expected = capexSerials(session, BATCH.id, knobs.rows);
    expect(expected).toHaveLength(eligible);

    const before = deviceRecords(await pageReport(session, page));
    expect(before).toHaveLength(knobs.rows);
    expect(
      before
        .filter(({ verdict }) => verdict === 'yes')
        .map(({ serial }) => serial)
        .sort(),
    ).toEqual([...expected].sort());
    expect(before.filter(({ verdict }) => verdict === 'no').every(({ contract }) => contract === 'hwaas')).toBe(true);

    await clickAria(page, `Convert ${eligible} eligible devices`, 'button');
    await byAria(page, `Convert ${eligible} devices to HWaaS?`, 'dialog');
    const words = (await textsOf(page)).join(' ');
    for (const part of [BATCH.name, BATCH.pbx, expected[0], expected.at(-1)]) expect(words).toContain(part);
    expect(agreements(session)).toEqual([]);
    await clickAria(page, 'Convert now', 'button');

    await waitForText(page, `${eligible} devices: seen as HWaaS`, { timeout: 120_000 });
    const [agreed, ...more] = agreements(session);
    expect(more).toEqual([]);
    expect([...(agreed ?? [])].sort()).toEqual([...expected].sort());
    const [run] = await stored<RunRecord>(session, 'runs');
    expect(run?.devices.every(({ step }) => step === 'confirmed')).toBe(true);
    expect(run?.endedAt).toBeDefined();

    const after = deviceRecords(await pageReport(session, page));
    expect(after.map(({ contract }) => contract)).toEqual(after.map(() => 'hwaas'));
    expect((await textsOf(page, 'button')).filter((name) => /eligible/.test(name))).toEqual([]);
    expect(session.problems()).toEqual([]);
  }, 200_000);

  it('shows nothing more to convert after a reload, and remembers the run', async () => {
    const [page] = (await session.browser.pages()).filter((each) => each.url().includes('/devices'));
    await page?.reload();
    await waitFor(
      async () =>
        page !== undefined && (await textsOf(page)).some((text) => text.startsWith('0 devices can be converted')),
      {
        message: 'the bar after the reload',
        timeout: 30_000,
      },
    );
    expect(agreements(session)).toHaveLength(1);
  });
});
