import type { Instant } from '../../core/facts.ts';
import { isQuestion, type OwnWords } from '../../core/orders/states.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { ReadingRecord } from '../../core/records/reading.ts';
import { log } from '../db/log.ts';
import { type OrdersTx, readOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { ownWords } from '../own-words.ts';
import { refreshState } from '../refresh-state.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';
import { groupCount, groupPart, tracked } from './order-lists.ts';

/** More words than this are no status words: then the column was read wrong, and asking would not help. */
const MOST_WORDS = 40;
const MOST_QUESTIONS = 5;

export const overview: Handler<'orders.overview'> = async ({ limit }, { at, today }) => {
  const { staleDays } = await readSettings();
  const answer = await readOrders(async (tx) => {
    const basis = { today, staleDays };
    const group = async (name: 'needs-you' | 'on-the-way' | 'done') => {
      const { rows, next } = await groupPart(tx, name, today, limit);
      return { ...(await tracked(tx, rows, basis)), next, count: await groupCount(tx, name, today) };
    };
    const [needs, way, done, any] = await Promise.all([
      group('needs-you'),
      group('on-the-way'),
      group('done'),
      tx.objectStore('orders').openKeyCursor(),
    ]);
    const readings = readable(ReadingRecord, await tx.objectStore('readings').getAll()).records;
    return {
      groups: { 'needs-you': needs, 'on-the-way': way, done },
      any: any !== null,
      reading: readings.sort((a, b) => (a.seen.at < b.seen.at ? 1 : -1))[0],
    };
  });
  await logUnreadable(Object.values(answer.groups), at);
  return { ...answer, refresh: await refreshState(at) };
};

export const questions: Handler<'orders.questions'> = () =>
  readOrders(async (tx) => ({ words: await unknownWords(tx, ownWords(await tx.objectStore('stateWords').getAll())) }));

export const more: Handler<'orders.more'> = async ({ group, after, limit }, { today }) => {
  const { staleDays } = await readSettings();
  return readOrders(async (tx) => {
    const { rows, next } = await groupPart(tx, group, today, limit, after);
    return { ...(await tracked(tx, rows, { today, staleDays })), next };
  });
};

/** Status words that nobody knows, as they are printed. From word to word: a cursor would pass by each of their orders. */
async function unknownWords(tx: OrdersTx, own: OwnWords): Promise<string[]> {
  const found: string[] = [];
  const index = tx.objectStore('orders').index('word');
  let [row] = await index.getAll(null, 1);
  for (let looked = 0; row?.word !== undefined && looked < MOST_WORDS && found.length < MOST_QUESTIONS; looked++) {
    const word = isQuestion(row.word, own) ? readable(OrderRecord, [row]).records[0]?.statusText : undefined;
    if (word !== undefined && word.length <= 60) found.push(word);
    [row] = await index.getAll(IDBKeyRange.lowerBound(row.word, true), 1);
  }
  return found;
}

async function logUnreadable(groups: readonly { readonly unreadable: number }[], at: Instant): Promise<void> {
  const unreadable = groups.reduce((sum, group) => sum + group.unreadable, 0);
  if (unreadable > 0) await log('records-unreadable', `orders: ${unreadable}`, at);
}
