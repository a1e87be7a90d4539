import { MAX_SHOWN } from '../limits.ts';
import type { Mapping } from '../mapping.ts';
import type { FileReading } from '../read-file.ts';
import { type ListReason, listReason } from '../reasons.ts';
import type { ColumnReport, ReadList, SkippedRow } from '../result.ts';
import { columnLetters, filled, type Table } from '../table.ts';
import { toArticles } from './articles.ts';
import { contestedPrices } from './columns.ts';
import type { Header } from './header.ts';
import { sortLines } from './lines.ts';
import { findListDate } from './list-date.ts';
import { decimalMarkOf } from './prices.ts';
import { readRows } from './rows.ts';
import { readSurroundings } from './surroundings.ts';

/** Which sheet is read how. */
export interface Plan {
  readonly table: Table;
  readonly header: Header;
  readonly mapping: Mapping;
}

const SAMPLES = 5;

function reportColumns({ table, header, mapping }: Plan): readonly ColumnReport[] {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const below = table.rows.slice(header.row + 1).filter((row) => filled(row) > 1);
  return Array.from({ length: width }, (_, column) => ({
    letter: columnLetters(column),
    header: (header.texts[column] ?? '').slice(0, MAX_SHOWN),
    use: mapping.columns[column] ?? { role: 'ignore' },
    samples: below.flatMap((row) => row[column]?.text.slice(0, MAX_SHOWN) || []).slice(0, SAMPLES),
  }));
}

/** Price columns whose unit nothing told, where it matters. */
function unknownUnits({ mapping }: Plan, items: ReadList['items']): readonly ListReason[] {
  const unknown = items.some(({ prices }) => Object.values(prices).some((price) => price?.unit === 'unknown'));
  if (!unknown) return [];
  return mapping.columns.flatMap((use, column) =>
    use.role === 'price' && use.unit === 'unknown' && use.duration !== 'P1M'
      ? [listReason('list-unit-unknown', { column: columnLetters(column) })]
      : [],
  );
}

/** Rejections of one kind that one setting of the partner would settle, asked as one question. */
function settingsAsked(rejected: ReadList['rejected']): readonly ListReason[] {
  const count = (code: string): number => rejected.filter(({ reason }) => reason.code === code).length;
  const marks = count('list-price-ambiguous');
  const currencies = count('list-price-currency-unknown');
  return [
    ...(marks > 0 ? [listReason('list-decimal-mark-unknown', { rows: marks })] : []),
    ...(currencies > 0 ? [listReason('list-currency-unknown', { rows: currencies })] : []),
  ];
}

/** Reads a table by its plan into a list, with an account of every row. */
export function understand(
  file: FileReading,
  fileName: string,
  plan: Plan & { readonly open: readonly ListReason[]; readonly remarks: readonly ListReason[] },
  mappedBy: ReadList['mappedBy'],
): ReadList {
  const { table, header, mapping } = plan;
  const { data, skipped } = sortLines(table, header, mapping.columns);
  const outer = skipped.filter(({ kind }) => kind === 'title' || kind === 'note');
  const surroundings = readSurroundings(outer);
  const mark = decimalMarkOf(table, data, mapping.columns, mapping.decimalMark);
  const contested = contestedPrices(mapping.columns);
  const rows = readRows(data, { table, mapping, headers: header.texts, surroundings, mark, contested });
  const articles = toArticles(rows.priced);
  const rejected = [...rows.rejected, ...articles.rejected].sort((a, b) => a.row - b.row);
  const { items } = articles;
  const titles = outer.filter(({ kind }) => kind === 'title').map(({ text }) => text);
  const notes = outer.filter(({ kind }) => kind === 'note').map(({ text }) => text);
  const listDate = findListDate([titles, notes, [table.name], [fileName]]);
  const asked = [...plan.open, ...settingsAsked(rejected)];
  const open = items.length === 0 ? [...asked, listReason('list-no-price-understood', {})] : asked;
  const usesNote =
    surroundings.unit !== undefined && mapping.columns.some((use) => use.role === 'price' && use.unit === 'unknown');
  const sheets =
    file.tables.length > 1 ? [listReason('list-sheet-chosen', { sheet: table.name, sheets: file.tables.length })] : [];
  return {
    status: open.length === 0 ? 'understood' : 'needs-mapping',
    open,
    remarks: [
      ...file.remarks,
      ...sheets,
      ...plan.remarks,
      ...(usesNote && surroundings.unit ? [listReason('list-unit-from-note', surroundings.unit)] : []),
      ...unknownUnits(plan, items),
      ...rows.remarks,
      ...articles.remarks,
      ...listDate.remarks,
    ],
    format: file.format,
    sheets: file.tables.map(({ name, hidden, rows: all }) => ({
      name,
      hidden,
      rows: all.length,
      chosen: name === table.name,
    })),
    columns: reportColumns(plan),
    mapping,
    mappedBy,
    ...(mark && { decimalMark: mark }),
    ...(listDate.date && { listDate: listDate.date }),
    items,
    rejected,
    skipped: [...skipped, ...furnitureOf(table)],
  };
}

/** What a PDF prints on every page; it has no row of its own. */
const furnitureOf = ({ furniture = [] }: Table): readonly SkippedRow[] =>
  furniture.map((text) => ({ row: 0, kind: 'page-furniture', text }));
