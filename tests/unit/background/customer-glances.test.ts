import './setup.ts';
import { describe, expect, test } from 'vitest';
import { note } from '../../../src/background/handlers/agreements.ts';
import { glance } from '../../../src/background/handlers/customer-glances.ts';
import { seen as customersSeen } from '../../../src/background/handlers/customers.ts';
import { asked } from '../../../src/background/handlers/orders.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import { plan } from '../../../src/background/handlers/run-plan.ts';
import { advance } from '../../../src/background/handlers/runs.ts';
import { ACME, at, BETA, day, devices, URL_SEEN } from './setup.ts';

const pbxes = (customer = ACME, complete = true) =>
  seen(
    {
      customer,
      complete,
      url: URL_SEEN,
      pbxes: [
        { name: 'Office', term: 'P1Y', expiration: day('2027-01-10') },
        { name: 'Branch', term: 'P1M', expiration: day('2026-12-10') },
        { name: 'Shop', term: 'P1Y', expiration: day('2026-11-23') },
        { name: 'Attic', term: 'lifetime' },
      ],
    },
    at(),
  );
const of = async (...customers: (typeof ACME)[]) => (await glance({ customers }, at())).glances;

describe('customers at a glance', () => {
  test('nothing remembered is told as nothing, in the order of the question', async () => {
    expect(await of(BETA, ACME)).toMatchObject([
      { customer: BETA, openOrders: 0, unconfirmed: 0, pbxes: { known: 0, all: false, expired: 0 } },
      { customer: ACME },
    ]);
  });

  test('the next expiration is the nearest to come; what expires today has expired', async () => {
    await pbxes();
    const [acme, beta] = await of(ACME, BETA);
    expect(acme?.next).toEqual({ pbx: 'Branch', expiration: '2026-12-10', days: 17 });
    expect(acme?.pbxes).toEqual({ known: 4, all: true, expired: 1 });
    expect(beta?.next).toBeUndefined();
  });

  test('PBXes of a partial list are not called all', async () => {
    await pbxes(ACME, false);
    expect((await of(ACME))[0]?.pbxes).toMatchObject({ all: false });
  });

  test('open orders, unconfirmed conversions and the agreement are the customer’s own', async () => {
    await pbxes();
    await asked({ id: 'o1', customer: ACME, contract: 'hwaas', lines: [], url: URL_SEEN }, at());
    await note({ customer: ACME, signed: day('2026-11-02'), sent: day('2026-11-03') }, at());
    await plan({ id: 'r1', customer: ACME, devices: devices('A', 'B'), url: URL_SEEN }, at());
    expect((await of(ACME))[0]).toMatchObject({ unconfirmed: 0 });
    for (const to of ['selecting', 'selected', 'asked', 'agreeing'] as const) await advance({ id: 'r1', to }, at());
    expect(await of(ACME, BETA)).toMatchObject([
      { openOrders: 1, unconfirmed: 2, agreement: { verdict: 'yes', sent: '2026-11-03' } },
      { openOrders: 0, unconfirmed: 0, agreement: { verdict: 'unknown' } },
    ]);
  });

  test('a name that stands twice gets nothing, remembered so or asked so', async () => {
    await pbxes();
    await asked({ id: 'o1', customer: ACME, contract: 'hwaas', lines: [], url: URL_SEEN }, at());
    const bare = { customer: ACME, unclear: true };
    expect(await of(ACME, ACME)).toEqual([bare, bare]);
    await customersSeen({ customers: [ACME, ACME], complete: true, url: URL_SEEN }, at());
    expect(await of(ACME)).toEqual([bare]);
  });
});
