import { existsSync, readFileSync } from 'node:fs';
import { bin } from './paths.mjs';
import { run, runNode } from './run.mjs';

const isRoot = () => process.getuid?.() === 0;

function isDebianLike() {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** From the distribution: brings every library along. */
const apt = {
  name: 'apt-get install chromium',
  applies: () => isRoot() && isDebianLike(),
  install() {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    const wait = ['-o', 'DPkg::Lock::Timeout=180', '-qq'];
    run('apt-get', [...wait, 'update'], options); // One unreachable source fails it, while the others may do.
    return run('apt-get', [...wait, 'install', '-y', 'chromium'], options);
  },
};

/** Into puppeteer's cache, for this person only. As root on Linux it brings the libraries too. */
const download = {
  name: 'npx puppeteer browsers install chrome',
  applies: () => existsSync(bin('puppeteer', 'package.json')),
  install() {
    const libraries = isRoot() && isDebianLike() ? ['--install-deps'] : [];
    return runNode([bin('puppeteer', 'lib/cjs/puppeteer/node/cli.js'), 'browsers', 'install', 'chrome', ...libraries]);
  },
};

/**
 * @param {() => string | null} find looks again after each attempt
 * @returns {{ path: string | null, tried: string[] }}
 */
export function installBrowser(find) {
  const tried = [];
  for (const { name, applies, install } of [apt, download]) {
    if (!applies()) continue;
    console.log(`No browser found. Installing one: ${name} (this takes a minute or two)`);
    const status = install();
    const path = find();
    if (path) return { path, tried };
    tried.push(`${name} (${status === 0 ? 'done, but the browser does not run' : `exit code ${status}`})`);
  }
  return { path: null, tried };
}
