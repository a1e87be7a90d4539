import * as v from 'valibot';
import { daysBetween, monthsOf } from '../calendar.ts';
import { nameKey } from '../customer.ts';
import { ratio, roundRatio } from '../money/ratio.ts';
import { type Month, monthOf } from '../month.ts';
import { ORDER_STATES, type OrderRecord, OrderState, wasPlaced } from '../records/order.ts';
import { groupBy } from '../rules/group-by.ts';

/** Why a shipped order does not tell how long its products were waited for. */
export const WAIT_LEFT = ['no-order-date', 'no-shipment-date', 'shipped-before', 'no-products'] as const;
/** Why an order that may recur is not among the recurring amounts. */
export const RECURRING_LEFT = [
  'contract-unknown',
  'outcome-unknown',
  'cancelled',
  'no-total',
  'no-period',
  'no-date',
  'too-large',
] as const;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const counts = <const K extends readonly string[]>(keys: K) =>
  v.array(v.object({ of: v.picklist(keys), count: Count }));

/**
 * What charts of orders show, of some orders or of all: {@link mergeFigures} of the parts is the same as that of the whole.
 * `amountMinor`: per month, in integer minor units of the currency.
 */
export const Figures = v.object({
  orders: Count,
  unreadable: Count,
  /** Refused by WMP or not confirmed by the partner: in no chart. */
  notPlaced: Count,
  states: v.array(v.object({ of: OrderState, count: Count })),
  /** Of each product, how many orders were waited for that many days. */
  waits: v.array(v.object({ key: v.string(), name: v.string(), days: v.array(v.tuple([Count, Count])) })),
  waitLeft: counts(WAIT_LEFT),
  recurring: v.array(v.object({ currency: v.string(), month: v.string(), amountMinor: v.number(), orders: Count })),
  recurringLeft: counts(RECURRING_LEFT),
});
export type Figures = v.InferOutput<typeof Figures>;

export const NO_FIGURES: Figures = {
  orders: 0,
  unreadable: 0,
  notPlaced: 0,
  states: [],
  waits: [],
  waitLeft: [],
  recurring: [],
  recurringLeft: [],
};

/** What an order's total covers where nothing says so: its whole Duration, or a month of it (a setting). */
export type TotalCovers = 'term' | 'month';

/** Figures of these orders. */
export function figuresOf(orders: readonly OrderRecord[], unreadable: number, covers: TotalCovers): Figures {
  const placed = orders.filter(wasPlaced);
  return mergeFigures([
    { ...NO_FIGURES, orders: orders.length, unreadable, notPlaced: orders.length - placed.length },
    ...placed.map((order) => ({
      ...NO_FIGURES,
      states: [{ of: order.state, count: 1 }],
      ...waitOf(order),
      ...recurringOf(order, covers),
    })),
  ]);
}

/** Days from order to shipment, for each product of a shipped order once, however many of it were ordered. */
function waitOf({ state, date, shipmentDate, lines }: OrderRecord): Partial<Figures> {
  if (state !== 'shipped' && state !== 'delivered') return {};
  const left = (of: (typeof WAIT_LEFT)[number]) => ({ waitLeft: [{ of, count: 1 }] });
  if (date === undefined) return left('no-order-date');
  if (shipmentDate === undefined) return left('no-shipment-date');
  const days = daysBetween(date, shipmentDate);
  if (days < 0) return left('shipped-before');
  if (lines.length === 0) return left('no-products');
  const products = new Map(lines.map(({ sku, product }) => [nameKey(sku ?? product), product]));
  return { waits: [...products].map(([key, name]) => ({ key, name, days: [[days, 1]] })) };
}

/** The order's total per month (half-up to the minor unit), in the month in which it was ordered. CAPEX and Rental: nothing. */
function recurringOf(order: OrderRecord, covers: TotalCovers): Partial<Figures> {
  const { contract, state, evidence, total, duration, date } = order;
  if (contract === 'capex' || contract === 'rental') return {};
  const left = (of: (typeof RECURRING_LEFT)[number]) => ({ recurringLeft: [{ of, count: 1 }] });
  if (state === 'cancelled') return left('cancelled');
  if (contract === 'unknown') return left('contract-unknown');
  if (evidence === 'asked' && state === 'unknown') return left('outcome-unknown');
  if (total === undefined) return left('no-total');
  if (duration === undefined) return left('no-period');
  if (date === undefined) return left('no-date');
  const months = covers === 'term' ? monthsOf(duration) : 1;
  const amountMinor = Number(roundRatio(ratio(total.amountMinor, months)));
  return { recurring: [{ currency: total.currency, month: monthOf(date), amountMinor, orders: 1 }] };
}

