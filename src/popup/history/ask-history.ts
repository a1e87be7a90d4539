import { HISTORY_MESSAGES, HISTORY_PART, type HistoryFilter } from '../../core/messages/history-contract.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of the history. @throws MessageError as `asker`. */
export const askHistory = asker(HISTORY_MESSAGES);

export interface History {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  /** How many there are, shown or not. */
  readonly total: number;
  readonly unreadable: number;
  readonly more: boolean;
}

/** The newest runs that a filter finds, at least `most` of them if there are as many; without `most` all. */
export async function readHistory(filter: HistoryFilter, most = Number.POSITIVE_INFINITY): Promise<History> {
  const first = await askHistory('runs.history', { ...filter, limit: Math.min(most, HISTORY_PART) });
  const runs = [...first.runs];
  let { next, unreadable } = first;
  while (next !== undefined && runs.length + unreadable < most) {
    const part = await askHistory('runs.history', { ...filter, after: next, limit: HISTORY_PART });
    runs.push(...part.runs);
    unreadable += part.unreadable;
    next = part.next;
  }
  return { runs, total: first.total ?? runs.length, unreadable, more: next !== undefined };
}
