import './setup.ts';
import { describe, expect, test } from 'vitest';
import { note } from '../../../src/background/handlers/agreements.ts';
import { review } from '../../../src/background/handlers/conversion-review.ts';
import { seen as invoicesSeen } from '../../../src/background/handlers/invoices.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import { compute } from '../../../src/background/handlers/quote.ts';
import { ACME, at, day, devices, URL_SEEN } from './setup.ts';
import { article, store } from './stored-list.ts';

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);
const office = (expiration = '2027-05-01', time?: string) =>
  seen(
    {
      customer: ACME,
      complete: true,
      url: URL_SEEN,
      pbxes: [
        { name: 'Office', term: 'P1Y', expiration: day(expiration) },
        { name: 'Branch', term: 'P1M', expiration: day('2026-12-10') },
      ],
    },
    at(time),
  );

describe('what a conversion is reviewed by', () => {
  test('without a price list: no costs, and the warnings all the same', async () => {
    await office();
    const answer = await review({ customer: ACME, devices: devices('A', 'B') }, at());
    expect(answer).toMatchObject({ costs: [], unpriced: 2, estimate: true });
    expect(codes(answer.warnings)).toEqual(['agreement-not-noted', 'invoices-not-seen']);
  });

  test('costs are those of a quote for the models on their PBXs, and what has no price is told', async () => {
    await office();
    await store('list', [article('WP480G2', { P1M: 400, P1Y: 310 })], { listDate: day('2026-11-01') });
    const some = devices('A', 'B', 'C').map((device, i) => ({
      ...device,
      model: i === 2 ? 'Unheard of' : 'WP480G2',
      pbx: i === 1 ? 'Branch' : 'Office',
    }));
    const answer = await review({ customer: ACME, devices: some }, at());
    const quote = async (pbx: string) =>
      (await compute({ customer: ACME, pbx, lines: [{ key: '1', sku: 'WP480G2', quantity: 1 }] }, at())).quote?.total;
    const [yearly, monthly] = [await quote('Office'), await quote('Branch')];
    expect(answer.costs).toEqual([
      {
        mrr: {
          amountMinor: (yearly?.perMonth.amountMinor ?? 0) + (monthly?.perMonth.amountMinor ?? 0),
          currency: 'EUR',
        },
        firstCharge: {
          amountMinor: (yearly?.firstCharge?.amountMinor ?? 0) + (monthly?.firstCharge?.amountMinor ?? 0),
          currency: 'EUR',
        },
      },
    ]);
    expect(answer.costs[0]?.mrr.amountMinor).toBeGreaterThan(0);
    expect(answer.unpriced).toBe(1);
  });

  test('a PBX that expires within 30 days, and facts older than a day, are worth a word', async () => {
    await office('2026-12-23', '2026-11-21T10:00:00.000Z');
    const { warnings } = await review({ customer: ACME, devices: devices('A') }, at());
    expect(warnings.filter(({ code }) => code.startsWith('pbx-'))).toEqual([
      { code: 'pbx-expires-soon', params: { pbx: 'Office', date: '2026-12-23', days: 30 } },
      { code: 'pbx-facts-old', params: { pbx: 'Office', days: 2 } },
    ]);
    await office('2026-12-24');
    const later = await review({ customer: ACME, devices: devices('A') }, at());
    expect(later.warnings.filter(({ code }) => code.startsWith('pbx-'))).toEqual([]);
  });

  test('a noted agreement and paid invoices leave nothing to say', async () => {
    await office();
    await note({ customer: ACME, signed: day('2026-11-01'), sent: day('2026-11-02') }, at());
    await invoicesSeen(
      { invoices: [{ number: '1', due: day('2026-11-01'), state: 'paid' }], complete: true, url: URL_SEEN },
      at(),
    );
    expect((await review({ customer: ACME, devices: devices('A') }, at())).warnings).toEqual([]);
  });

  test('overdue invoices are told', async () => {
    await office();
    await invoicesSeen(
      { invoices: [{ number: '1', due: day('2026-11-10'), state: 'open' }], complete: true, url: URL_SEEN },
      at(),
    );
    const { warnings } = await review({ customer: ACME, devices: devices('A') }, at());
    expect(codes(warnings)).toContain('overdue-orders-blocked');
  });
});
