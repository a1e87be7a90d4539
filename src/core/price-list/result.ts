import type { CalendarDate } from '../facts.ts';
import type { ListItem } from './item.ts';
import type { ColumnUse, Mapping } from './mapping.ts';
import type { ListReason } from './reasons.ts';

/** A row, or with `column` in its parameters one price of it, that was not understood, and why. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: ListReason;
  /** What stands in the row, for showing it. */
  readonly cells: readonly string[];
}

/** A row that holds no price and is not meant to. */
export interface SkippedRow {
  readonly row: number;
  readonly kind: 'title' | 'header' | 'header-repeated' | 'section' | 'note' | 'page-furniture';
  readonly text: string;
}

/** What was understood of one column. */
export interface ColumnReport {
  readonly letter: string;
  readonly header: string;
  readonly use: ColumnUse;
  /** The first values below the header, for showing the partner what is being assigned. */
  readonly samples: readonly string[];
}

export interface SheetReport {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly chosen: boolean;
}

/** How the file was written. */
export interface FormatReport {
  readonly kind: 'xlsx' | 'csv' | 'pdf';
  readonly encoding?: string;
  readonly delimiter?: string;
}

/**
 * A list that was read. Every row of the sheet that is not blank is in exactly one of `items`, `rejected` and `skipped`,
 * except that a row with some good and some bad prices is in `items` and `rejected`.
 */
export interface ReadList {
  /** `needs-mapping`: `open` names what the partner has to assign or settle before the items are whole. */
  readonly status: 'understood' | 'needs-mapping';
  readonly open: readonly ListReason[];
  /** Worth showing; nothing to settle. */
  readonly remarks: readonly ListReason[];
  readonly format: FormatReport;
  readonly sheets: readonly SheetReport[];
  readonly columns: readonly ColumnReport[];
  /** The mapping that was used: store it under its `shape` for the next file, or change it and import again. */
  readonly mapping: Mapping;
  /** Where the mapping came from. */
  readonly mappedBy: 'detection' | 'partner';
  /** How doubtful numbers were read, and what settled it. */
  readonly decimalMark?: 'point' | 'comma';
  /** The date that the list gives itself, where it gives exactly one. */
  readonly listDate?: CalendarDate;
  readonly items: readonly ListItem[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
}

/** A file that could not be read at all, and why. */
export interface RefusedList {
  readonly status: 'refused';
  readonly reason: ListReason;
}

export type ImportResult = ReadList | RefusedList;
