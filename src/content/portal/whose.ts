import { type CustomerRef, customerRef, nameKey } from '../../core/customer.ts';
import { COUNTED, textsBesideTitle, withoutMarks } from './beside-title.ts';
import { type Box, boxOf, flatContains, flatParent, foldSpaces, isShown, sameLine } from './dom.ts';
import type { Survey } from './survey.ts';
import { type NameContext, whoseTitle } from './title-names.ts';
import { BANNER, collectSingles, readTitleLines } from './titles.ts';
import { OF_A_CUSTOMER, orderNumberIn, type PageWord, pageWords } from './vocabulary/pages.ts';

/** What a page's titles say: what it is about, and whose it is. */
export interface Titles {
  readonly words: ReadonlySet<PageWord>;
  /** Everybody whom the titles name. More than one: they disagree, or cannot be told apart, and it is nobody's page. */
  readonly customers: readonly CustomerRef[];
  /** The PBX whose page it is, if it is that customer's. */
  readonly pbxOf: (customers: readonly CustomerRef[]) => string | undefined;
  /** Who it may be where nobody is named for certain: only one who is known to be a customer is. */
  readonly maybe: MaybeNames;
  /** The one name of a single PBX's page, which is the PBX's if the customer is named otherwise. */
  readonly either: string | undefined;
  /** The number in the title of one order. */
  readonly order: string | undefined;
}

/** Who a page may speak of, as far as they are known to be customers. */
export interface MaybeNames {
  readonly names: readonly CustomerRef[];
  /** It is none of them; but where one is known, the page may be theirs by another reading, and so it is nobody's. */
  readonly rivals: readonly CustomerRef[];
  /** Who it is where nobody of them is known. */
  readonly otherwise?: CustomerRef | undefined;
}

/** Reads the titles above a list (or of a page without one). */
export function readTitles(survey: Survey, before: Element | undefined, context: NameContext): Titles {
  const singles = collectSingles(survey, before);
  const titles = readTitleLines(survey.root, singles);
  const words = new Set<PageWord>();
  const customers = new Map<string, CustomerRef>();
  const pbxes = new Map<string, string>();
  const eithers = new Map<string, string>();
  const beside = textsBesideTitle(survey.root, singles);
  const [names, rivals] = [[...beside.names], [...beside.rivals]];
  const otherwise = new Set<string>();
  const pure = new Set<PageWord>(
    titles.flatMap(({ segments, crumbs, prominent }) =>
      !crumbs && prominent && segments.length === 1 ? pageWords(segments[0] ?? '') : [],
    ),
  );
  for (const title of titles) {
    const said = whoseTitle(title, context, pure);
    if (!title.crumbs && title.prominent && !title.leadsAway) for (const word of said.words) words.add(word);
    const ref = said.customer === undefined ? undefined : asName(said.customer);
    if (ref !== undefined) customers.set(ref.key, ref);
    if (said.pbx !== undefined) pbxes.set(nameKey(said.pbx), said.pbx);
    names.push(...(said.maybe?.names ?? []));
    rivals.push(...(said.maybe?.rivals ?? []));
    for (const name of said.maybe?.otherwise ?? []) otherwise.add(name);
    if (said.either !== undefined) eithers.set(nameKey(said.either), said.either);
  }
  if (customers.size === 0) {
    const ref = namedByHeading(survey, words);
    if (ref !== undefined) customers.set(ref.key, ref);
  }
  const [pbx] = pbxes.size === 1 ? [...pbxes.values()] : [];
  // The name of a PBX alone, with nobody to whom it belongs, may be a customer's that is called like it.
  const pbxOf = (owners: readonly CustomerRef[]) =>
    pbx !== undefined &&
    owners.length === 1 &&
    !(owners[0]?.key === nameKey(pbx) && pbxes.size === 1 && !context.pbxLevel)
      ? pbx
      : undefined;
  // The only name on a page of one PBX may be that PBX's.
  const onePbx = context.pbxLevel && context.pbxNames.size === 0 && pbx === undefined;
  const refs = (texts: readonly string[]) => refsOf(texts.flatMap(withoutMarks), context, pbxes);
  const orders = new Set(
    titles
      .filter(({ crumbs }) => !crumbs)
      .flatMap(({ segments }) => segments.flatMap((part) => orderNumberIn(part) ?? [])),
  );
  return {
    words,
    customers: [...customers.values()],
    pbxOf,
    maybe: {
      names: onePbx ? [] : refs(names),
      rivals: refs(rivals),
      otherwise: onePbx || otherwise.size !== 1 ? undefined : refs([...otherwise])[0],
    },
    either: eithers.size === 1 && pbxes.size === 0 ? [...eithers.values()][0] : undefined,
    order: orders.size === 1 ? [...orders][0] : undefined,
  };
}

