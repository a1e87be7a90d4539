// Takes the README's pictures anew, by the end-to-end test that also runs in `npm test`.
import { spawnSync } from 'node:child_process';
import { bin, root } from './paths.mjs';

const { status } = spawnSync(
  process.execPath,
  [bin('vitest', 'vitest.mjs'), 'run', '--project', 'e2e', 'tests/e2e/pictures.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, WMPC_DOCS: '1' } },
);
process.exit(status ?? 1);
