import { readSettings, writeSettings } from '../settings-store.ts';
import type { Handler } from './handler.ts';

export const getSettings: Handler<'settings.get'> = async () => ({ settings: await readSettings() });

export const setSettings: Handler<'settings.set'> = async ({ settings }) => ({
  settings: await writeSettings(settings),
});
