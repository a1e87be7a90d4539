import { isEnabled } from './actions.ts';
import { foldSpaces, isShown } from './dom.ts';
import type { Grid } from './grid.ts';
import { hasNumbersToPress, offersMore } from './more-rows.ts';
import type { Survey } from './survey.ts';
import { labelKey } from './vocabulary/label.ts';

const COUNT = "(\\d[\\d.,'’\\u00a0\\u202f ]*)";
const OF = '(?:of|von|de|di|sur|su|van|/)';
/** `1–10 of 57`, `Showing 1 to 10 of 57 entries`, `1 bis 10 von 57`. */
const RANGE = new RegExp(`\\d\\s*(?:[-–—]|to|bis|a|al|tot|t/m)\\s*${COUNT}\\s*${OF}\\s*${COUNT}`, 'u');
const PAGES = new RegExp(`(?:page|seite|pagina|p\\.)\\s*\\d+\\s*${OF}\\s*(\\d+)`, 'u');
const ITEMS = new RegExp(
  `(?:^|\\s)${COUNT}\\s*(?:items?|entries|rows|results|records|eintrage|zeilen|ergebnisse|elementos|registros|filas|resultados|elements?|lignes|resultats|elementi|righe|risultati|voci|rijen|regels|resultaten|items)\\b|\\b(?:total items|total|gesamt|totale?|totaal)\\s*:?\\s*${COUNT}$`,
  'u',
);
const NEXT =
  /^(next|next page|go to next page|nachste|nachste seite|siguiente|pagina siguiente|suivante?|page suivante|successiva|pagina successiva|avanti|volgende|volgende pagina|›|»|>)$/;
const number = (digits: string | undefined): number => Number((digits ?? '').replace(/\D/g, ''));

/** What an element's text says of a list's length: pages, and rows of a range's total. 0 where it says nothing of it. */
export function printedLength(element: Element): { pages: number; total: number; text: string } {
  const text = labelKey(foldSpaces(element.textContent ?? '').slice(0, 120));
  return { pages: Number(PAGES.exec(text)?.[1] ?? 0), total: number(RANGE.exec(text)?.[2]), text };
}

/**
 * Whether a page prints that there are more rows than the `shown` it shows: a range of a larger total, further pages, a
 * way to the next one, or to have more rows below them. Looked for in a survey of everything but the rows: a pager may stand
 * far from its list.
 */
export function saysThereIsMore({ texts, controls, links }: Survey, grid: Grid, shown: number): boolean {
  for (const { node, element } of texts) {
    if (node.data.length > 80 || !/\d/.test(node.data) || !isShown(element)) continue;
    const { pages, total, text } = printedLength(element);
    if (pages > 1 || total > shown) return true;
    const items = ITEMS.exec(text);
    if (items !== null && total === 0 && number(items[1] ?? items[2]) > shown) return true;
  }
  return hasNextPage(new Set([...controls, ...links])) || hasNumbersToPress(texts) || offersMore(grid, texts);
}

function hasNextPage(controls: Iterable<Element>): boolean {
  const pages = new Set<string>();
  for (const element of controls) {
    if (!element.matches('button,a,[role=button]') || !isShown(element)) continue;
    const text = foldSpaces(element.textContent ?? '');
    if (/^\d{1,3}$/.test(text)) pages.add(text);
    const named = [text, element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? ''];
    if (named.some((words) => NEXT.test(labelKey(words) || words)) && isEnabled(element) && !isParentDisabled(element))
      return true;
  }
  return pages.has('1') && pages.has('2');
}

/** Some pagers disable the item around the link, by a word in its class alone; a mark of its own says it too. */
const isParentDisabled = (element: Element): boolean =>
  element.parentElement !== null && element.parentElement.getAttribute('aria-disabled') === 'true';
