import './setup.ts';
import { describe, expect, test } from 'vitest';
import { review } from '../../../src/background/handlers/cancellation-review.ts';
import { seen as customersSeen } from '../../../src/background/handlers/customers.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import type { Contract, DeviceFacts } from '../../../src/core/facts.ts';
import { ACME, at, day, putRaw, URL_SEEN } from './setup.ts';
import { article, store } from './stored-list.ts';

const device = (key: string, contract: Contract = 'hwaas'): DeviceFacts => ({
  key,
  serial: key,
  pbx: 'Office',
  model: 'WP480',
  contract,
});
const office = (expiration: string) =>
  seen(
    {
      customer: ACME,
      complete: true,
      url: URL_SEEN,
      pbxes: [{ name: 'Office', term: 'P1Y', expiration: day(expiration) }],
    },
    at(),
  );

/** A conversion of one device, as it is kept once WMP showed it. */
async function converted(key: string, agreedAt: string, more: object = {}, step = 'confirmed'): Promise<void> {
  const id = `run-${key}-${agreedAt}`;
  const stamp = { id, revision: 1, updatedAt: at().at, updatedBy: 'run' };
  const record = {
    ...stamp,
    customer: ACME,
    startedAt: agreedAt,
    seen: { at: at().at, url: URL_SEEN },
    devices: [{ key, step, agreedAt }],
    ...more,
  };
  await putRaw('runs', { id, record, customer: ACME.key, open: 0, openDevices: [], started: agreedAt });
}

describe('what a cancellation still costs', () => {
  test('without a start nothing is said, and no sum is made up', async () => {
    const answer = await review({ customer: ACME, level: 'pbx', devices: [device('A')] }, at());
    expect(answer.devices[0]).toMatchObject({ here: { verdict: 'yes' }, free: { verdict: 'unknown' } });
    expect(answer.total).toBeUndefined();
  });

  test('counts from the conversion noted here, from the partner’s day for others', async () => {
    await office('2026-12-01');
    await store('list', [article('WP480', { P1M: 400, P1Y: 310 })], { listDate: day('2026-11-01') });
    await converted('A', '2026-11-03T09:00:00.000Z');
    const body = {
      customer: ACME,
      level: 'pbx' as const,
      since: day('2026-01-01'),
      devices: [device('A'), device('B')],
    };
    const answer = await review(body, at());
    expect(answer.devices).toMatchObject([
      { since: '2026-11-03', sinceFrom: 'conversion', freeFrom: '2027-05-03', free: { verdict: 'no' } },
      { since: '2026-01-01', sinceFrom: 'partner', freeFrom: '2026-07-01', free: { verdict: 'yes' } },
    ]);
    // Paid up to 1 December: 153 days are left until 3 May.
    expect(answer.devices[0]?.days).toBe(153);
    expect(answer.total).toEqual(answer.devices[0]?.charge);
    expect(answer.total?.amountMinor).toBeGreaterThan(0);
    expect(answer.reasons).toEqual([]);
  });

  test('without a price the days are there, and what to import is said', async () => {
    await office('2026-12-01');
    await converted('A', '2026-11-03T09:00:00.000Z');
    const answer = await review({ customer: ACME, devices: [device('A')] }, at());
    expect(answer.devices[0]).toMatchObject({ days: 153 });
    expect(answer.total).toBeUndefined();
    expect(answer.reasons).toMatchObject([{ code: 'cancellation-unpriced' }]);
  });

  test('paid beyond the six months, nothing more is charged', async () => {
    await office('2027-06-01');
    await converted('A', '2026-11-03T09:00:00.000Z');
    const answer = await review({ customer: ACME, devices: [device('A')] }, at());
    expect(answer.devices[0]).toMatchObject({ free: { verdict: 'yes' }, days: 0 });
  });

  test('trials and conversions that WMP did not show start nothing', async () => {
    await office('2026-12-01');
    await converted('A', '2026-11-03T09:00:00.000Z', { trial: true });
    await converted('B', '2026-11-03T09:00:00.000Z', {}, 'unknown');
    const answer = await review({ customer: ACME, devices: [device('A'), device('B')] }, at());
    expect(answer.devices.map(({ since }) => since)).toEqual([undefined, undefined]);
  });

  test('of a name that stands twice nothing remembered is used', async () => {
    await office('2027-06-01');
    await converted('A', '2026-11-03T09:00:00.000Z');
    await customersSeen({ customers: [ACME, ACME], complete: true, url: URL_SEEN }, at());
    const answer = await review({ customer: ACME, devices: [device('A')] }, at());
    expect(answer.devices[0]?.since).toBeUndefined();
    expect(answer.devices[0]?.free.verdict).toBe('unknown');
  });
});
