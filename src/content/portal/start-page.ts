import { boxOf, foldSpaces, isShown } from './dom.ts';
import { BANNER } from './titles.ts';
import { pageWords } from './vocabulary/pages.ts';
import { isStartTitle } from './vocabulary/start.ts';

/**
 * Whether the page's first heading says that it is the start page, which shows a few of everything. The lists there are parts: the
 * newest orders under "Orders" are not all orders.
 */
export function isStartPage(root: Element): boolean {
  const headings = [...root.querySelectorAll('h1,h2,h3,[role=heading]')].filter(
    (heading) => isShown(heading) && heading.closest(BANNER) === null,
  );
  const start = headings.find((heading) => isStartTitle(foldSpaces(heading.textContent ?? '')));
  if (start === undefined) return false;
  const size = sizeOf(start);
  return headings.every(
    (other) =>
      pageWords(foldSpaces(other.textContent ?? '')).every((word) => word === 'home') ||
      (boxOf(other).top >= boxOf(start).bottom && sizeOf(other) < size),
  );
}

const sizeOf = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize);
