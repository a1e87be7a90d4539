import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';

/** Everything a build is made of. */
const sources = ['src', 'public', 'scripts/manifest.mjs', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Whether dist/<target> is there and newer than everything it is made of. @param {'chrome' | 'firefox'} target */
export function isFresh(target) {
  const manifest = inProject(`dist/${target}/manifest.json`);
  return existsSync(manifest) && sources.every((source) => newest(inProject(source)) <= statSync(manifest).mtimeMs);
}

/** The newest change below a path; a folder's own time tells of removed files. @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path);
  const inside = stat.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stat.mtimeMs, ...inside);
}
