import type { ColumnUse } from '../mapping.ts';
import { IGNORE } from '../mapping.ts';
import { type ListReason, listReason } from '../reasons.ts';
import { columnLetters, type Table } from '../table.ts';
import { byValues, holds } from './by-values.ts';
import type { Header } from './header.ts';

export interface Columns {
  readonly uses: readonly ColumnUse[];
  readonly remarks: readonly ListReason[];
  /** What keeps the list from being used before the partner has assigned columns. */
  readonly open: readonly ListReason[];
}

/** One column per named role: the strongest header; equal headers are a question for the partner. */
function strongest(header: Header, role: ColumnUse['role']): readonly number[] {
  const claims = header.readings.flatMap(({ use, strength }, column) =>
    use.role === role ? [{ column, strength }] : [],
  );
  const best = Math.max(...claims.map(({ strength }) => strength));
  return claims.filter(({ strength }) => strength === best).map(({ column }) => column);
}

const letters = (columns: readonly number[]): string => columns.map(columnLetters).join(', ');

const priceKey = (use: ColumnUse): string => (use.role === 'price' ? `price ${use.duration ?? ''}`.trim() : use.role);

/** Where a length is priced per month and as a whole, the whole is what is charged; the other says the same again. */
function preferWhole(uses: ColumnUse[]): void {
  uses.forEach((use, column) => {
    if (use.role !== 'price' || use.unit === 'term') return;
    const whole = uses.some(
      (other) => other.role === 'price' && other.unit === 'term' && other.duration === use.duration,
    );
    if (whole && use.unit !== 'unknown') uses[column] = IGNORE;
  });
}

/** Columns that claim one thing: none of them is taken, the partner decides. */
function claimsOfMany(uses: readonly ColumnUse[]): readonly (readonly [role: string, columns: readonly number[]])[] {
  const claims = new Map<string, number[]>();
  uses.forEach((use, column) => {
    if (use.role !== 'ignore') claims.set(priceKey(use), [...(claims.get(priceKey(use)) ?? []), column]);
  });
  return [...claims].filter(([, columns]) => columns.length > 1);
}

/** Price columns of which only one can hold. */
export const contestedPrices = (uses: readonly ColumnUse[]): ReadonlySet<number> =>
  new Set(claimsOfMany(uses).flatMap(([role, columns]) => (role.startsWith('price') ? columns : [])));

/**
 * Beside a column of durations, "monthly price" says what the price covers, and not that it is the price of a month's term.
 */
function rateBesideDuration(header: Header, use: ColumnUse, column: number): ColumnUse {
  const rate = header.readings[column]?.rate;
  if (use.role !== 'price' || rate === undefined) return use;
  const { duration: _, ...rest } = use;
  return { ...rest, unit: rate };
}

/** Assigns the columns of a table under its header row. */
export function assignColumns(table: Table, header: Header): Columns {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const uses: ColumnUse[] = Array.from({ length: width }, () => IGNORE);
  for (const role of ['sku', 'name', 'category', 'duration', 'currency'] as const) {
    for (const column of strongest(header, role)) uses[column] = { role };
  }
  header.readings.forEach(({ use }, column) => {
    if (use.role === 'price') uses[column] = use;
  });
  const remarks: ListReason[] = [];
  header.readings.forEach(({ otherMonths }, column) => {
    if (otherMonths === undefined) return;
    remarks.push(
      listReason('list-duration-not-offered', { column: columnLetters(column), header: header.texts[column] ?? '' }),
    );
  });
  uses.forEach((use, column) => {
    if (use.role === 'ignore' || holds(table, header, column, use)) return;
    uses[column] = IGNORE;
    const params = { column: columnLetters(column), header: header.texts[column] ?? '' };
    remarks.push(listReason('list-column-not-fitting', params));
  });
  remarks.push(...byValues(table, header, uses));
  if (uses.some(({ role }) => role === 'duration')) {
    uses.forEach((use, column) => {
      uses[column] = rateBesideDuration(header, use, column);
    });
  }
  preferWhole(uses);
  return { uses, remarks, open: openQuestions(header, uses) };
}

/** What is missing or contradictory before a list can be used. */
export function openQuestions(header: Header, uses: readonly ColumnUse[]): readonly ListReason[] {
  const open: ListReason[] = claimsOfMany(uses).map(([role, columns]) =>
    listReason('list-columns-same-role', { role, columns: letters(columns) }),
  );
  const roles = new Set(uses.map(({ role }) => role));
  if (!roles.has('sku')) open.push(listReason('list-column-missing', { role: 'sku' }));
  if (!roles.has('price')) open.push(listReason('list-column-missing', { role: 'price' }));
  if (roles.has('duration')) return open;
  uses.forEach((use, column) => {
    if (use.role !== 'price' || use.duration !== undefined) return;
    const params = { column: columnLetters(column), header: header.texts[column] ?? '' };
    open.push(listReason('list-price-duration-unknown', params));
  });
  return open;
}
