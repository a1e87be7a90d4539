/** What one cell of a file holds. `text` is what is shown to the partner where a row was not understood. */
export interface Cell {
  /**
   * `number`: `text` is a plain decimal with a point (`1234.5`), exact, never through a float.
   * `date`: `text` is `yyyy-mm-dd`. `formula`: a formula whose value was not saved with it. `error`: such as `#REF!`.
   */
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'formula' | 'error';
  readonly text: string;
  /** ISO code or symbol that the cell's number format prints beside the number. */
  readonly currency?: string;
}

export const EMPTY: Cell = { kind: 'empty', text: '' };

/** A block of merged cells, all bounds 0-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet, one CSV file or one PDF, as rows of cells. Rows may differ in length. */
export interface Table {
  /** The sheet's name; empty for formats that have none. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** What a PDF prints at the top or foot of its pages; it is in no row. */
  readonly furniture?: readonly string[];
}

/** The cell at `column` of a row, empty beyond its end. */
export const cellAt = (row: readonly Cell[] | undefined, column: number): Cell => row?.[column] ?? EMPTY;

/** Cells that hold something. */
export const filled = (row: readonly Cell[]): number => row.filter((cell) => cell.kind !== 'empty').length;

/** A column's letters as a spreadsheet prints them: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
