/** Most bytes of a file that is looked at. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Most bytes that a spreadsheet's parts may inflate to, as declared and as counted while inflating. */
export const MAX_INFLATED_BYTES = 100 * 1024 * 1024;

/** Rows and columns of one sheet: a price list has hundreds; a stray cell at XFD1048576 must not fill the memory. */
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 200;

/** Rows that any program can write, with or without a value in them. */
export const LAST_ROW = 1_048_576;

/** Characters that are kept of an article number, of other texts, and of a cell that is only shown. */
export const MAX_SKU = 100;
export const MAX_TEXT = 500;
export const MAX_SHOWN = 200;

/** Pages and text pieces of a PDF. */
export const MAX_PDF_PAGES = 300;
export const MAX_PDF_ITEMS = 100_000;

/** The header row is looked for in this many rows from the top of a sheet. */
export const HEADER_WITHIN = 30;
