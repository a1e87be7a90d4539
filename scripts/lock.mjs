import { readFileSync } from 'node:fs';
import { inProject, isMain } from './paths.mjs';

/**
 * What would break `npm ci` on another machine: a platform's package that was left out when the lock file was written (npm does that
 * where its registry does not have it), or the address of a private registry.
 * @param {{ packages: Record<string, { version?: string, resolved?: string, optionalDependencies?: Record<string, string> }> }} lock
 */
export function lockProblems(lock) {
  const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.entries(lock.packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
    ...(resolved?.startsWith('http') ? [`${path} has a download address: set omit-lockfile-registry-resolved`] : []),
    ...missing(
      path,
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    ),
  ]);
}

/** @param {string} path @param {string[]} names */
function missing(path, names) {
  if (names.length === 0) return [];
  return [`${path} comes without ${names.join(', ')}: choose a version that the registry has for every platform`];
}

if (isMain(import.meta.url)) {
  const problems = lockProblems(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')));
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0 ? 'package-lock.json is complete.' : `package-lock.json: ${problems.length} problems.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
