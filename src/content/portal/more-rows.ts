import { isEnabled } from './actions.ts';
import { type Box, boxOf, flatClosest, flatParent, foldSpaces, isShown, overlap, sameLine } from './dom.ts';
import type { Grid } from './grid.ts';
import type { Printed } from './survey.ts';
import { labelKey } from './vocabulary/label.ts';

/** What is pressed to have further rows below those that are there. */
const MORE = new RegExp(
  `^(?:${[
    '(?:load|show|view|see|get|fetch) (?:\\d+ |the next |next )?more(?: .*)?',
    '(?:load|show) (?:the )?next \\d+(?: .*)?',
    'more (?:rows|results|entries|items|devices|orders|customers|pbxs?|pbxes|invoices)',
    '(?:\\d+ )?(?:mehr|weitere)(?: .*)? (?:laden|anzeigen|zeigen)',
    'mehr anzeigen|mehr zeigen|mehr laden',
    '(?:cargar|mostrar|ver) (?:\\d+ )?mas(?: .*)?',
    "(?:charger|afficher|voir) (?:\\d+ (?:\\w+ )?de )?(?:plus|la suite|les suivante?s)(?:[ '’].*)?",
    '(?:carica|mostra|vedi|visualizza) (?:altr[eio]|ancora|di piu)(?: .*)?',
    '(?:laad|toon|bekijk) (?:\\d+ )?meer(?: .*)?|meer(?: .*)? (?:laden|tonen|weergeven|bekijken)',
  ].join('|')})$`,
  'u',
);
const LONGEST = 40;

/** Whether a text offers more rows: "Load more", "Weitere Geräte laden". */
const saysMore = (text: string): boolean =>
  text.length <= LONGEST && MORE.test(labelKey(text.replace(/[^\p{L}\p{N}'’ ]+/gu, ' ')).trim());

/** Below a list, something to press that brings more rows of it stands no farther than this from its last one. */
const NEAR = 300;

/** Whether something below a list's rows, or in place of its last one, is there to be pressed for more of them. */
export function offersMore({ rows, header }: Grid, texts: readonly Printed[]): boolean {
  const last = rows.at(-1);
  if (last === undefined) return false;
  // Where the rows are known no more, neither is where they ended.
  if (last.elements.some((element) => saysMore(foldSpaces(element.textContent ?? '')))) return true;
  const box = last.elements[0]?.isConnected === true ? boxOf(last.elements[0]) : last.box;
  return texts.some(({ node, element }) => {
    if (node.data.length > 2 * LONGEST || !saysMore(foldSpaces(node.data))) return false;
    const place = boxOf(element);
    return (
      place.top >= box.bottom - 4 &&
      place.top <= box.bottom + NEAR &&
      overlap(place.left, place.right, header.box.left, header.box.right) > 0 &&
      isShown(element) &&
      isPressable(element)
    );
  });
}

function isPressable(element: Element): boolean {
  const control = flatClosest(element, 'button,a,[role=button],[role=link]');
  return control === null ? getComputedStyle(element).cursor === 'pointer' : isEnabled(control);
}

/**
 * Whether two numbers that follow each other stand side by side, each for itself and at least one there to be pressed: pages,
 * though nothing says that they are buttons.
 */
export function hasNumbersToPress(texts: readonly Printed[]): boolean {
  let before: { value: number; item: Element; box: Box } | undefined;
  for (const { node, element } of texts) {
    const text = node.data.trim();
    if (!/^\d{1,3}$/.test(text)) {
      before = undefined;
      continue;
    }
    const item = itemOf(element, text);
    const now = { value: Number(text), item, box: boxOf(item) };
    if (
      before !== undefined &&
      now.value === before.value + 1 &&
      flatParent(item) === flatParent(before.item) &&
      item.localName === before.item.localName &&
      sameLine(before.box, now.box) &&
      isShown(item) &&
      [item, before.item].some((each) => getComputedStyle(each).cursor === 'pointer')
    )
      return true;
    before = now;
  }
  return false;
}

/** The outermost of what holds nothing but a number. */
function itemOf(element: Element, text: string): Element {
  let item = element;
  for (let up = flatParent(item); up !== null && (up.textContent ?? '').trim() === text; up = flatParent(up)) item = up;
  return item;
}
