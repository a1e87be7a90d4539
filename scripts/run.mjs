import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inProject } from './paths.mjs';

/** A failure that the person can do something about: shown without a stack. */
export class Plain extends Error {}

/**
 * Runs a program to its end, its output visible, nothing on its stdin.
 * @param {string} command @param {readonly string[]} args @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code; 1 if it could not be started or was killed
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: inProject('.'), stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** @param {readonly string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
export const runNode = (args, options) => run(process.execPath, args, options);

/** @param {readonly string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
export function runNpm(args, options) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return runNode([cli, ...args], options);
  return process.platform === 'win32' ? run('npm.cmd', args, { ...options, shell: true }) : run('npm', args, options);
}

/** Ends the process as a command-line tool should: a Plain failure says its message, any other shows where it came from. */
export function exitWith(error) {
  console.error(error instanceof Plain ? `\n${error.message}` : error);
  process.exit(1);
}
