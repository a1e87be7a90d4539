import './setup.ts';
import { describe, expect, test } from 'vitest';
import { note, state } from '../../../src/background/handlers/agreements.ts';
import { charge } from '../../../src/background/handlers/cancellations.ts';
import { judge as licences } from '../../../src/background/handlers/licences.ts';
import { assess } from '../../../src/background/handlers/overdue.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import { judge as products } from '../../../src/background/handlers/products.ts';
import { plan } from '../../../src/background/handlers/replacements.ts';
import { advise } from '../../../src/background/handlers/transfers.ts';
import { writeSettings } from '../../../src/background/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { ACME, at, BETA, day, putRaw, rawRows, URL_SEEN } from './setup.ts';

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

describe('transfer.advise', () => {
  test('looks up both ends, each in its own customer', async () => {
    const pbx = (name: string, term: 'P1Y' | 'P5Y' | 'lifetime') => ({ name, term, expiration: day('2027-05-01') });
    const seenOf = (customer: typeof ACME, ...pbxes: ReturnType<typeof pbx>[]) =>
      seen({ customer, complete: true, url: URL_SEEN, pbxes }, at());
    await seenOf(ACME, pbx('Office', 'P1Y'), pbx('Shop', 'P5Y'));
    await seenOf(BETA, pbx('Office', 'P1Y'), pbx('Old', 'lifetime'));
    const from = { customer: ACME, pbx: 'Office' };
    const to = (customer: typeof ACME, name: string) => ({
      key: `${customer.key} ${name}`,
      from,
      to: { customer, pbx: name },
    });
    const { advices } = await advise(
      { transfers: [to(BETA, 'Office'), to(ACME, 'Shop'), to(BETA, 'Old'), to(BETA, 'Shop'), to(ACME, 'Office')] },
      at(),
    );
    expect(advices.map(({ key, way, reasons }) => [key, way, ...codes(reasons)])).toEqual([
      ['beta Office', 'automatic'],
      ['acme Shop', 'ticket', 'terms-differ'],
      ['beta Old', 'impossible', 'pbx-lifetime'],
      ['beta Shop', 'unknown', 'pbx-not-seen'],
      ['acme Office', 'impossible', 'same-pbx'],
    ]);
    expect(advices[1]).toMatchObject({ from: { term: 'P1Y' }, to: { name: 'Shop', term: 'P5Y' } });
  });
});

test('transfer.advise names a missing fact of a PBX that shares its name with one never seen', async () => {
  const pbxes = [{ name: 'Office', term: 'P1Y' as const }];
  await seen({ customer: ACME, complete: true, url: URL_SEEN, pbxes }, at());
  const transfer = { from: { customer: ACME, pbx: 'Office' }, to: { customer: BETA, pbx: 'Office' } };
  const { advices } = await advise({ transfers: [{ key: 'k', ...transfer }] }, at());
  expect(codes(advices[0]?.reasons ?? [])).toContain('pbx-expiration-unknown');
  expect(codes(advices[0]?.reasons ?? [])).toContain('pbx-not-seen');
});

test('transfer.advise composes the ticket, where it takes one', async () => {
  const pbx = (name: string, term: 'P1Y' | 'P5Y', date = '2027-05-01') => ({ name, term, expiration: day(date) });
  const pbxes = [pbx('Office', 'P1Y'), pbx('Shop', 'P5Y', '2028-02-29'), pbx('Twin', 'P1Y')];
  await seen({ customer: ACME, complete: true, url: URL_SEEN, pbxes }, at());
  const devices = [
    { key: 'S1', contract: 'hwaas' as const, model: 'WP490', serial: 'S1', mac: '00:11' },
    { key: 'S2', contract: 'hwaas' as const, model: 'WP490' },
  ];
  const to = (name: string) => ({
    key: name,
    from: { customer: ACME, pbx: 'Office' },
    to: { customer: ACME, pbx: name },
    devices,
  });
  const { advices } = await advise({ transfers: [to('Shop'), to('Twin'), to('Nowhere')] }, at());
  expect(advices.map(({ way, ticket }) => [way, ticket?.subject])).toEqual([
    ['ticket', 'HWaaS transfer from Office to Shop, devices: 2'],
    ['automatic', undefined],
    ['unknown', undefined],
  ]);
  const body = advices[0]?.ticket?.body ?? '';
  expect(body).toContain('PBX Office, customer ACME, subscription length 1 year, expiration 1 May 2027');
  expect(body).toContain('PBX Shop, customer ACME, subscription length 5 years, expiration 29 Feb 2028');
  expect(body).toContain('WP490, serial number S1, MAC 00:11\nWP490, serial number not known, MAC not known');
  expect(body).toMatch(/Why it takes a ticket\n.+\n.+\n\nThank you\./);
  expect(body).not.toMatch(/[{}$]|undefined/);
});

