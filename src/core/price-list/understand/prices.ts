import type { Duration, Money } from '../../facts.ts';
import { readColumn } from '../../money/column.ts';
import type { DecimalMark } from '../../money/digits.ts';
import type { ListPrice } from '../item.ts';
import { MAX_SHOWN } from '../limits.ts';
import type { ColumnUse, Mapping, PriceUnit } from '../mapping.ts';
import { type ListReason, listReason } from '../reasons.ts';
import type { RejectedRow } from '../result.ts';
import { type Cell, cellAt, columnLetters, type Table } from '../table.ts';
import type { PricedRow } from './articles.ts';
import { currencyIn } from './currency.ts';
import type { DataLine } from './lines.ts';
import { pricedPer } from './per-period.ts';
import { type PriceReading, readPrice } from './price.ts';
import type { Surroundings } from './surroundings.ts';
import { readTime, toDuration } from './time.ts';
import { looksLikeAmount } from './values.ts';

/** What all rows share. */
export interface ListContext {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly headers: readonly string[];
  readonly surroundings: Surroundings;
  readonly mark: DecimalMark | undefined;
  /** Price columns of which the partner has still to say which one holds. */
  readonly contested: ReadonlySet<number>;
}

export interface RowReading {
  readonly priced: readonly PricedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly remarks: readonly ListReason[];
}

/** The decimal mark of all price columns together: one program wrote them. `setting` only where they do not show it. */
export function decimalMarkOf(
  table: Table,
  lines: readonly DataLine[],
  uses: readonly ColumnUse[],
  setting?: DecimalMark,
): DecimalMark | undefined {
  const texts = lines.flatMap(({ index }) =>
    uses.flatMap((use, column) => {
      const cell = cellAt(table.rows[index], column);
      return use.role === 'price' && cell.kind === 'text' && looksLikeAmount(cell) ? [pricedPer(cell.text).amount] : [];
    }),
  );
  return readColumn(texts, setting).mark;
}

/** The duration of a row that names it in a cell. A bare number counts as its header says, or as months from 12 up. */
export function durationOfCell(cell: Cell, header: string): Duration | 'other' | undefined {
  const bare = /^\d{1,3}$/.test(cell.text) ? Number(cell.text) : undefined;
  const factor = readTime(header.replace(/[()]/g, ' ')).months ?? (bare !== undefined && bare >= 12 ? 1 : undefined);
  const months = bare === undefined ? readTime(cell.text).months : factor && bare * factor;
  return months === undefined ? undefined : (toDuration(months) ?? 'other');
}

/** A yearly rate of a five-year term covers a fifth of it: five of them are the term, exactly. */
function inUnit(money: Money, unit: PriceUnit, duration: Duration): Omit<ListPrice, 'row'> {
  if (duration === 'P1M') return { money, unit: 'month' };
  if (unit !== 'year') return { money, unit };
  const years = duration === 'P5Y' ? 5 : 1;
  return { money: { ...money, amountMinor: money.amountMinor * years }, unit: 'term' };
}

/** What the cell itself or its column says that a price covers, if either does; the two must not contradict. */
function unitOf(
  per: 'month' | 'year' | undefined,
  column: PriceUnit,
  duration: Duration,
): Exclude<PriceUnit, 'unknown'> | 'contradictory' | undefined {
  const yearIsTerm = (unit: PriceUnit): PriceUnit => (unit === 'year' && duration === 'P1Y' ? 'term' : unit);
  const stated = yearIsTerm(column);
  if (per === undefined) return stated === 'unknown' ? undefined : stated;
  const own = yearIsTerm(per) as 'month' | 'year' | 'term';
  if (duration === 'P1M' && own !== 'month') return 'contradictory';
  return stated === 'unknown' || stated === own ? own : 'contradictory';
}

/** A row's texts for showing, shortened. */
export const shownCells = (cells: readonly Cell[]): readonly string[] =>
  cells.map(({ text }) => text.slice(0, MAX_SHOWN));

/** The article that a row is about; its cells may be merged with those of a row above. */
export interface Article {
  readonly sku: string;
  readonly name?: string;
  readonly category?: string;
}

/** What stands beside a price in its row. */
interface RowFacts {
  readonly duration: Duration | 'other' | undefined;
  readonly currency: string | undefined;
  readonly durationProblem: ListReason | undefined;
}

function rowFacts(cells: readonly Cell[], { mapping, headers }: ListContext): RowFacts {
  const at = mapping.columns.findIndex((use) => use.role === 'duration');
  const currencyAt = mapping.columns.findIndex((use) => use.role === 'currency');
  const currency = currencyIn(cellAt(cells, currencyAt).text);
  if (at < 0) return { duration: undefined, currency, durationProblem: undefined };
  const cell = cellAt(cells, at);
  const duration = durationOfCell(cell, headers[at] ?? '');
  const params = { column: columnLetters(at), text: cell.text };
  const code = duration === 'other' ? 'list-duration-other' : 'list-duration-unreadable';
  const fails = duration === undefined || duration === 'other';
  return { duration, currency, durationProblem: fails ? listReason(code, params) : undefined };
}

/** The prices of one data row. A row whose columns are still to be assigned is rejected as waiting. */
export function readRow({ index }: DataLine, article: Article, context: ListContext): RowReading {
  const { table, mapping, surroundings, mark } = context;
  const cells = table.rows[index] ?? [];
  const texts = shownCells(cells);
  const row = index + 1;
  const facts = rowFacts(cells, context);
  const priced: PricedRow[] = [];
  const reasons: ListReason[] = [];
  const remarks: ListReason[] = [];
  for (const [at, use] of mapping.columns.entries()) {
    if (use.role !== 'price') continue;
    const column = columnLetters(at);
    const cell = cellAt(cells, at);
    const stated = facts.currency ?? use.currency;
    const supposed = surroundings.currency ?? mapping.currency;
    const reading: PriceReading = readPrice(cell, { column, mark, stated, supposed });
    if (reading.kind === 'absent') continue;
    const duration = use.duration ?? facts.duration;
    if (context.contested.has(at)) reasons.push(listReason('list-row-waiting', { column }));
    else if (use.duration === undefined && facts.durationProblem) reasons.push(facts.durationProblem);
    else if (duration === undefined || duration === 'other') reasons.push(listReason('list-row-waiting', { column }));
    else if (reading.kind === 'problem') reasons.push(reading.reason);
    else {
      if (reading.rounded) remarks.push(listReason('list-price-rounded', { row, column, text: cell.text }));
      if (reading.money.amountMinor === 0) remarks.push(listReason('list-price-zero', { row, column }));
      const unit = unitOf(reading.per, use.unit, duration) ?? surroundings.unit?.unit ?? 'unknown';
      if (unit === 'contradictory') {
        reasons.push(listReason('list-price-unit-differs', { column, text: cell.text.slice(0, MAX_SHOWN) }));
        continue;
      }
      priced.push({ ...article, duration, price: { ...inUnit(reading.money, unit, duration), row }, cells: texts });
    }
  }
  return { priced, rejected: reasons.map((reason) => ({ row, reason, cells: texts })), remarks };
}
