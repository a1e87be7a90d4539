import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Instant } from '../core/facts.ts';
import { RefreshState } from '../core/messages/tracker-contract.ts';
import { notice } from '../core/notices.ts';
import { minutesBetween } from './clock.ts';

const KEY = 'ordersRefresh';

/** What is known of the last refresh, and the tab that was opened for it while it is under way. */
const Stored = v.object({ ...RefreshState.entries, tabId: v.optional(v.number()) });
export type StoredRefresh = v.InferOutput<typeof Stored>;

export async function storedRefresh(): Promise<StoredRefresh | undefined> {
  const stored = v.safeParse(Stored, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : undefined;
}

export const keepRefresh = (state: StoredRefresh): Promise<void> => browser.storage.local.set({ [KEY]: state });

/** A worker that was ended in the middle leaves one that is under way for ever. */
const LONGEST_MINUTES = 2;
export const isUnderWay = ({ state, at }: StoredRefresh, time: Instant): boolean =>
  state === 'running' && minutesBetween(at as Instant, time) < LONGEST_MINUTES;

export async function refreshState(time: Instant): Promise<RefreshState | undefined> {
  const stored = await storedRefresh();
  if (stored === undefined) return undefined;
  const { state, at, reason } = stored;
  if (state === 'running' && !isUnderWay(stored, time))
    return { state: 'failed', at, reason: notice('orders-not-read') };
  return { state, at, ...(reason && { reason }) };
}
