import { closeSessions } from '../../tests/support/index.ts';
import { headlessTour } from './headless.ts';
import { readOptions } from './options.ts';
import { visibleTour } from './visible.ts';

/** The tour, started by scripts/start.mjs once everything is installed and built. Returns the exit code. */
export async function main(given: readonly string[]): Promise<number> {
  const { headless, knobs } = readOptions(given, hasDisplay());
  const command = ['npm start', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void closeSessions().finally(() => process.exit(headless ? 130 : 0)));
  }
  if (!headless) {
    try {
      await visibleTour(knobs);
      return 0;
    } catch (error) {
      if (!/X server|ozone|display/i.test(String(error))) throw error;
      console.log('The display does not answer.');
    }
  }
  console.log('Making the tour without a display.\n');
  return (await headlessTour(knobs, command)) === 0 ? 0 : 1;
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
