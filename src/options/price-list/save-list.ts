import type { CalendarDate } from '../../core/facts.ts';
import { ITEMS_PER_PART } from '../../core/messages/price-list-contract.ts';
import type { ReadList } from '../../core/price-list/result.ts';
import { askLists } from './ask-price-lists.ts';

/**
 * Hands a list to the worker in parts; it becomes the active one with the last message, or not at all.
 * `progress`: articles stored so far. @throws MessageError
 */
export async function saveList(
  name: string,
  list: ReadList,
  listDate: CalendarDate | undefined,
  progress: (stored: number) => void,
): Promise<void> {
  const id = crypto.randomUUID();
  const { items, rejected, format, mapping } = list;
  await askLists('priceLists.begin', {
    id,
    name: name.slice(-300),
    format: format.kind,
    ...(listDate && { listDate }),
    items: items.length,
    rejected: rejected.length,
  });
  for (let from = 0; from < items.length; from += ITEMS_PER_PART) {
    await askLists('priceLists.part', { id, from, items: items.slice(from, from + ITEMS_PER_PART) });
    progress(Math.min(from + ITEMS_PER_PART, items.length));
  }
  await askLists('priceLists.finish', { id, mapping });
}