/** Figures of all orders of the parts. An amount beyond what a number holds exactly is left out and counted as `too-large`. */
export function mergeFigures(parts: readonly Figures[]): Figures {
  const sum = (of: (part: Figures) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const { cells, left } = mergeRecurring(parts.flatMap(({ recurring }) => recurring));
  return {
    orders: sum(({ orders }) => orders),
    unreadable: sum(({ unreadable }) => unreadable),
    notPlaced: sum(({ notPlaced }) => notPlaced),
    states: mergeCounts(
      ORDER_STATES,
      parts.flatMap(({ states }) => states),
    ),
    waits: mergeWaits(parts.flatMap(({ waits }) => waits)),
    waitLeft: mergeCounts(
      WAIT_LEFT,
      parts.flatMap(({ waitLeft }) => waitLeft),
    ),
    recurring: cells,
    recurringLeft: mergeCounts(RECURRING_LEFT, [
      ...parts.flatMap(({ recurringLeft }) => recurringLeft),
      { of: 'too-large', count: left },
    ]),
  };
}

/** In the order of `keys`, without those that never occur. */
function mergeCounts<K extends string>(
  keys: readonly K[],
  counted: readonly { readonly of: K; readonly count: number }[],
): { of: K; count: number }[] {
  const sums = new Map<K, number>();
  for (const { of, count } of counted) sums.set(of, (sums.get(of) ?? 0) + count);
  return keys.map((of) => ({ of, count: sums.get(of) ?? 0 })).filter(({ count }) => count > 0);
}

/** Products by name, each under the name that sorts first of those it was printed with: whatever the order of the parts. */
function mergeWaits(waits: Figures['waits']): Figures['waits'] {
  const products = new Map<string, { name: string; days: Map<number, number> }>();
  for (const { key, name, days } of waits) {
    const product = products.get(key) ?? { name, days: new Map<number, number>() };
    if (name < product.name) product.name = name;
    for (const [day, count] of days) product.days.set(day, (product.days.get(day) ?? 0) + count);
    products.set(key, product);
  }
  return [...products]
    .map(([key, { name, days }]) => ({ key, name, days: [...days].sort(([a], [b]) => a - b) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function mergeRecurring(recurring: Figures['recurring']): { cells: Figures['recurring']; left: number } {
  const cells = new Map<string, Figures['recurring'][number]>();
  let left = 0;
  for (const cell of recurring) {
    const key = `${cell.currency} ${cell.month}`;
    const before = cells.get(key);
    const amountMinor = (before?.amountMinor ?? 0) + cell.amountMinor;
    if (!Number.isSafeInteger(amountMinor)) left += cell.orders;
    else cells.set(key, { ...cell, amountMinor, orders: (before?.orders ?? 0) + cell.orders });
  }
  return { cells: [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell), left };
}

/** A product and how long it was waited for. `median`: in days, a half where two orders share the middle. */
export interface Wait {
  readonly key: string;
  readonly name: string;
  readonly median: number;
  readonly orders: number;
}

/** Products with most orders first. */
export const waitsOf = ({ waits }: Figures): readonly Wait[] =>
  waits
    .map(({ key, name, days }) => ({ key, name, median: medianOf(days), orders: totalOf(days) }))
    .sort((a, b) => b.orders - a.orders || (a.name < b.name ? -1 : 1));

type Histogram = readonly (readonly [days: number, count: number])[];

const totalOf = (days: Histogram): number => days.reduce((sum, [, count]) => sum + count, 0);

/** Of days that rise. */
function medianOf(days: Histogram): number {
  const total = totalOf(days);
  const at = (place: number): number => {
    let passed = 0;
    for (const [day, count] of days) {
      passed += count;
      if (place < passed) return day;
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** Recurring amounts of one currency by month, without gaps; `before`: what lies before the first month that is shown. */
export interface RecurringSeries {
  readonly currency: string;
  readonly months: readonly {
    readonly month: Month;
    readonly amountMinor: number;
    readonly orders: number;
    /** What all orders until then come to, had none of them ended; absent where a number cannot hold it. */
    readonly runningMinor?: number;
  }[];
  readonly before: { readonly amountMinor: number; readonly orders: number };
}

/** One series for each currency, never added up, the one of most orders first; of each the last `most` months to its newest. */
export const recurringSeries = ({ recurring }: Figures, most: number): readonly RecurringSeries[] =>
  [...groupBy(recurring, ({ currency }) => currency).values()]
    .sort((a, b) => ordersOf(b) - ordersOf(a))
    .map((cells) => seriesOf(cells, most));

type Cells = Figures['recurring'];

const ordersOf = (cells: Cells): number => cells.reduce((sum, { orders }) => sum + orders, 0);

function seriesOf(cells: Cells, most: number): RecurringSeries {
  const byNumber = new Map(cells.map((cell) => [monthNumber(cell.month), cell]));
  const last = Math.max(...byNumber.keys());
  const first = Math.max(Math.min(...byNumber.keys()), last - most + 1);
  const earlier = cells.filter(({ month }) => monthNumber(month) < first);
  const before = { amountMinor: earlier.reduce((sum, cell) => sum + cell.amountMinor, 0), orders: ordersOf(earlier) };
  let runningMinor = before.amountMinor;
  return {
    currency: cells[0]?.currency ?? '',
    months: Array.from({ length: last - first + 1 }, (_, i) => {
      const cell = byNumber.get(first + i);
      const amountMinor = cell?.amountMinor ?? 0;
      runningMinor += amountMinor;
      return {
        month: monthNamed(first + i),
        amountMinor,
        orders: cell?.orders ?? 0,
        ...(Number.isSafeInteger(runningMinor) && { runningMinor }),
      };
    }),
    before,
  };
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthNamed = (count: number): Month =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
