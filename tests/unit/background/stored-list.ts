import { begin, finish, part } from '../../../src/background/handlers/price-list-import.ts';
import type { CalendarDate } from '../../../src/core/facts.ts';
import type { ListItem } from '../../../src/core/price-list/item.ts';
import type { Mapping } from '../../../src/core/price-list/mapping.ts';
import { at } from './setup.ts';

const NO_SHAPE: Mapping = { shape: '', sheet: '', headerRow: 0, columns: [] };

/** An article with a price per month for each Duration, in cents. */
export const article = (
  sku: string,
  prices: Partial<Record<'P1M' | 'P1Y' | 'P5Y', number>> = {},
  name?: string,
): ListItem => ({
  sku,
  ...(name !== undefined && { name }),
  prices: Object.fromEntries(
    Object.entries(prices).map(([duration, amountMinor]) => [
      duration,
      { money: { amountMinor, currency: 'EUR' }, unit: 'month', row: 2 },
    ]),
  ),
  rows: [2],
});

/** Imports a list as the options page does. */
export async function store(
  id: string,
  items: ListItem[],
  {
    time = at(),
    mapping = NO_SHAPE,
    listDate,
  }: { time?: ReturnType<typeof at>; mapping?: Mapping; listDate?: CalendarDate } = {},
) {
  const header = { id, name: `${id}.csv`, format: 'csv' as const, items: items.length, rejected: 0 };
  await begin({ ...header, ...(listDate && { listDate }) }, time);
  await part({ id, from: 0, items }, time);
  return finish({ id, mapping }, time);
}
