/** Most bytes of a file that is looked at. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Most bytes that a spreadsheet's parts may inflate to, as declared and as counted while inflating. */
export const MAX_INFLATED_BYTES = 100 * 1024 * 1024;

/** Rows and columns of one sheet: a price list has hundreds; a stray cell at XFD1048576 must not fill the memory. */
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 200;

/** Pages and text pieces of a PDF. */
export const MAX_PDF_PAGES = 300;
export const MAX_PDF_ITEMS = 500_000;

/** The header row is looked for in this many rows from the top of a sheet. */
export const HEADER_WITHIN = 30;
