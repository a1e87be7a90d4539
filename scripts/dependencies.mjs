// Built-ins only: this runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { Plain, runNpm } from './run.mjs';

/** The oldest Node that every dependency supports; package.json says the same under "engines". */
const oldestNode = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Plain(
    `This needs Node ${oldestNode.join('.')} or newer; this is Node ${version}. See https://nodejs.org/en/download`,
  );
}

/**
 * Why `npm ci` has to run, or null. By content, not by time stamps: a checkout or a copy changes those.
 * Optional packages belong to some platforms only, so they may be absent.
 */
export function whyInstall() {
  const installed = inProject('node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing or incomplete';
  const have = readLock(installed);
  for (const [path, wanted] of Object.entries(readLock(inProject('package-lock.json')))) {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.link) continue;
    if (have[path]?.version !== wanted.version) return `${path} is not ${wanted.version}`;
  }
  return null;
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

export function ensureDependencies() {
  const why = whyInstall();
  if (why === null) return;
  console.log(`Installing dependencies (${why}): npm ci`);
  const status = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status === 0) return;
  throw new Plain(
    [
      `npm ci failed (exit code ${status}); its own message is above. The usual causes:`,
      '- no network, or a proxy or registry that npm does not know: npm ping',
      '- package.json and package-lock.json disagree: npm install, then commit package-lock.json',
      '- a half-finished install, or files in use: delete node_modules and try again',
    ].join('\n'),
  );
}
