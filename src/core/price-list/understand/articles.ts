import type { Duration } from '../../facts.ts';
import type { ListItem, ListPrice } from '../item.ts';
import { type ListReason, listReason } from '../reasons.ts';
import type { RejectedRow } from '../result.ts';

/** One price as a row gives it. */
export interface PricedRow {
  readonly sku: string;
  readonly name?: string;
  readonly category?: string;
  readonly duration: Duration;
  readonly price: ListPrice;
  readonly cells: readonly string[];
}

export interface Articles {
  readonly items: readonly ListItem[];
  readonly rejected: readonly RejectedRow[];
  readonly remarks: readonly ListReason[];
}

const samePrice = (a: ListPrice, b: ListPrice): boolean =>
  a.unit === b.unit && a.money.amountMinor === b.money.amountMinor && a.money.currency === b.money.currency;

/** Groups by key, in order of first appearance. */
function groups<T>(values: readonly T[], key: (value: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const value of values) found.set(key(value), [...(found.get(key(value)) ?? []), value]);
  return [...found.values()];
}

/**
 * Puts the prices of an article together. Where one article has two prices for one duration, none of them is taken: which
 * one holds is not for a program to choose. A row that only says again what another said is a remark.
 */
export function toArticles(priced: readonly PricedRow[]): Articles {
  const items: ListItem[] = [];
  const rejected: RejectedRow[] = [];
  const remarks: ListReason[] = [];
  for (const rows of groups(priced, ({ sku }) => sku)) {
    const [first] = rows;
    if (!first) continue;
    const prices: Partial<Record<Duration, ListPrice>> = {};
    for (const claims of groups(rows, ({ duration }) => duration)) {
      const [claim] = claims;
      if (!claim) continue;
      const others = claims.filter(({ price }) => !samePrice(price, claim.price));
      if (others.length === 0) prices[claim.duration] = claim.price;
      else rejected.push(...twice(claims));
    }
    const { sku } = first;
    const name = rows.find((row) => row.name !== undefined)?.name;
    const category = rows.find((row) => row.category !== undefined)?.category;
    const lines = [...new Set(rows.map(({ price }) => price.row))];
    if (Object.keys(prices).length === 0) continue;
    items.push({ sku, ...(name && { name }), ...(category && { category }), prices, rows: lines });
    remarks.push(...repeated(rows));
  }
  return { items, rejected: distinct(rejected), remarks };
}

function twice(claims: readonly PricedRow[]): readonly RejectedRow[] {
  const rows = claims.map(({ price }) => price.row).join(', ');
  return claims.map(({ sku, price, cells }) => ({
    row: price.row,
    reason: listReason('list-sku-twice', { sku, rows }),
    cells,
  }));
}

/** One entry per row, although all three of its prices contradict another row. */
const distinct = (rejected: readonly RejectedRow[]): readonly RejectedRow[] =>
  rejected.filter(({ row }, index) => rejected.findIndex((other) => other.row === row) === index);

function repeated(rows: readonly PricedRow[]): readonly ListReason[] {
  const remarks: ListReason[] = [];
  for (const claims of groups(rows, ({ duration }) => duration)) {
    const [first, ...others] = claims;
    for (const { price } of others) {
      if (!first || !samePrice(price, first.price)) continue;
      const known = remarks.some(({ params }) => params?.['row'] === price.row);
      if (!known) remarks.push(listReason('list-row-repeated', { row: price.row, first: first.price.row }));
    }
  }
  return remarks;
}
