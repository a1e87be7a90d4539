import type { ColumnKey } from '../../shared/words.ts';

/** Pixels that a column's values need. */
export const WIDTHS: Record<ColumnKey, number> = {
  serial: 130,
  mac: 160,
  model: 160,
  pbx: 130,
  contract: 130,
  purchased: 130,
  expiration: 130,
  note: 120,
};
