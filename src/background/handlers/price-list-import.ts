import { notice } from '../../core/notices.ts';
import { MappingRecord, mappingId } from '../../core/records/mapping.ts';
import { PriceListRecord } from '../../core/records/price-list.ts';
import { readOne } from '../db/readable.ts';
import { itemRow } from '../db/rows.ts';
import type { PriceListRow } from '../db/schema.ts';
import { type WriteTx, write } from '../db/transact.ts';
import { RefusedError } from '../failures.ts';
import { stamped } from '../merge/stamp.ts';
import type { EventTime, Handler } from './handler.ts';
import { clean, itemsOf, storedLists, withActive } from './price-lists.ts';

export const begin: Handler<'priceLists.begin'> = ({ id, name, format, listDate, items, rejected }, { at }) =>
  write(['priceLists', 'priceItems'], async (tx) => {
    const store = tx.objectStore('priceLists');
    await clean(tx, at);
    if ((await store.get(id)) !== undefined) return {};
    const record: PriceListRecord = {
      ...stamped(id, 'import', at),
      name,
      format,
      ...(listDate && { listDate }),
      importedAt: at,
      items,
      rejected,
    };
    await store.put({ id, record, complete: 0, active: 0, begun: at });
    return {};
  });

/** A repeat writes the same again; a list that is complete takes nothing more. */
export const part: Handler<'priceLists.part'> = ({ id, from, items }) =>
  write(['priceLists', 'priceItems'], async (tx) => {
    const row = await mustBeThere(tx, id);
    const store = tx.objectStore('priceItems');
    if (row.complete === 0) await Promise.all(items.map((item, index) => store.put(itemRow(id, from + index, item))));
    return { stored: await store.count(itemsOf(id)) };
  });

export const finish: Handler<'priceLists.finish'> = async ({ id, mapping }, time) => {
  await write(['priceLists', 'priceItems', 'mappings'], async (tx) => {
    const store = tx.objectStore('priceLists');
    const row = await mustBeThere(tx, id);
    if (row.complete === 1) return;
    const record = readOne(PriceListRecord, row);
    const stored = await tx.objectStore('priceItems').count(itemsOf(id));
    const items = record?.items ?? 0;
    if (record === undefined || stored !== items)
      throw new RefusedError(notice('list-parts-missing', { stored, items }));
    const complete: PriceListRow = { ...row, complete: 1 };
    const others = (await store.getAll()).filter((other) => other.id !== id);
    await Promise.all(withActive([...others, complete], id).map((changed) => store.put(changed)));
    // A file without header row has no shape to know the next one by.
    if (mapping.shape !== '') await rememberMapping(tx, mapping, record.name, time);
  });
  return storedLists(time);
};

type ImportTx = WriteTx<['priceLists', 'priceItems', 'mappings']>;

async function rememberMapping(
  tx: ImportTx,
  mapping: MappingRecord['mapping'],
  usedFor: string,
  { at }: EventTime,
): Promise<void> {
  const store = tx.objectStore('mappings');
  const id = mappingId(mapping.shape);
  const before = readOne(MappingRecord, await store.get(id));
  const record: MappingRecord = { ...stamped(id, 'import', at, before), mapping, usedFor, usedAt: at };
  await store.put({ id, record });
}

async function mustBeThere(tx: WriteTx<['priceLists', 'priceItems']> | ImportTx, id: string): Promise<PriceListRow> {
  const row = await (tx as ImportTx).objectStore('priceLists').get(id);
  if (row === undefined) throw new RefusedError(notice('record-not-found'));
  return row;
}
