// Builds dist/chrome and dist/firefox (npm run build -- --chrome: only one of them).
// Each is built beside its place and then moved into it: a failed build leaves nothing that looks loadable (crxjs would leave the
// raw manifest), and a browser that is loading the last one never meets half of the next.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { bin, inProject, isMain } from './paths.mjs';
import { exitWith, Plain, runNode } from './run.mjs';
import { setup } from './setup.mjs';

/** @typedef {'chrome' | 'firefox'} Target */

/** @param {Target} target */
export function build(target) {
  const place = inProject(`dist/${target}`);
  const next = inProject(`dist/.${target}-${process.pid}`);
  mkdirSync(inProject('dist'), { recursive: true });
  const vite = [bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', next];
  const status = runNode(vite, { env: { ...process.env, TARGET: target } });
  rmSync(place, { recursive: true, force: true });
  if (status === 0) renameSync(next, place);
  else rmSync(next, { recursive: true, force: true });
  if (status !== 0) throw new Plain(`The build for ${target} failed; Vite's own message is above.`);
  console.log(`dist/${target} is built.`);
}

if (isMain(import.meta.url)) {
  const only = ['chrome', 'firefox'].filter((target) => process.argv.includes(`--${target}`));
  try {
    setup({ browser: false });
    for (const target of only.length > 0 ? only : ['chrome', 'firefox']) build(target);
  } catch (error) {
    exitWith(error);
  }
}
