import { placeAnew } from '../db/place-anew.ts';
import { readSettings, writeSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

export const getSettings: Handler<'settings.get'> = async () => ({ settings: await readSettings() });

export const setSettings: Handler<'settings.set'> = async ({ settings }) => {
  const before = await readSettings();
  const written = await writeSettings(settings);
  if (written.staleDays !== before.staleDays) await placeAnew(written.staleDays);
  return { settings: written };
};
