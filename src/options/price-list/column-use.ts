import type { ColumnUse, PriceUnit } from '../../core/price-list/mapping.ts';

/** What a column can be used for, as one choice: a price's Duration is part of it. */
export const ROLES = [
  'ignore',
  'sku',
  'name',
  'category',
  'P1M',
  'P1Y',
  'P5Y',
  'price',
  'duration',
  'currency',
] as const;
export type Role = (typeof ROLES)[number];

export const UNITS: readonly PriceUnit[] = ['unknown', 'month', 'year', 'term'];

export const roleOf = (use: ColumnUse): Role => (use.role === 'price' ? (use.duration ?? 'price') : use.role);

/** The use for a choice; a column that was a price before keeps its unit and currency. */
export function useOf(role: Role, before: ColumnUse): ColumnUse {
  if (role !== 'price' && role !== 'P1M' && role !== 'P1Y' && role !== 'P5Y') return { role };
  const { unit = 'unknown', currency } = before.role === 'price' ? before : {};
  return {
    role: 'price',
    ...(role !== 'price' && { duration: role }),
    unit: role === 'P1M' ? 'month' : unit,
    ...(currency !== undefined && { currency }),
  };
}

/** Whether the partner has to say what the price covers: a month's term is a month. */
export const asksUnit = (use: ColumnUse): use is Extract<ColumnUse, { role: 'price' }> =>
  use.role === 'price' && use.duration !== 'P1M';
