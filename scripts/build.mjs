// Builds dist/chrome and dist/firefox. Cleans first: after a failed build a raw manifest would look loadable.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { root, bin } from './paths.mjs';

const targets = process.argv.includes('--chrome') ? ['chrome'] : ['chrome', 'firefox'];
for (const target of targets) {
  rmSync(new URL(`dist/${target}`, root), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TARGET: target },
  });
  if (status !== 0) {
    rmSync(new URL(`dist/${target}`, root), { recursive: true, force: true });
    process.exit(status ?? 1);
  }
  console.log(`dist/${target} is built.`);
}
