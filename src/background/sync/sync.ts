import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { addDays } from '../../core/calendar.ts';
import type { Instant } from '../../core/facts.ts';
import { SyncState } from '../../core/messages/backup-contract.ts';
import { bytesOf, partKeys, readItems, SYNC_LIMITS, storedItem } from '../../core/sync/items.ts';
import { type Agreed, planSync, type SyncItem } from '../../core/sync/plan.ts';
import { dayOf } from '../clock.ts';
import { log } from '../db/log.ts';
import { installationId } from '../installation.ts';
import { SYNC_KINDS } from './kinds.ts';

const AGREED_KEY = 'syncAgreed';
const STATE_KEY = 'syncState';
/** So long it is carried that something was removed: a computer that was off for longer gives it to the sync anew. */
const REMOVAL_DAYS = 90;

const PREFIXES = SYNC_KINDS.map(({ prefix }) => prefix);

/** Whether a change of the browser's synchronised storage is one of these things. */
export const isSynced = (keys: readonly string[]): boolean =>
  keys.some((key) => PREFIXES.some((prefix) => key.startsWith(prefix)));

/**
 * Brings status words, taught pages and stated discounts to what the browser's sync holds of them, both ways; what did not
 * change moves nothing. One at a time. Never fails its event: what the sync does not take stays here, and that is told.
 */
export const synchronise = (at: Instant): Promise<void> =>
  navigator.locks.request('sync', {}, async () => {
    try {
      await synchroniseAlone(at);
    } catch (error) {
      await log('sync', String(error));
    }
  });

async function synchroniseAlone(at: Instant): Promise<void> {
  const installation = await installationId();
  const stored = await browser.storage.sync.get(null);
  const here = new Map(
    (await Promise.all(SYNC_KINDS.map((kind) => kind.read(installation)))).flat().map((item) => [item.key, item]),
  );
  const there = readItems(stored, PREFIXES);
  const agreed = await readAgreed();
  const plan = planSync(here, there, agreed, at);
  const foreign: SyncItem[] = [];
  for (const kind of SYNC_KINDS) {
    const items = plan.take.filter(({ key }) => key.startsWith(kind.prefix));
    const known = items.filter((item) => item.body === undefined || kind.isKnown(item));
    foreign.push(...items.filter((item) => !known.includes(item)));
    if (known.length > 0) await kind.take(known, at, installation);
  }
  const refused = await push(plan.push, stored);
  await forgetOldRemovals(there, at);
  const settled = { ...plan.agreed };
  // What the sync did not take is given to it again the next time; what a newer version wrote is not agreed on either, or it
  // would look as if it had been removed here.
  for (const { key } of [...refused, ...foreign]) {
    const before = agreed[key];
    if (before === undefined) delete settled[key];
    else settled[key] = before;
  }
  const state: SyncState = { items: here.size, refused: refused.map(({ key }) => key).slice(0, 50), at };
  await browser.storage.local.set({ [AGREED_KEY]: settled, [STATE_KEY]: state });
}

/** @returns what the sync did not take: too large by itself, or beyond all the room there is. */
async function push(items: readonly SyncItem[], stored: Readonly<Record<string, unknown>>): Promise<SyncItem[]> {
  const refused: SyncItem[] = [];
  const whole: Record<string, unknown> = { ...stored };
  const fresh: Record<string, unknown> = {};
  const left: string[] = [];
  for (const item of items) {
    const parts = storedItem(item);
    const before = partKeys(item.key).filter((key) => key in whole && !(parts && key in parts));
    const room = parts && bytesOf({ ...whole, ...parts }) <= SYNC_LIMITS.total;
    if (!room || Object.keys({ ...whole, ...parts }).length > SYNC_LIMITS.items) refused.push(item);
    else {
      Object.assign(whole, parts);
      Object.assign(fresh, parts);
      left.push(...before);
    }
  }
  try {
    // All in one: the browser counts how often it is written.
    if (Object.keys(fresh).length > 0) await browser.storage.sync.set(fresh);
    if (left.length > 0) await browser.storage.sync.remove(left);
  } catch (error) {
    await log('sync', String(error));
    return [...items];
  }
  return refused;
}

async function forgetOldRemovals(there: ReadonlyMap<string, SyncItem>, at: Instant): Promise<void> {
  const before = addDays(dayOf(at), -REMOVAL_DAYS);
  const old = [...there.values()].filter((item) => item.body === undefined && item.at < before);
  if (old.length > 0) await browser.storage.sync.remove(old.map(({ key }) => key));
}

async function readAgreed(): Promise<Agreed> {
  const agreed = v.safeParse(
    v.record(v.string(), v.string()),
    (await browser.storage.local.get(AGREED_KEY))[AGREED_KEY],
  );
  return agreed.success ? agreed.output : {};
}

/** What the last time came to; absent: never yet. */
export async function syncState(): Promise<SyncState | undefined> {
  const state = v.safeParse(SyncState, (await browser.storage.local.get(STATE_KEY))[STATE_KEY]);
  return state.success ? state.output : undefined;
}
