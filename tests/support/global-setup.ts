import { findBrowser } from '../../scripts/browser.mjs';
import { build } from '../../scripts/build.mjs';
import { isFresh } from '../../scripts/freshness.mjs';

/** Before the first end-to-end test: a browser, and the extension as its sources are now. */
export default function setup(): void {
  const browser = findBrowser();
  if (!browser) throw new Error('No browser found. `node scripts/setup.mjs` installs one; CHROME_PATH names one.');
  process.env['CHROME_PATH'] = browser; // Spares every worker the search.
  if (!isFresh('chrome')) build('chrome');
}
