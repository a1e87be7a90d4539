import type { Grid } from './grid.ts';
import { type HeaderLine, stillSays } from './headers.ts';
import { atOnce } from './slices.ts';
import { type Survey, surveyWork } from './survey.ts';

/** Rows of lists that were read, and the header they were read under. */
const headerOf = new WeakMap<Element, HeaderLine>();

/** @returns whether any of the rows was not known before. */
export function rememberRows({ header, rows }: Grid): boolean {
  let fresh = false;
  for (const { elements } of rows)
    for (const element of elements) {
      fresh ||= !headerOf.has(element);
      headerOf.set(element, header);
    }
  return fresh;
}

/**
 * Tells rows that were read before, for one pass over the page. Whatever a row says, it is no title, no button and no header of the
 * page. A row counts as long as its header stands and says the same: frameworks use elements again for something else.
 */
export function knownRows(): (element: Element) => boolean {
  const standing = new Map<HeaderLine, boolean>();
  return (element) => {
    const header = headerOf.get(element);
    if (header === undefined) return false;
    let stands = standing.get(header);
    if (stands === undefined) {
      stands = stillSays(header);
      standing.set(header, stands);
    }
    return stands;
  };
}

/** The page without the rows of its lists. */
export const surveyFrame = (): Survey => atOnce(surveyWork(document.body, knownRows()));
