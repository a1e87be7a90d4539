import type { Cell, Row } from './table.ts';

/** One column of a list that is written into a file: its heading, and what it says of one of the list's things. */
export interface Column<T> {
  readonly words: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (one: T) => Cell;
}

export const rowOf = <T>(columns: readonly Column<T>[], one: T): Row => columns.map(({ cell }) => cell(one));
