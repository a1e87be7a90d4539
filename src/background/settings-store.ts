import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { ProrationSettings } from '../core/rules/proration.ts';
import { DEFAULT_SETTINGS, REMINDER_SETTINGS, SETTINGS_KEY, Settings } from '../core/settings.ts';
import { log } from './db/log.ts';
import { StorageError } from './failures.ts';

/** The settings, each by itself: one that cannot be read has its default, the others stay. */
export async function readSettings(): Promise<Settings> {
  let stored: unknown;
  try {
    stored = (await browser.storage.sync.get(SETTINGS_KEY))[SETTINGS_KEY];
  } catch (error) {
    await log('settings-unreadable', String(error));
  }
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const named = asNamedNow(stored as Record<string, unknown>);
  const readable = Object.entries(Settings.entries).flatMap(([name, schema]) => {
    const value = v.safeParse(schema, named[name]);
    return value.success ? [[name, value.output]] : [];
  });
  return v.parse(Settings, Object.fromEntries(readable));
}

/** One switch once stood for the reminders of orders and PBXes, and none was of invoices. */
const asNamedNow = (stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  stored['remindOrders'] === true
    ? { ...Object.fromEntries(REMINDER_SETTINGS.map((name) => [name, name !== 'remindOverdue'])), ...stored }
    : stored;

/** @throws StorageError where the browser does not take them (quota). */
export async function writeSettings(settings: Settings): Promise<Settings> {
  try {
    await browser.storage.sync.set({ [SETTINGS_KEY]: settings });
  } catch (error) {
    throw new StorageError(error instanceof Error ? error.message : 'storage.sync');
  }
  return settings;
}

/** The settings of them that the prices of part of a term go by (R3). */
export const prorationOf = ({ convention, roundEach, rounding }: Settings): ProrationSettings => ({
  convention,
  roundEach,
  rounding,
});
