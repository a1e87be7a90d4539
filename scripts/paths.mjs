import { fileURLToPath } from 'node:url';

/** The project's root, as a file URL that ends in a slash. */
export const root = new URL('../', import.meta.url);

/** @param {string} pkg @param {string} file */
export const bin = (pkg, file) => fileURLToPath(new URL(`node_modules/${pkg}/${file}`, root));
