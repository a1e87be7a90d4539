import { expect, test } from 'vitest';
import type { PageReport } from '../../../src/core/page-report.ts';
import { redact } from '../../../src/popup/page-check/redact.ts';

const device = (n: number) => ({
  key: `9C75AB${n}`,
  serial: `9C75AB${n}`,
  mac: `9c:75:14:00:00:0${n}`,
  model: 'WP480G',
  pbx: 'Haus (B)',
  contract: 'capex' as const,
  expiration: '2027-05-01',
  purchased: null,
  verdict: 'no' as const,
  reasons: [{ code: 'pbx-expired', rule: 'R3' as const, params: { pbx: 'Haus (B)', expiration: '2027-05-01' } }],
});

const REPORT: PageReport = {
  version: 1,
  page: 'devices',
  level: 'customer',
  confidence: 0.93,
  reasons: ['heading:Devices of ACME AG', 'column:serial'],
  customer: 'ACME AG',
  pbx: null,
  grids: [
    {
      concept: 'devices',
      reader: 'table',
      columns: { serial: { header: 'S/N of acme ag', how: 'label', state: 'ok' } },
      rowsSeen: 80,
      rowsTotal: 120,
      complete: false,
      problems: ['row-twice: 9C75AB1', 'mail to info@acme.example', 'row 9c75.1400.0077 / 0009C7514000077'],
    },
  ],
  actions: { convert: { label: 'Convert 9C75AB2 to HWaaS', enabled: true } },
  records: [
    device(1),
    device(2),
    {
      number: 'WX-1',
      date: '2026-11-23',
      reference: 'Phones',
      customer: 'Beta',
      contract: 'hwaas',
      status: 'unknown',
      statusText: 'Held for Beta',
      shipmentDate: null,
      totalMinor: 123450,
      currency: 'EUR',
    },
    { remark: 'call Mrs. Miller' },
  ],
};

test('nothing of the customer is left, anywhere', () => {
  const text = JSON.stringify(redact(REPORT));
  for (const secret of [
    'ACME',
    'acme',
    'Beta',
    'Haus',
    '9C75AB',
    '9c75',
    '9C7514',
    '9c:75',
    'WX-1',
    'Phones',
    '123450',
    'Miller',
    'info@',
  ])
    expect(text).not.toContain(secret);
});

test('what support needs is left as it was', () => {
  const { grids, actions, records, ...rest } = redact(REPORT);
  expect(rest).toEqual({
    version: 1,
    page: 'devices',
    level: 'customer',
    confidence: 0.93,
    reasons: ['heading:Devices of [customer 1]', 'column:serial'],
    customer: '[customer 1]',
    pbx: null,
  });
  expect(grids[0]).toMatchObject({
    concept: 'devices',
    columns: { serial: { header: 'S/N of [customer 1]', how: 'label', state: 'ok' } },
    rowsSeen: 80,
    rowsTotal: 120,
  });
  expect(actions['convert']?.label).toBe('Convert [key 2] to HWaaS');
  expect(records?.[0]).toEqual({
    key: '[key 1]',
    serial: '[key 1]',
    mac: '[mac 1]',
    model: 'WP480G',
    pbx: '[pbx 1]',
    contract: 'capex',
    expiration: '2027-05-01',
    purchased: null,
    verdict: 'no',
    reasons: [{ code: 'pbx-expired', rule: 'R3', params: { pbx: '[pbx 1]', expiration: '2027-05-01' } }],
  });
  expect(records?.[2]).toMatchObject({
    status: 'unknown',
    statusText: 'Held for [customer 2]',
    totalMinor: 0,
    currency: 'EUR',
  });
});

test('the same value has the same placeholder, and a short name takes nothing apart', () => {
  const { customer, grids } = redact({
    ...REPORT,
    customer: 'A',
    grids: REPORT.grids.map((grid) => ({ ...grid, problems: ['A and ACME'] })),
    records: [{ customer: 'a', pbx: 'B' }],
  });
  expect(customer).toBe('[customer 1]');
  expect(grids[0]?.problems).toEqual(['[customer 1] and ACME']);
});

test('a name made of signs that mean something in a pattern is only a name', () => {
  const { customer, reasons } = redact({ ...REPORT, customer: '.*(+', reasons: ['heading:.*(+ x'], records: [] });
  expect([customer, reasons]).toEqual(['[customer 1]', ['heading:[customer 1] x']]);
});

test('5,000 records take no long time', () => {
  const records = Array.from({ length: 5000 }, (_, n) => ({
    ...device(n % 10),
    key: `K${n}`,
    serial: `K${n}`,
    mac: null,
  }));
  // What takes long here is a pattern that backtracks: it would run into the test's time limit many times over.
  expect(redact({ ...REPORT, records }).records).toHaveLength(5000);
});