function refsOf(
  names: readonly string[],
  { pbxNames }: NameContext,
  pbxes: ReadonlyMap<string, string>,
): CustomerRef[] {
  const refs = names.flatMap((name) => (COUNTED.test(name) ? [] : (asName(name) ?? [])));
  return [...new Map(refs.map((ref) => [ref.key, ref])).values()]
    .filter(({ key }) => !pbxNames.has(key) && !pbxes.has(key))
    .slice(0, 20);
}

/** What a combo box or a filter says where nobody is chosen. */
const NOBODY =
  /^(all\b|any\b|none$|select\b|please\b|choose\b|alle\b|keine?r?$|bitte\b|auswahlen|wahlen|todos?\b|todas?\b|ninguno|selecciona|elegir|elija|tous\b|toutes\b|aucun|choisi|selectionne|veuillez|tutti\b|tutte\b|nessuno|scegli|seleziona|geen\b|kies\b|selecteer)/;

/** A name as a page prints it. A number is a customer's number, and "All customers" is nobody. */
export function asName(text: string): CustomerRef | undefined {
  const plain = nameKey(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  // What stands between two labels of one line is the way to the next.
  const between = /^[,;:|·]|:$/.test(plain.trim());
  return /\p{L}/u.test(plain) && !between && !NOBODY.test(plain) && text.length <= 120 ? customerRef(text) : undefined;
}

const OVER_THE_PAGE = 'dialog,[role=dialog],[role=alertdialog]';

const isBeside = (part: Box, line: Box): boolean => part.bottom - part.top > 1 && sameLine(part, line);

/** The part of an element that no box around it cuts off: rows that were moved away may stand beside anything. */
function seenPart(element: Element): Box {
  const { left, right, top: above, bottom: below } = boxOf(element);
  let [top, bottom] = [above, below];
  for (let up = flatParent(element); up !== null && up !== document.body; up = flatParent(up)) {
    if (getComputedStyle(up).overflowY === 'visible') continue;
    const box = boxOf(up);
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { left, right, top, bottom };
}

/**
 * `<h1>Acme</h1> <h2>Devices</h2>`: the one heading that is no page's title, right beside one that is. The name of the
 * portal or of its user also stands in a heading, but in a banner, or on one line with a menu.
 */
function namedByHeading({ root, texts, controls }: Survey, words: ReadonlySet<PageWord>): CustomerRef | undefined {
  if (![...words].some((word) => OF_A_CUSTOMER.has(word))) return undefined;
  const headings = [...root.querySelectorAll('h1,h2,[role=heading]')]
    .filter((heading) => isShown(heading) && heading.closest(`${OVER_THE_PAGE},table`) === null)
    .map((element) => ({ element, text: foldSpaces(element.textContent ?? '') }))
    .filter(({ text }) => text !== '');
  const named = headings.filter(({ text }) => pageWords(text).length === 0);
  const [name] = named;
  const [title] = headings.filter(({ text }) => pageWords(text).length > 0);
  if (named.length !== 1 || headings.length !== 2 || name === undefined || title === undefined) return undefined;
  const [a, b] = [boxOf(name.element), boxOf(title.element)];
  const gap = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  const accompanied = [...texts.map(({ element }) => element), ...controls].some(
    (other) =>
      !flatContains(name.element, other) &&
      !flatContains(other, name.element) &&
      !flatContains(title.element, other) &&
      isShown(other) &&
      sameLine(boxOf(other), a) &&
      other.closest(OVER_THE_PAGE) === null &&
      isBeside(seenPart(other), a),
  );
  // As far apart as titles of that size stand, with a line between them.
  const most = Math.max(80, 2 * Math.max(a.bottom - a.top, b.bottom - b.top));
  return gap > most || accompanied || name.element.closest(BANNER) !== null ? undefined : asName(name.text);
}
