import type { DeviceReport, GridReport, OrderReport, PageReport } from '../core/page-report.ts';
import type { InvoiceFacts } from '../core/records/invoice.ts';
import type { JudgedDevices } from './judged-devices.ts';
import type { SeenList } from './lists/page-lists.ts';
import { customerRows } from './portal/customers.ts';
import { type Grid, gridReport } from './portal/grid.ts';
import { invoiceRows } from './portal/invoices.ts';
import { readOrderDetails } from './portal/order-details.ts';
import { orderRows } from './portal/orders.ts';
import type { Page } from './portal/page.ts';
import { deviceRows, pbxRows, productRows, readDates } from './portal/records.ts';
import { hasUnreadRows } from './portal/unread-rows.ts';
import { isWhole } from './portal/whole.ts';

/** A list that was walked, by the part of it that stands on the page. */
type WalkedLists = (grid: Grid) => SeenList | undefined;

/** What is understood of a page, as data for the page check. */
export function reportPage(
  page: Page,
  judged: JudgedDevices | undefined,
  records: boolean,
  walked: WalkedLists = () => undefined,
): PageReport {
  return {
    version: 1,
    page: page.kind,
    level: page.level,
    confidence: page.confidence,
    reasons: [...page.reasons, ...taughtReasons(page)],
    customer: page.customer?.name ?? null,
    pbx: page.pbx ?? null,
    grids: page.grids.map((grid) => reportGrid(grid, judged, walked(grid))),
    actions: Object.fromEntries(page.actions.map(({ concept, label, enabled }) => [concept, { label, enabled }])),
    ...(records ? { records: recordsOfPage(page, judged, walked) } : {}),
  };
}

function taughtReasons({ taught }: Page): string[] {
  if (taught === undefined) return [];
  if ('used' in taught) return [`taught:${taught.used}`];
  const { profile, ...what } = taught.misfit.params ?? {};
  const told = Object.entries(what).map(([name, value]) => `${name} "${value}"`);
  return [`taught profile "${profile}" no longer fits: ${taught.misfit.code}, ${told.join(', ')}`];
}

function reportGrid(grid: Grid, judged: JudgedDevices | undefined, walked: SeenList | undefined): GridReport {
  const problems = [...grid.columns]
    .filter(([, { state }]) => state !== 'ok')
    .map(([concept, { state }]) => `${concept}:${state}`);
  if (hasUnreadRows(grid)) problems.push('rows-not-understood');
  if (grid.closedGroups !== undefined) problems.push(`groups-closed:${grid.closedGroups}`);
  if (walked !== undefined) return gridReport(grid, problems, walked);
  const rowsDrawn = grid.rows.length;
  if (grid.kind !== 'devices')
    return gridReport(grid, problems, { rows: rowsDrawn, total: null, complete: isWhole(grid, rowsDrawn) });
  // Not read to its end yet.
  if (judged === undefined) return gridReport(grid, problems, { rows: rowsDrawn, total: null, complete: false });
  for (const key of judged.twice) problems.push(`row-twice:${key}`);
  if (judged.rowsWithoutKey > 0) problems.push(`rows-without-key:${judged.rowsWithoutKey}`);
  const rows = judged.devices.size + judged.rowsWithoutKey;
  return gridReport(grid, problems, {
    rows,
    total: judged.total ?? (judged.complete ? rows : null),
    complete: judged.complete,
  });
}

function recordsOfPage(
  page: Page,
  judged: JudgedDevices | undefined,
  walked: WalkedLists,
): NonNullable<PageReport['records']> {
  const details = page.kind === 'order-details' ? readOrderDetails(page) : undefined;
  if (details === undefined) return page.grids.flatMap((grid) => recordsOf(walked(grid)?.grid ?? grid, judged));
  const lines = details.lines?.map(({ product, sku, quantity }) => ({
    product,
    sku: sku ?? null,
    quantity: quantity ?? null,
  }));
  return [{ ...orderReport(details.row), ...(lines && { lines }) }];
}

export function recordsOf(grid: Grid, judged: JudgedDevices | undefined): NonNullable<PageReport['records']> {
  if (grid.kind === 'devices') return deviceReports(grid, judged);
  if (grid.kind === 'orders') return orderRows(grid).map(orderReport);
  if (grid.kind === 'customers') return customerRows(grid).map(({ name }) => ({ customer: name }));
  if (grid.kind === 'invoices') return invoiceRows(grid).map(invoiceReport);
  if (grid.kind === 'pbxes') return pbxRows(grid).map((pbx) => ({ ...pbx }));
  if (grid.kind === 'products' || grid.kind === 'cart')
    return productRows(grid).map(({ product, sku, stock, quantity }) => ({
      product,
      sku: sku ?? null,
      stock: stock ?? null,
      quantity: quantity ?? null,
    }));
  return [];
}

/** Everything that was collected, also rows that are scrolled away. */
function deviceReports(grid: Grid, judged: JudgedDevices | undefined): DeviceReport[] {
  const rows = deviceRows(grid);
  const devices = judged === undefined ? rows.flatMap(({ facts }) => facts ?? []) : [...judged.devices.values()];
  const printed =
    judged?.dates ??
    new Map(rows.flatMap(({ facts, dates }) => (facts === undefined ? [] : [[facts.key, dates] as const])));
  const expiration = readDates([...printed.values()].map((dates) => dates.expiration));
  const purchased = readDates([...printed.values()].map((dates) => dates.purchased));
  return devices.map((facts) => {
    const verdict = judged?.obstacle === undefined ? judged?.verdicts.get(facts.key) : undefined;
    return {
      key: facts.key,
      serial: facts.serial ?? null,
      mac: facts.mac ?? null,
      model: facts.model ?? null,
      pbx: facts.pbx ?? judged?.pbx ?? null,
      contract: facts.contract,
      expiration: expiration(printed.get(facts.key)?.expiration) ?? null,
      purchased: purchased(printed.get(facts.key)?.purchased) ?? null,
      verdict: verdict?.verdict ?? null,
      reasons: [...(verdict?.reasons ?? [])],
    };
  });
}

function orderReport(row: ReturnType<typeof orderRows>[number]): OrderReport {
  return {
    number: row.number ?? null,
    date: row.date ?? null,
    reference: row.reference ?? null,
    customer: row.customer?.name ?? null,
    contract: row.contract,
    status: row.state,
    statusText: row.statusText ?? null,
    shipmentDate: row.shipmentDate ?? null,
    totalMinor: row.total?.amountMinor ?? null,
    currency: row.total?.currency ?? null,
  };
}

const invoiceReport = ({ number, date, due, amount, state, statusText }: InvoiceFacts): Record<string, unknown> => ({
  number,
  date: date ?? null,
  due: due ?? null,
  amountMinor: amount?.amountMinor ?? null,
  currency: amount?.currency ?? null,
  status: state,
  statusText: statusText ?? null,
});
