import * as v from 'valibot';
import { BACKUP_STORES } from '../backup/stores.ts';
import { Installation } from '../records/stamp.ts';
import { message, Nothing } from './message.ts';

const Store = v.picklist(BACKUP_STORES);
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The key of the last row of a part: the next part begins after it. */
const RowKey = v.union([v.pipe(v.string(), v.maxLength(1200)), v.tuple([v.string(), v.number()])]);

/** What a part of a file is to what is here. */
export const MergeCounts = v.object({
  new: Count,
  newer: Count,
  same: Count,
  older: Count,
  broken: Count,
  /** The first that are broken: which one of its store, counted from 1, and where in it. */
  wrong: v.array(v.object({ n: Count, where: v.string() })),
});
export type MergeCounts = v.InferOutput<typeof MergeCounts>;

/** What the last synchronisation came to. */
export const SyncState = v.object({
  at: v.string(),
  /** Status words, taught pages and discounts that there are. */
  items: Count,
  /** Keys of those that the browser's sync did not take. */
  refused: v.array(v.string()),
});
export type SyncState = v.InferOutput<typeof SyncState>;

/** The partner's data as a whole: out into a file, in from one, and away. Every message may be repeated. */
export const BACKUP_MESSAGES = {
  /** How much there is of each, and how many runs are not settled. `leaving`: for a file, which names who made it. */
  'data.overview': message(
    ['options'],
    v.strictObject({ leaving: v.optional(v.literal(true)) }),
    v.object({ counts: v.record(Store, Count), openRuns: Count, installation: v.optional(Installation) }),
  ),
  'data.part': message(
    ['options'],
    v.strictObject({ store: Store, after: v.optional(RowKey) }),
    v.object({ entries: v.array(v.unknown()), next: v.optional(RowKey) }),
  ),
  /** Looks at entries of a file, and takes them in where `write` says so: what is previewed is what is done. */
  'data.merge': message(
    ['options'],
    v.strictObject({
      store: Store,
      entries: v.pipe(v.array(v.unknown()), v.maxLength(500)),
      first: Count,
      /** The installation that made the file, where it says so: it wrote what does not say otherwise. */
      from: v.optional(Installation),
      write: v.boolean(),
    }),
    MergeCounts,
  ),
  /** All of a file was taken in: whoever goes by it is told. */
  'data.merged': message(['options'], Nothing, Nothing),
  'data.sync': message(['options'], Nothing, v.object({ state: v.optional(SyncState) })),
  /** Deletes everything. `openRuns`: how many unsettled runs the partner was warned of; others since then are a refusal. */
  'data.clear': message(['options'], v.strictObject({ openRuns: Count }), Nothing),
} as const;
