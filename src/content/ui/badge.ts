import { t } from '../../platform/i18n.ts';
import { createHost } from './host.ts';

/** `done`: nothing is to be done, and nothing is wrong. */
export type BadgeTone = 'yes' | 'no' | 'unknown' | 'done';
const SIGNS: Readonly<Record<BadgeTone, string>> = { yes: '✓', no: '✕', unknown: '?', done: 'H' };

/** A small mark in a row: a sign, with its words for those who point at it or hear it; `text` writes words instead. */
export function createBadge(tone: BadgeTone, words: string, text?: string): HTMLElement {
  const { host, root } = createHost('badge');
  const mark = document.createElement('span');
  mark.className = text === undefined ? `badge ${tone}` : `badge note ${tone}`;
  mark.textContent = text ?? SIGNS[tone];
  mark.title = words;
  // Words of ours on a page that is written the other way; where the mark stands is the page's.
  mark.dir = t('@@bidi_dir');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', words);
  root.append(mark);
  return host;
}

/** Where a mark goes in a cell: beside its words, inside whatever wraps them. */
export function badgePlace(cell: Element): Element {
  let place = cell;
  while (
    place.children.length === 1 &&
    place.childNodes.length === 1 &&
    place.firstElementChild !== null &&
    !place.firstElementChild.matches('input,select,textarea,img,svg')
  )
    place = place.firstElementChild;
  return place;
}

const ROOM = 24;

/** Whether a mark fits beside a cell's words without cutting them off. */
export function hasRoom(cell: Element): boolean {
  const place = badgePlace(cell);
  const words = document.createRange();
  words.selectNodeContents(place);
  const style = getComputedStyle(place);
  const inner = place.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return getComputedStyle(place).display === 'inline' || words.getBoundingClientRect().width + ROOM <= inner;
}
