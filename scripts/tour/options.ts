import type { Knobs } from '../../tests/support/index.ts';
import { Plain } from '../run.mjs';

/** The portal's knobs that `npm start` passes on. */
const knobNames = [
  'skin',
  'lang',
  'dates',
  'latency',
  'rows',
  'convertAfter',
  'hide',
  'shuffle',
  'overdue',
  'page',
  'faults',
] as const;

const usage = `npm start -- [--headless] ${knobNames.map((name) => `[--${name} …]`).join(' ')}
For example: npm start -- --skin ext --lang de --rows 120
What each means: tests/portal/README.md`;

export interface TourOptions {
  headless: boolean;
  knobs: Knobs;
}

/** Reads --name value and --name=value; throws a message that helps with anything else. */
export function readOptions(given: readonly string[], hasDisplay: boolean): TourOptions {
  const words = given.flatMap((word) => (word.startsWith('--') ? word.split(/=(.*)/s, 2) : [word]));
  const values: Record<string, string | string[]> = {};
  let headless = !hasDisplay;
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (word === '--headless') {
      headless = true;
      continue;
    }
    const name = word.replace(/^--/, '');
    const value = words.shift();
    const known = knobNames.some((knob) => knob === name);
    if (!word.startsWith('--') || !known || value === undefined) throw new Plain(`Not understood: ${word}\n${usage}`);
    values[name] = value.includes(',') ? value.split(',') : value;
  }
  // The portal reads them from the URL, as text, and falls back to its defaults.
  return { headless, knobs: values as Knobs };
}
