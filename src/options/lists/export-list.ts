import * as v from 'valibot';
import { ENTRIES, type EntryOf } from '../../core/backup/stores.ts';
import { notice } from '../../core/notices.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { MessageError } from '../../platform/send.ts';
import { datedName, type Format, fits, tableWriter } from '../../platform/sheets/table-file.ts';
import { askData } from '../data/ask-data.ts';
import type { Work } from '../data/export-data.ts';
import { type ListStore, listOf, type PriceLists } from './lists.ts';

type Reading = Pick<Work, 'signal' | 'onProgress'>;

/** Entries may come and go while the parts are fetched: then they are fetched again, as often as this. */
const TRIES = 3;

/**
 * Saves a whole list as it is kept, part by part, so that the page answers meanwhile. Gives what to say of it, with what could
 * not be read; where it was stopped, or there is nothing to write, nothing is saved.
 * @throws MessageError of the worker's, or where the list would not stand still; then nothing is saved either.
 */
export async function exportList(store: ListStore, format: Format, reading: Reading): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await countOf(store);
    const written = await writeList(store, format, before, reading);
    if (reading.signal.aborted) return t('data_stopped_export');
    if (!fits(format, written.rows)) return t('history_too_many', numberText(written.rows));
    if ((await countOf(store)) !== before) continue;
    const name = t(`data_kind_${store}`);
    if (written.rows > 0) saveFile(datedName(`${t('lists_file')}-${fileName(name)}`, format), written.file());
    const said = written.rows > 0 ? plural('lists_saved', written.rows, name) : t('lists_nothing', name);
    return written.unreadable === 0 ? said : `${said} ${plural('lists_unreadable', written.unreadable)}`;
  }
  throw new MessageError(notice('backup-changing'));
}

interface Written {
  readonly rows: number;
  readonly unreadable: number;
  readonly file: () => Blob;
}

async function writeList(
  store: ListStore,
  format: Format,
  total: number,
  { signal, onProgress }: Reading,
): Promise<Written> {
  const list = listOf(store);
  const lists = await priceLists(store);
  const columns = list.columns(lists.known);
  const look = { header: columns.map(({ words }) => words), widths: columns.map(({ width }) => width) };
  const writer = await tableWriter(format, { ...look, name: t(`data_kind_${store}`) });
  let done = 0;
  let rows = 0;
  let unreadable = lists.unreadable;
  for await (const entries of partsOf(store)) {
    const read = entries.map((entry) => v.safeParse(ENTRIES[store], entry));
    const good = read.flatMap(({ success, output }) => (success ? [output as EntryOf<ListStore>] : []));
    const part = good.filter((entry) => isKept(entry, lists.known)).flatMap((entry) => list.rows(entry, columns));
    rows += part.length;
    unreadable += read.length - good.length;
    if (signal.aborted || !fits(format, rows)) break;
    writer.add(part);
    done += entries.length;
    onProgress(done, Math.max(total, done));
  }
  return { rows, unreadable, file: () => writer.end() };
}

/** An article of a list that is still being imported, or was deleted and can still be taken back, is not there. */
const isKept = (entry: EntryOf<ListStore>, known: PriceLists): boolean => !('list' in entry) || known.has(entry.list);

const countOf = async (store: ListStore): Promise<number> => (await askData('data.overview', {})).counts[store] ?? 0;

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

/** The lists that articles are of; asked for only where articles are written. */
async function priceLists(store: ListStore): Promise<{ readonly known: PriceLists; readonly unreadable: number }> {
  const known = new Map<string, EntryOf<'priceLists'>>();
  let unreadable = 0;
  if (store !== 'priceItems') return { known, unreadable };
  for await (const entries of partsOf('priceLists'))
    for (const entry of entries) {
      const read = v.safeParse(ENTRIES.priceLists, entry);
      if (read.success) known.set(read.output.record.id, read.output);
      else unreadable++;
    }
  return { known, unreadable };
}

/** A name as a file may have it on every system. */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
