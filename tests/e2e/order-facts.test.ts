import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderReport } from '../../src/core/page-report.ts';
import { launch, type Session, waitFor } from '../support/index.ts';
import { openDrawn } from './flows/drawn.ts';
import { pageReport } from './flows/portal.ts';

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

const PAIRS = [
  ['Customer', 'Nordhafen Logistik GmbH'],
  ['Type', 'HWaaS'],
  ['Status', 'In progress'],
  ['Order date', '20/11/2026'],
  ['Shipment date', '28/12/2026'],
  ['Total', '€ 1,584.00'],
] as const;
type Pair = (label: string, value: string) => string;
const all = (pair: Pair, from = 0, to: number = PAIRS.length) =>
  PAIRS.slice(from, to)
    .map(([label, value]) => pair(label, value))
    .join('');
const column = (first: string, second: string) =>
  `<div style="width:25%;padding:8px"><div><div style="font-size:11px">${first}</div><div>${second}</div></div></div>`;
const grid = (cells: string) => `<div style="display:flex;flex-wrap:wrap;width:900px">${cells}</div>`;

/** One order as libraries of components draw it. */
const DRAWN = {
  'values above their labels': `<div>${all((label, value) => `<div style="padding:4px"><span></span><div><div>${value}</div><div style="font-size:11px">${label}</div></div></div>`)}</div>`,
  'values below their labels, in lines of several': grid(all((label, value) => column(label, value))),
  'values above their labels, in lines of several': grid(all((label, value) => column(value, label))),
  'values below their labels, all in one line': `<div style="display:flex;gap:12px">${all((label, value) => `<div><p style="margin:0;font-size:11px">${label}</p><p style="margin:0">${value}</p></div>`)}</div>`,
  'values below their labels in one line, its number too': `<nav style="display:flex">${column('Order no.', 'HW-2026-004690')}${all(column)}</nav>`,
  'cells far apart': all(
    (label, value) =>
      `<div style="display:flex"><div style="width:560px">${label}</div><div style="width:500px">${value}</div></div>`,
  ),
  'a list of terms': `<dl>${all((label, value) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
  'fields that cannot be written into': all(
    (label, value) => `<p><label>${label} <input style="display:block" readonly value="${value}"></label></p>`,
  ),
} as const;

describe('one order, its facts drawn in pairs', () => {
  it.each(Object.keys(DRAWN) as (keyof typeof DRAWN)[])('%s: each label has its own value', async (form) => {
    const page = await openDrawn(session, form, `<h1>Order details HW-2026-004690</h1>${DRAWN[form]}`);
    const report = await waitFor(
      async () => {
        const read = await pageReport(session, page);
        return read.page === 'none' ? null : read;
      },
      { message: `the page of ${form}` },
    );
    await page.close();
    expect(report.page).toBe('order-details');
    expect((report.records as OrderReport[])[0]).toMatchObject({
      number: 'HW-2026-004690',
      customer: 'Nordhafen Logistik GmbH',
      contract: 'hwaas',
      statusText: 'In progress',
      date: '2026-11-20',
      shipmentDate: '2026-12-28',
      totalMinor: 158400,
      currency: 'EUR',
    });
  });

  it('has no value where nothing says on which side of their labels values stand', async () => {
    const lines = PAIRS.flatMap(([label, value]) => [value, label]).map((text) => `<div>${text}</div>`);
    const page = await openDrawn(
      session,
      'flat',
      `<h1>Order details HW-2026-004690</h1><main>${lines.join('')}</main>`,
    );
    const report = await pageReport(session, page);
    await page.close();
    const wrong = (report.records as OrderReport[] | undefined)?.[0];
    expect(wrong?.customer ?? null).toBeNull();
    expect(wrong?.statusText ?? null).toBeNull();
    expect(report.customer).toBeNull();
  });
});

describe('an amount beside one that is struck out', () => {
  it('is the one that stands', async () => {
    const row = (number: string, cell: string, style = '') =>
      `<tr style="${style}"><td>${number}</td><td>2026-11-20</td><td>Shipped</td><td>2026-12-01</td><td>${cell}</td></tr>`;
    const rows = [
      row('SO-1', '€ 15.00'),
      row('SO-2', '<s>€ 99.00</s> <b>€ 80.00</b>'),
      row('SO-3', '<div><span class="a">€ 99.00</span><br>€ 70.00</div>'),
      // All of it is struck: a cancelled order's total is its total.
      row('SO-4', '<span>€ 60.00</span>', 'text-decoration:line-through'),
      row('SO-5', '<i>€ 99.00</i> <b>€ 50.00</b>'),
    ];
    const head = ['Order number', 'Date', 'Status', 'Shipment date', 'Total']
      .map((name) => `<th>${name}</th>`)
      .join('');
    const page = await openDrawn(
      session,
      'struck',
      `<style>.a{text-decoration:line-through}</style><h1>Orders</h1><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    );
    const records = await waitFor(
      async () => {
        const read = (await pageReport(session, page)).records as OrderReport[] | undefined;
        return read?.length === rows.length ? read : null;
      },
      { message: 'the orders' },
    );
    await page.close();
    expect(records.map(({ totalMinor }) => totalMinor)).toEqual([1500, 8000, 7000, 6000, null]);
  });
});
