import { normalise } from './normalise.ts';

/**
 * The fingerprint of a header row: its texts as they are compared, years and dates taken out, so that next year's list
 * has the shape of this year's. Readable on purpose: two shapes that differ can be compared by eye.
 */
export function shapeOf(headers: readonly string[]): string {
  const texts = headers.map((header) => normalise(header).replace(/\b(19|20)\d\d\b/g, '#'));
  while (texts.at(-1) === '') texts.pop();
  return texts.map((text) => text.slice(0, 60)).join('|');
}
