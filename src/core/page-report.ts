import * as v from 'valibot';
import { Contract } from './facts.ts';
import { ReasonData, VerdictData } from './reasons.ts';

/** Kinds of page the Companion tells apart; `none` is an answer too. */
export const PAGE_KINDS = [
  'customers',
  'pbxes',
  'devices',
  'order',
  'cart',
  'checkout',
  'orders',
  'order-details',
  'account-balance',
  'login',
  'none',
] as const;
export const PageKind = v.picklist(PAGE_KINDS);
export type PageKind = v.InferOutput<typeof PageKind>;

/** `missing`: no such column. `ambiguous`: more than one fits. `malformed`: its values have not the shape of the concept. */
export const ColumnState = v.picklist(['ok', 'missing', 'ambiguous', 'malformed']);
export type ColumnState = v.InferOutput<typeof ColumnState>;

const ColumnReport = v.object({
  header: v.nullable(v.string()),
  how: v.picklist(['label', 'shape', 'label+shape', 'group', 'none']),
  state: ColumnState,
});

const GridReport = v.object({
  concept: v.string(),
  reader: v.string(),
  columns: v.record(v.string(), ColumnReport),
  rowsSeen: v.number(),
  rowsTotal: v.nullable(v.number()),
  complete: v.boolean(),
  problems: v.array(v.string()),
});

const DeviceReport = v.object({
  key: v.string(),
  serial: v.nullable(v.string()),
  mac: v.nullable(v.string()),
  model: v.nullable(v.string()),
  pbx: v.nullable(v.string()),
  contract: Contract,
  expiration: v.nullable(v.string()),
  purchased: v.nullable(v.string()),
  verdict: v.nullable(VerdictData),
  reasons: v.array(ReasonData),
});

const OrderReport = v.object({
  number: v.nullable(v.string()),
  date: v.nullable(v.string()),
  reference: v.nullable(v.string()),
  customer: v.nullable(v.string()),
  contract: Contract,
  status: v.string(),
  statusText: v.nullable(v.string()),
  shipmentDate: v.nullable(v.string()),
  totalMinor: v.nullable(v.number()),
  currency: v.nullable(v.string()),
  /** Only on a page about one order. */
  lines: v.optional(
    v.array(v.object({ product: v.string(), sku: v.nullable(v.string()), quantity: v.nullable(v.number()) })),
  ),
});

/** What the Companion understands of one tab, as the page check shows it. Dates are ISO. */
export const PageReport = v.object({
  version: v.literal(1),
  page: PageKind,
  level: v.nullable(v.picklist(['customer', 'pbx'])),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.array(v.string()),
  customer: v.nullable(v.string()),
  pbx: v.nullable(v.string()),
  grids: v.array(GridReport),
  actions: v.record(v.string(), v.object({ label: v.string(), enabled: v.boolean() })),
  records: v.optional(v.array(v.union([DeviceReport, OrderReport, v.record(v.string(), v.unknown())]))),
});
export type PageReport = v.InferOutput<typeof PageReport>;
export type GridReport = v.InferOutput<typeof GridReport>;
export type DeviceReport = v.InferOutput<typeof DeviceReport>;
export type OrderReport = v.InferOutput<typeof OrderReport>;
