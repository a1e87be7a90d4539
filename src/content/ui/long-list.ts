import type { Grid } from '../portal/grid.ts';

/**
 * Rows up to which a list is laid out anew, or moved as a whole, faster than anybody notices. In a longer one the browser takes tens of
 * milliseconds for either, with every click of the partner's waiting.
 */
const MOST_ROWS = 1000;

/** Whether a list has so many rows on the page that what we show must neither move it nor make room for itself in it. */
export const isLong = ({ rows }: Pick<Grid, 'rows'>): boolean => rows.length > MOST_ROWS;