describe('overdue.assess', () => {
  const invoices = [{ due: day('2026-11-19') }, { due: day('2026-11-21') }];

  test('goes by the oldest invoice and the documented days', async () => {
    expect(await assess({ invoices }, at())).toMatchObject({
      ordering: { verdict: 'yes' },
      due: '2026-11-19',
      daysOverdue: 4,
      step: 'warning',
      next: { step: 'orders-blocked', date: '2026-11-24', inDays: 1 },
    });
  });

  test('goes by the partner’s days where they were changed', async () => {
    const overdueDays = { ...DEFAULT_SETTINGS.overdueDays, ordersBlocked: 4 };
    await writeSettings({ ...DEFAULT_SETTINGS, overdueDays });
    const { ordering, step } = await assess({ invoices }, at());
    expect([ordering.verdict, step]).toEqual(['no', 'orders-blocked']);
  });

  test('cannot tell before Account Balance was seen', async () => {
    expect(await assess({}, at())).toMatchObject({ ordering: { verdict: 'unknown' }, step: 'none', undated: 0 });
  });
});

describe('cancellation.charge', () => {
  const monthly = { decimal: '3.10', currency: 'EUR' };
  const device = (key: string, start: string) => ({ key, contract: 'hwaas' as const, start: day(start), monthly });

  test('adds up what each device still costs', async () => {
    const body = { level: 'pbx' as const, devices: [device('A', '2026-11-23'), device('B', '2020-01-01')] };
    const { devices, total } = await charge(body, at());
    expect(devices.map(({ free, freeFrom }) => [free.verdict, freeFrom])).toEqual([
      ['no', '2027-05-23'],
      ['yes', '2020-07-01'],
    ]);
    expect(total).toEqual({ amountMinor: 1860, currency: 'EUR' });
    expect(devices[0]?.here.verdict).toBe('yes');
  });

  test('has no total where one charge is not known', async () => {
    const { key, contract, start } = device('B', '2026-11-01');
    const { total, devices } = await charge({ devices: [device('A', '2026-11-23'), { key, contract, start }] }, at());
    expect(total).toBeUndefined();
    expect(devices[1]?.charge).toBeUndefined();
    expect(codes(devices[0]?.here.reasons ?? [])).toEqual(['cancel-at-pbx-level']);
  });
});

test('replacement.plan splits a selection and says what was left out', async () => {
  const device = (key: string, contract: 'hwaas' | 'capex' = 'hwaas') => ({ key, contract, model: 'WP490' });
  const keys = ['A', 'B', 'C', 'D', 'E', 'F'];
  const { requests, leftOut } = await plan(
    { pbx: 'Office', devices: [...keys.map((key) => device(key)), device('G', 'capex')] },
    at(),
  );
  expect(requests.map((one) => one.keys)).toEqual([['A', 'B', 'C', 'D', 'E'], ['F']]);
  expect(leftOut).toMatchObject([{ key: 'G', reasons: [{ code: 'not-hwaas' }] }]);
});

test('products and licences are judged in batches', async () => {
  const body = { products: [{ key: 'A', product: 'Wizyconf Station', contract: 'capex' as const }] };
  expect((await products(body, at())).verdicts).toMatchObject([{ key: 'A', verdict: 'no' }]);
  const pbxes = [{ name: 'Office', licensed: true }, { name: 'Shop' }];
  const { verdicts } = await licences({ customers: [{ key: 'acme', pbxes }] }, at());
  expect(verdicts).toMatchObject([{ key: 'acme', verdict: 'unknown' }]);
});

describe('the agreement', () => {
  test('is kept per customer, with a revision for each note', async () => {
    await note({ customer: ACME, signed: day('2026-11-01') }, at());
    const { agreement, state: now } = await note(
      { customer: ACME, signed: day('2026-11-01'), sent: day('2026-11-02') },
      at(),
    );
    expect(agreement).toMatchObject({ revision: 2, updatedBy: 'partner' });
    expect(now.verdict).toBe('yes');
    const { states } = await state({ customers: [BETA, ACME] }, at());
    expect(states.map(({ customer, verdict }) => [customer.key, verdict])).toEqual([
      ['beta', 'unknown'],
      ['acme', 'yes'],
    ]);
  });

  test('keeps where it lies, and says nothing of it by that alone', async () => {
    const { state: now } = await note({ customer: ACME, attachment: 'Contracts/acme.pdf' }, at());
    expect(now).toMatchObject({ verdict: 'unknown', attachment: 'Contracts/acme.pdf' });
    expect((await state({ customers: [ACME] }, at())).states).toMatchObject([{ attachment: 'Contracts/acme.pdf' }]);
  });

  test('whose dates were taken back is not noted', async () => {
    await note({ customer: ACME, signed: day('2026-11-01') }, at());
    const { state: now } = await note({ customer: ACME }, at());
    expect(codes(now.reasons)).toEqual(['agreement-not-noted']);
  });

  test('that cannot be read is not overwritten', async () => {
    await note({ customer: ACME }, at());
    await putRaw('agreements', { id: 'acme', record: { signed: 'soon' } });
    await expect(note({ customer: ACME }, at())).rejects.toMatchObject({ detail: 'unreadable record' });
    expect(await rawRows('agreements')).toMatchObject([{ record: { signed: 'soon' } }]);
    expect((await state({ customers: [ACME] }, at())).states).toMatchObject([{ verdict: 'unknown' }]);
  });
});
