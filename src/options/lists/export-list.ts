import * as v from 'valibot';
import { ENTRIES, type EntryOf } from '../../core/backup/stores.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import type { Row } from '../../platform/sheets/table.ts';
import { datedName, type Format, fits, tableWriter } from '../../platform/sheets/table-file.ts';
import { askData } from '../data/ask-data.ts';
import type { Work } from '../data/export-data.ts';
import { type ListStore, listOf, type PriceLists } from './lists.ts';

/**
 * Saves a whole list as it is kept, part by part, so that the page answers meanwhile. Gives what to say of it, with what could
 * not be read; where it was stopped nothing is saved.
 * @throws MessageError of the worker's; then nothing is saved either.
 */
export async function exportList(
  store: ListStore,
  format: Format,
  { signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>,
): Promise<string> {
  const list = listOf(store);
  const columns = list.columns(await priceLists(store));
  const name = t(`data_kind_${store}`);
  const look = { header: columns.map(({ words }) => words), widths: columns.map(({ width }) => width), name };
  const parts: Row[][] = [];
  const count = { entries: 0, rows: 0, unreadable: 0 };
  const total = (await askData('data.overview', {})).counts[store] ?? 0;
  for await (const entries of partsOf(store)) {
    if (signal.aborted) return t('data_stopped_export');
    const read = entries.map((entry) => v.safeParse(ENTRIES[store], entry));
    const good = read.filter(({ success }) => success);
    const rows = good.flatMap(({ output }) => list.rows(output as EntryOf<ListStore>, columns));
    parts.push(rows);
    count.entries += entries.length;
    count.rows += rows.length;
    count.unreadable += read.length - good.length;
    onProgress(count.entries, Math.max(total, count.entries));
  }
  if (!fits(format, count.rows)) return t('history_too_many', numberText(count.rows));
  const writer = await tableWriter(format, look);
  for (const rows of parts) writer.add(rows);
  saveFile(datedName(`${t('lists_file')}-${fileName(name)}`, format), writer.end());
  const said = plural('lists_saved', count.rows, name);
  return count.unreadable === 0 ? said : `${said} ${plural('lists_unreadable', count.unreadable)}`;
}

async function* partsOf(store: ListStore | 'priceLists'): AsyncGenerator<readonly unknown[]> {
  let after: Awaited<ReturnType<typeof nextPart>>['next'];
  do {
    const { entries, next } = await nextPart(store, after);
    yield entries;
    after = next;
  } while (after !== undefined);
}

const nextPart = (store: ListStore | 'priceLists', after: string | [string, number] | undefined) =>
  askData('data.part', { store, ...(after !== undefined && { after }) });

/** What the lists of articles are called; asked for only where articles are written. */
async function priceLists(store: ListStore): Promise<PriceLists> {
  const known = new Map<string, EntryOf<'priceLists'>>();
  if (store !== 'priceItems') return known;
  for await (const entries of partsOf('priceLists'))
    for (const entry of entries) {
      const read = v.safeParse(ENTRIES.priceLists, entry);
      if (read.success) known.set(read.output.record.id, read.output);
    }
  return known;
}

/** A name as a file may have it on every system. */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
