import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../scripts/paths.mjs';

const prefix = 'wmp-session-';

/** A folder for one session, named after this process. Those of processes that were killed are cleared away on the way. */
export function makeFolder(executablePath: string): string {
  // A browser from a snap sees neither the system's temporary folder nor hidden ones.
  const base = executablePath.includes('/snap/') ? inProject('artifacts/sessions') : tmpdir();
  mkdirSync(base, { recursive: true });
  for (const name of readdirSync(base)) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : process.pid;
    if (!isAlive(owner)) removeFolder(join(base, name));
  }
  return mkdtempSync(join(base, `${prefix}${process.pid}-`));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
