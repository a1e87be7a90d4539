import * as v from 'valibot';
import { RunRecord } from '../records/run.ts';
import { Key, message, Nothing, Text } from './message.ts';

/** Where in the history a run stands: newest first by when it began, then by id. */
export const HistoryPlace = v.strictObject({ started: Text, id: Key });
export type HistoryPlace = v.InferOutput<typeof HistoryPlace>;

/** Most runs in one answer. */
export const HISTORY_PART = 100;

/** Which runs are asked for: those whose customer's name holds the text, and by whether they are settled. */
export const HistoryFilter = v.strictObject({
  customer: v.optional(Text),
  state: v.picklist(['all', 'open', 'settled']),
});
export type HistoryFilter = v.InferOutput<typeof HistoryFilter>;

/** The history of conversions, on a page of the extension's own. Every message may be repeated. */
export const HISTORY_MESSAGES = {
  /** Runs after a place, newest first. `total`: how many the filter finds, told with the first of them. */
  'runs.history': message(
    ['popup', 'options'],
    v.strictObject({
      ...HistoryFilter.entries,
      after: v.optional(HistoryPlace),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HISTORY_PART)),
    }),
    v.object({
      runs: v.array(RunRecord),
      /** Place of the last one that was looked at, where there are more. */
      next: v.optional(HistoryPlace),
      total: v.optional(v.number()),
      unreadable: v.number(),
    }),
  ),
  /** Deletes a settled run. */
  'runs.remove': message(['popup'], v.strictObject({ id: Key }), Nothing),
  /** Puts a deleted run back as it was. */
  'runs.restore': message(['popup'], v.strictObject({ run: RunRecord }), Nothing),
} as const;
