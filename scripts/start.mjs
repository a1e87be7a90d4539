// npm start: installs what is missing, builds, then opens a browser with the extension on the stand-in portal; without a display it
// makes the tour by itself. npm start -- --skin ext --lang de chooses the portal's knobs.
import { build } from './build.mjs';
import { isFresh } from './freshness.mjs';
import { exitWith } from './run.mjs';
import { setup } from './setup.mjs';

try {
  console.log(`Browser: ${setup()}`);
  if (isFresh('chrome')) console.log('dist/chrome is up to date.');
  else build('chrome');
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./tour/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  exitWith(error);
}
