import * as v from 'valibot';
import { notice } from '../notices.ts';
import type { Reason } from '../outcome.ts';
import { Installation } from '../records/stamp.ts';
import { BACKUP_STORES, type BackupStore } from './stores.ts';

const KIND = 'wmp-companion-data';

/** Version of the records in a file. A file of a later one is refused, not read in part. */
export const BACKUP_VERSION = 1;

/** Characters of a file: some hundred thousand orders with all that belongs to them are a third of it. */
export const MAX_BACKUP = 400_000_000;

export interface BackupHead {
  /** When it was made, ISO 8601. */
  readonly exportedAt: string;
  /** Version of the product that made it. */
  readonly product: string;
  /** The installation that made it; absent in files of the first version. */
  readonly installation?: string | undefined;
}

export interface BackupFile extends BackupHead {
  readonly stores: Readonly<Partial<Record<BackupStore, readonly unknown[]>>>;
}

/** The file in pieces of text, to be put together by the browser: one of 100,000 orders need not be one string. */
export class BackupWriter {
  readonly #pieces: string[] = [];
  readonly #counts: [BackupStore, number][] = [];

  constructor({ exportedAt, product, installation }: BackupHead) {
    const head = JSON.stringify({ kind: KIND, version: BACKUP_VERSION, exportedAt, product, installation });
    this.#pieces.push(`${head.slice(0, -1)},\n"stores":{`);
  }

  /** All entries of one store, in the parts in which they come. */
  add(store: BackupStore, parts: readonly (readonly unknown[])[]): void {
    const texts = parts.map((entries) => entries.map((entry) => JSON.stringify(entry)).join(',\n'));
    const body = texts.filter((text) => text !== '').join(',\n');
    this.#pieces.push(`${this.#counts.length > 0 ? ',' : ''}\n"${store}":[\n`, body, '\n]');
    this.#counts.push([store, parts.reduce((sum, part) => sum + part.length, 0)]);
  }

  /** The counts stand last: what was cut off has none. */
  finish(): readonly string[] {
    return [...this.#pieces, `},\n"counts":${JSON.stringify(Object.fromEntries(this.#counts))}}\n`];
  }
}

const Head = v.object({ kind: v.literal(KIND), version: v.number() });
const File = v.object({
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  product: v.pipe(v.string(), v.maxLength(40)),
  installation: v.optional(Installation),
  stores: v.record(v.picklist(BACKUP_STORES), v.array(v.unknown())),
  counts: v.record(v.string(), v.number()),
});

/** Reads a file's frame; its records are looked at one by one when they are taken in. */
export function readBackup(text: string): BackupFile | { readonly refused: Reason } {
  if (text.length > MAX_BACKUP) return { refused: notice('backup-too-large') };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { refused: notice(text.trimStart().startsWith(`{"kind":"${KIND}"`) ? 'backup-cut-off' : 'backup-foreign') };
  }
  const head = v.safeParse(Head, raw);
  if (!head.success) return { refused: notice('backup-foreign') };
  if (head.output.version > BACKUP_VERSION) return { refused: notice('backup-too-new') };
  const file = v.safeParse(File, raw);
  if (!file.success) return { refused: notice('backup-broken', { where: v.getDotPath(file.issues[0]) ?? '' }) };
  const { stores, counts } = file.output;
  const wrong = BACKUP_STORES.find((store) => (stores[store]?.length ?? 0) !== (counts[store] ?? 0));
  return wrong === undefined ? file.output : { refused: notice('backup-cut-off') };
}
