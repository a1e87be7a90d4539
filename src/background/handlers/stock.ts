import { nameKey } from '../../core/customer.ts';
import { type StockFacts, StockRecord } from '../../core/records/stock.ts';
import { ageInDays } from '../../core/rules/age.ts';
import { dayOf } from '../clock.ts';
import { readable } from '../db/readable.ts';
import { stockRow } from '../db/rows.ts';
import type { StockRow } from '../db/schema.ts';
import { read, write } from '../db/transact.ts';
import { byId, mergeRemembered } from '../merge/remembered.ts';
import type { Handler } from './handler.ts';

const idOf = ({ sku, product }: StockFacts): string => nameKey(sku ?? product);

/** A product that a page lists with two stocks has none that could be told: it stays as it was known. */
export const seen: Handler<'stock.seen'> = async ({ products, url }, { at }) => {
  const facts = byId(products, idOf, () => undefined);
  const stored = await write(
    ['stocks'],
    async (tx) => {
      const store = tx.objectStore('stocks');
      const rows = (await Promise.all([...facts.keys()].map((id) => store.get(id)))).filter((row) => row !== undefined);
      const { records } = readable(StockRecord, rows);
      const broken = new Set(rows.map(({ id }) => id).filter((id) => !records.some((record) => record.id === id)));
      const { put } = mergeRemembered<StockFacts, StockRecord>(records, { facts, complete: false, seen: { at, url } });
      const fresh = put.filter(({ id }) => !broken.has(id));
      await Promise.all(fresh.map((record) => store.put(stockRow(record))));
      return fresh.length;
    },
    'relaxed',
  );
  return { stored };
};

export const remembered: Handler<'stock.remembered'> = async ({ keys }, { today }) => {
  const found = await read(['stocks'], (tx) => {
    const store = tx.objectStore('stocks');
    return Promise.all(
      keys.map(async (key): Promise<readonly [string, StockRow[]]> => {
        const own = await store.get(nameKey(key));
        return [key, own === undefined ? await store.index('name').getAll(nameKey(key)) : [own]];
      }),
    );
  });
  return {
    stocks: found.flatMap(([key, rows]) => {
      const [record] = readable(StockRecord, rows).records;
      // Two products of one name may have two stocks.
      if (record === undefined || rows.length !== 1) return [];
      return [{ key, record, ageDays: ageInDays(dayOf(record.seen.at), today) }];
    }),
  };
};
