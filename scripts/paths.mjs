import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's root, as a file URL that ends in a slash. */
export const root = new URL('../', import.meta.url);

/** A path inside the project, as the file system writes it. @param {string} path */
export const inProject = (path) => fileURLToPath(new URL(path, root));

/** A file of an installed package, to be run by node itself: no shell, no .cmd wrapper. @param {string} pkg @param {string} file */
export const bin = (pkg, file) => inProject(`node_modules/${pkg}/${file}`);

/** Whether this module was started by hand rather than imported. @param {string} moduleUrl */
export const isMain = (moduleUrl) =>
  process.argv[1] !== undefined && fileURLToPath(moduleUrl) === realpathSync(process.argv[1]);
