import type { Permissions } from 'webextension-polyfill';
import { startLookingAfterRuns } from './alarms.ts';
import { now } from './clock.ts';
import { portalPatterns, syncPortals, takeOver } from './portals.ts';
import { isSynced, synchronise } from './sync/sync.ts';

/** Installed, updated, or reloaded: open portal tabs still hold the old content script, or none. */
export async function onInstalled(): Promise<void> {
  await syncPortals();
  await takeOver(await portalPatterns());
  await startLookingAfterRuns();
  await synchronise(now());
}

/** The browser forgets badges when it closes, and may forget alarms. */
export async function onStartup(): Promise<void> {
  await syncPortals();
  await startLookingAfterRuns();
  await synchronise(now());
}

export async function onPermissionsAdded({ origins = [] }: Permissions.Permissions): Promise<void> {
  await syncPortals();
  const patterns = await portalPatterns();
  await takeOver(patterns.filter((pattern) => origins.includes(pattern)));
}

export async function onPermissionsRemoved(): Promise<void> {
  await syncPortals();
}

/** Another computer's browser brought something, or this one did. */
export async function onStorageChanged(changes: Readonly<Record<string, unknown>>, area: string): Promise<void> {
  if (area === 'sync' && isSynced(Object.keys(changes))) await synchronise(now());
}
