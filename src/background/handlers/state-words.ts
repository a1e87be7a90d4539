import type { Instant } from '../../core/facts.ts';
import { type OwnWord, stateOf, wordKey } from '../../core/orders/states.ts';
import { OrderRecord } from '../../core/records/order.ts';
import { StateWordRecord } from '../../core/records/state-word.ts';
import { type OrderTx, putOrders, writeOrders } from '../db/put-orders.ts';
import { readable } from '../db/readable.ts';
import { read } from '../db/transact.ts';
import { changed } from '../merge/order-change.ts';
import { stamped } from '../merge/stamp.ts';
import { ownWords } from '../own-words.ts';
import { readSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

export const list: Handler<'states.list'> = async () => ({ words: await stored() });

export const set: Handler<'states.set'> = async (own, { at }) => {
  const id = wordKey(own.word);
  await writeWord(id, at, async (tx) => {
    const store = tx.objectStore('stateWords');
    const [before] = readable(StateWordRecord, [(await store.get(id)) ?? { record: undefined }]).records;
    if (before?.state === own.state && before.word === own.word) return;
    await store.put({ id, record: { ...stamped(id, 'partner', at, before), ...own } });
  });
  return { words: await stored() };
};

export const forget: Handler<'states.forget'> = async ({ word }, { at }) => {
  const id = wordKey(word);
  await writeWord(id, at, (tx) => tx.objectStore('stateWords').delete(id));
  return { words: await stored() };
};

/** Orders that are known by a word, as it is taken now. */
export const takeWord = (id: string, at: Instant): Promise<void> => writeWord(id, at, async () => undefined);

/** The word and all orders that are known by it, or neither. */
async function writeWord(id: string, at: Instant, change: (tx: OrderTx) => Promise<unknown>): Promise<void> {
  const { staleDays } = await readSettings();
  await writeOrders(async (tx) => {
    await change(tx);
    const own = ownWords(await tx.objectStore('stateWords').getAll());
    const rows = await tx.objectStore('orders').index('word').getAll(id);
    const writes = rows.flatMap((before) =>
      readable(OrderRecord, [before]).records.flatMap((order) => {
        const record = changed(order, { ...order, state: stateOf(order.statusText ?? '', own) }, 'partner', at);
        return record.revision === order.revision ? [] : [{ record, before }];
      }),
    );
    await putOrders(tx, writes, staleDays);
  });
}

async function stored(): Promise<OwnWord[]> {
  const rows = await read(['stateWords'], (tx) => tx.objectStore('stateWords').getAll());
  return Object.values(ownWords(rows)).sort((a, b) => a.word.localeCompare(b.word));
}
