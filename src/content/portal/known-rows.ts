import type { Grid } from './grid.ts';
import { type HeaderLine, stillSays } from './headers.ts';
import { atOnce } from './slices.ts';
import { type Survey, surveyWork } from './survey.ts';

/** Rows of lists that were read, and the header they were read under. */
const headerOf = new WeakMap<Element, HeaderLine>();

export function rememberRows({ header, rows }: Grid): void {
  for (const { elements } of rows) for (const element of elements) headerOf.set(element, header);
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

/** Rows of a table that may hold a header all the same: titles of groups, a line of filters. */
const HEAD_ROWS = 5;

/**
 * Tells rows in which no header needs to be looked for, for one pass over the page: those far down in a table that has its header
 * where headers of tables stand. A long list is mostly such rows.
 */
export function bodyRows(): (element: Element) => boolean {
  const counts = new Map<Element, number>();
  return (element) => {
    if (element.localName !== 'tr') return false;
    const body = element.parentElement;
    if (body?.localName !== 'tbody') return false;
    const count = (counts.get(body) ?? 0) + 1;
    counts.set(body, count);
    const head =
      count <= HEAD_ROWS || !(body.parentElement instanceof HTMLTableElement) ? null : body.parentElement.tHead;
    return head !== null && head.rows.length > 0 && element.querySelector('table,[role=grid],[role=table]') === null;
  };
}

/** The page without the rows of its lists. */
export const surveyFrame = (): Survey => atOnce(surveyWork(document.body, knownRows()));
