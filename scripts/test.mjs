// npm test: everything. npm test -- --unit, --e2e: only these; what else is given goes to vitest (npm test -- --unit calendar).
// All parts run, also after one has failed; the exit code is 0 only if none has.
import { mkdirSync, rmSync } from 'node:fs';
import { bin, inProject } from './paths.mjs';
import { exitWith, runNode } from './run.mjs';
import { setup } from './setup.mjs';
import { readTotals } from './test-totals.mjs';

const given = process.argv.slice(2);
const runners = ['unit', 'e2e'];
const chosen = runners.filter((name) => given.includes(`--${name}`));
const passedOn = given.filter((argument) => !runners.includes(argument.replace(/^--/, '')));
const everything = chosen.length === 0 && passedOn.length === 0;

/** @type {{ name: string, failed: boolean, seconds: number, totals?: import('./test-totals.mjs').Totals }[]} */
const done = [];

/** @param {string} name @param {() => number} work gives an exit code @param {() => import('./test-totals.mjs').Totals} [count] */
function part(name, work, count) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const start = performance.now();
  const status = work();
  const totals = count?.();
  // A runner that broke down without a failed test has failed all the same.
  if (totals && status !== 0 && totals.failed === 0) totals.failed = 1;
  const seconds = (performance.now() - start) / 1000;
  done.push({ name, failed: status !== 0, seconds, ...(totals && { totals }) });
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
}

/** @param {string} name */
function runner(name) {
  const report = inProject(`artifacts/test/${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const lenient = passedOn.length > 0 ? ['--passWithNoTests'] : [];
  const args = ['run', '--project', name, ...reporters, ...lenient, ...passedOn];
  rmSync(report, { force: true });
  part(
    `${name} tests`,
    () => runNode([bin('vitest', 'vitest.mjs'), ...args]),
    () => readTotals(report),
  );
}

function finish() {
  console.log(`\n── summary ${'─'.repeat(53)}`);
  for (const { name, failed, seconds, totals } of done) {
    const counted = totals ? `  Tests ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped` : '';
    console.log(`${failed ? 'FAILED' : 'passed'}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s${counted}`);
  }
  const sum = (key) => done.reduce((all, { totals }) => all + (totals?.[key] ?? 0), 0);
  const failed = done.filter((one) => one.failed);
  // Said once more at the end: whoever sees only the last lines of a run has to know what failed.
  for (const { name, totals } of done) for (const one of totals?.failures ?? []) console.log(`  ${name}: ${one}`);
  if (failed.length > 0) console.log(`Not passed: ${failed.map(({ name }) => name).join(', ')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

try {
  console.log(`Browser: ${setup()}`);
  mkdirSync(inProject('artifacts/test'), { recursive: true });
  if (everything) {
    part('build', () => runNode([inProject('scripts/build.mjs')]));
    part('lock file', () => runNode([inProject('scripts/lock.mjs')]));
    part('types', () => runNode([bin('typescript', 'bin/tsc'), '--noEmit']));
    part('lint', () => runNode([bin('@biomejs/biome', 'bin/biome'), 'check', '.']));
    part('web-ext lint', () =>
      runNode([
        bin('web-ext', 'bin/web-ext.js'),
        'lint',
        '--source-dir',
        inProject('dist/firefox'),
        '--no-config-discovery',
      ]),
    );
  }
  for (const name of chosen.length > 0 ? chosen : runners) runner(name);
  finish();
} catch (error) {
  exitWith(error);
}
