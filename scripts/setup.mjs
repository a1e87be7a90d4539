// Makes a fresh clone ready: right Node, dependencies, a browser. Built-ins only. Safe to run any number of times.
import { ensureBrowser } from './browser.mjs';
import { checkNode, ensureDependencies } from './dependencies.mjs';
import { isMain } from './paths.mjs';
import { exitWith } from './run.mjs';

/**
 * @param {{ browser?: boolean }} [needs]
 * @returns {string | null} the browser's path, null where none was asked for
 */
export function setup({ browser = true } = {}) {
  checkNode();
  ensureDependencies();
  return browser ? ensureBrowser() : null;
}

if (isMain(import.meta.url)) {
  try {
    console.log(`Ready. Browser: ${setup()}`);
  } catch (error) {
    exitWith(error);
  }
}
