import type { ColumnState } from '../../core/page-report.ts';
import { lineOf, type SharedConcept } from './cell-lines.ts';
import { conceptText } from './cell-text.ts';
import { readText } from './dom.ts';
import type { HeaderCell, HeaderLine } from './headers.ts';
import type { GridRow } from './rows.ts';
import { isCode, SHAPES } from './shapes.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

/** Where a concept's column is, and how that is known. */
export interface ColumnReading {
  readonly state: ColumnState;
  readonly header: string | null;
  /** `group`: lines between the rows say it, there is no such column. */
  readonly how: 'label' | 'shape' | 'label+shape' | 'group' | 'none';
  /** Index of the header cell; only for `ok`, where there is one. */
  readonly index?: number;
  /** Its cells hold something else besides, on a line of its own. */
  readonly shared?: true;
}

const MISSING: ColumnReading = { state: 'missing', header: null, how: 'none' };
/** Values that say "nothing here" in any language. */
const EMPTY = /^(|[-–—/.]|n\/?a)$/i;
/** A column may hold a few strange values and still be what its label says. */
const ENOUGH = 0.5;

/** Texts of a column, as many as it takes to know its shape. */
const sample = (
  rows: readonly GridRow[],
  index: number,
  concept: ColumnConcept,
  header: HeaderCell | undefined,
): string[] => {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = row.cells[index];
    const text = cell === undefined ? '' : conceptText(concept, cell, header);
    if (!EMPTY.test(text)) texts.push(text);
    if (texts.length >= 40) break;
  }
  return texts;
};

/** Cells of a column that say something, as many as it takes. */
const filled = (rows: readonly GridRow[], index: number): Element[] =>
  rows
    .slice(0, MOST_FILLED)
    .flatMap(({ cells }) => cells[index] ?? [])
    .filter((cell) => !EMPTY.test(readText(cell)));
const MOST_FILLED = 40;

/** Whether a column numbers the rows one after the other, from wherever it begins. */
const countsRows = (texts: readonly string[]): boolean =>
  texts.length > 1 &&
  texts.every(
    (text, i) =>
      /^\d{1,5}\.?$/.test(text) &&
      (i === 0 || Number.parseInt(text, 10) === Number.parseInt(texts[i - 1] ?? '', 10) + 1),
  );

/** Finds a column for each wanted concept: by its label, confirmed by its values; by its values alone where those tell. */
export function recogniseColumns(
  line: HeaderLine,
  rows: readonly GridRow[],
  wanted: readonly ColumnConcept[],
): Map<ColumnConcept, ColumnReading> {
  const samples = new Map<string, string[]>();
  const sampleOf = (concept: ColumnConcept, index: number): string[] => {
    const key = `${concept} ${index}`;
    const known = samples.get(key);
    if (known !== undefined) return known;
    const texts = sample(rows, index, concept, line.cells[index]);
    samples.set(key, texts);
    return texts;
  };
  const share = (concept: ColumnConcept, index: number): number | undefined => {
    const shape = SHAPES[concept];
    const texts = sampleOf(concept, index);
    return shape === undefined || texts.length === 0
      ? undefined
      : texts.filter((text) => shape(text)).length / texts.length;
  };
  const readings = new Map<ColumnConcept, ColumnReading>();
  for (const concept of wanted) readings.set(concept, byLabel(concept));
  // "Amount" is what a line, or an order, comes to where nothing is called its total.
  if (readings.get('total')?.state === 'missing') readings.set('total', byLabel('amount'));
  // Of an invoice only: an order has a day of its own besides.
  if (wanted.includes('invoiceNumber') && readings.get('date')?.state === 'missing')
    readings.set('date', byLabel('invoiceDate'));
  const taken = new Set([...readings.values()].flatMap((reading) => reading.index ?? []));
  for (const concept of ['mac', 'serial', 'contract'] as const)
    if (readings.get(concept)?.state === 'missing') {
      const reading = byShape(concept, taken);
      readings.set(concept, reading);
      if (reading.index !== undefined) taken.add(reading.index);
    }
  for (const concept of ['serial', 'mac'] as const) {
    const state = readings.get(concept)?.state;
    if (state === 'missing' || state === 'malformed')
      readings.set(concept, byLine(concept) ?? readings.get(concept) ?? MISSING);
  }
  const model = readings.get('model');
  if (model?.index !== undefined && aboveCodes(model.index)) readings.set('model', { ...model, shared: true });
  return readings;

  function byLabel(concept: ColumnConcept): ColumnReading {
    const named = line.cells.flatMap((cell, index) => (cell.concepts.includes(concept) ? [{ cell, index }] : []));
    // A label with two meanings ("Model" / "Device") belongs to the concept that no other column is named for.
    const shaped = named.filter(({ index }) => (share(concept, index) ?? 1) >= ENOUGH);
    // Beside a column of numbers, one that only counts the rows is none.
    const counting = shaped.length > 1 ? shaped.filter(({ index }) => !countsRows(sampleOf(concept, index))) : shaped;
    const fitting = counting.length === 1 ? counting : shaped;
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1)
      return {
        state: 'ok',
        header: only.cell.label,
        how: share(concept, only.index) === undefined ? 'label' : 'label+shape',
        index: only.index,
      };
    if (named.length === 0) return MISSING;
    const header = named.map(({ cell }) => cell.label).join(' / ');
    return { state: fitting.length > 1 ? 'ambiguous' : 'malformed', header, how: 'label' };
  }

  /** Only columns without a label of their own are open to this: a named column is what it says or malformed. */
  function byShape(concept: ColumnConcept, without: ReadonlySet<number>): ColumnReading {
    const fitting = line.cells.flatMap((cell, index) =>
      cell.concepts.length === 0 && !without.has(index) && (share(concept, index) ?? 0) > 0.9 ? [{ cell, index }] : [],
    );
    const [only] = fitting;
    if (only === undefined) return MISSING;
    return fitting.length > 1
      ? { state: 'ambiguous', header: fitting.map(({ cell }) => cell.label).join(' / '), how: 'shape' }
      : { state: 'ok', header: only.cell.label || null, how: 'shape', index: only.index };
  }

  /** A number that stands with the other in one cell, each on its line: in the one column that is named for either. */
  function byLine(concept: 'serial' | 'mac'): ColumnReading | undefined {
    const fitting = line.cells.flatMap(({ label, concepts }, index) => {
      const isNamed = concepts.includes('serial') || (concept === 'mac' && concepts.includes('mac'));
      return isNamed && isOnOneLine(concept, index) ? [{ label, index }] : [];
    });
    const [only, ...others] = fitting;
    return only === undefined || others.length > 0
      ? undefined
      : { state: 'ok', header: only.label, how: 'label+shape', index: only.index, shared: true };
  }

  function isOnOneLine(concept: SharedConcept, index: number): boolean {
    const cells = filled(rows, index);
    return cells.length > 0 && cells.every((cell) => lineOf(cell, concept) !== undefined);
  }

  /** Names of which each has an article number below it: not where the names might be the numbers. */
  function aboveCodes(index: number): boolean {
    if (!isOnOneLine('model', index)) return false;
    return filled(rows, index).some((cell) => !isCode(lineOf(cell, 'model') ?? ''));
  }
}
