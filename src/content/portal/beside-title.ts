import { nameKey } from '../../core/customer.ts';
import { type Box, foldSpaces, sameLine } from './dom.ts';
import { BANNER, headingOf, isProminent, leadsAway, type Single } from './titles.ts';
import { labelKey } from './vocabulary/label.ts';
import { namePrefix, OF_A_CUSTOMER, pageWords } from './vocabulary/pages.ts';

/** A page's own head is no portal's banner. */
const OWN_HEAD = 'main header,article header,section header,[role=main] header';
/** Ways to elsewhere, and lists to choose from. */
const AWAY =
  'a[href],nav,li,[role=navigation],[role=menubar],[role=tablist],[role=listbox],[role=list],[role=tree],[role=listitem]';
/** What a bar with the portal's user on it offers. */
const OF_THE_USER =
  /^(sign ?out|log ?out|abmelden|ausloggen|logout|cerrar sesion|salir|se deconnecter|deconnexion|esci|disconnetti|uitloggen|afmelden|my profile|profile|mein profil|profil|mi perfil|perfil|mon profil|il mio profilo|profilo|mijn profiel|profiel)$/;
/** How far apart, in heights of the title, a title and what belongs to it stand. */
const MOST_AWAY = 3;

interface Placed extends Single {
  readonly own: string;
  readonly box: Box;
}

/** What stands beside the titles of a page, and what stands near it. */
interface Beside {
  readonly names: readonly string[];
  /** Where one of these is a customer's name too, a list of names stands there rather than the name of the page's customer. */
  readonly rivals: readonly string[];
}

/** Lines below a title that are looked at for a list of names. */
const LINES_BELOW = 4;

/**
 * `<h1>Devices</h1><p>Acme</p>`: the text that stands right beside a title, or right below it, alone on its line. It may be
 * a customer's name and may be anything else, so only who is known to be a customer is taken for one.
 */
export function textsBesideTitle(root: Element, singles: readonly Single[]): Beside {
  const ordinary = Number.parseFloat(getComputedStyle(root).fontSize) || 14;
  const isTitle = ({ element, node }: Single) =>
    pageWords(foldSpaces(node.data)).some((word) => OF_A_CUSTOMER.has(word)) &&
    isProminent(element, ordinary) &&
    !leadsAway(element) &&
    !inBanner(element);
  if (!singles.some(isTitle)) return { names: [], rivals: [] };
  const placed = singles.map((single) => ({ ...single, own: foldSpaces(single.node.data), box: textBox(single.node) }));
  const apart = placed.filter(({ element, own }) => headingOf(element) === null && !isMark(own));
  const found = placed.filter(isTitle).map((title) => {
    const [nearest = [], ...more] = linesBelow(title, apart);
    const names = [beside(title, apart), below(title, nearest, apart)].flatMap((one) => one ?? []);
    return { names, rivals: more.flat().map(({ own }) => own) };
  });
  return { names: found.flatMap(({ names }) => names), rivals: found.flatMap(({ rivals }) => rivals) };
}

function beside(title: Placed, texts: readonly Placed[]): string | undefined {
  const line = texts.filter(({ box }) => sameLine(box, title.box));
  return nameOn(line, title, texts, (box) => Math.max(box.left - title.box.right, title.box.left - box.right));
}

/** The lines that stand next below a title, from above. */
function linesBelow(title: Placed, texts: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  const under = texts.filter(({ box }) => box.top >= title.box.bottom - 4 && !sameLine(box, title.box));
  for (const text of under.toSorted((a, b) => a.box.top - b.box.top)) {
    const last = lines.at(-1);
    if (last?.[0] !== undefined && sameLine(last[0].box, text.box)) last.push(text);
    else if (lines.length === LINES_BELOW) break;
    else lines.push([text]);
  }
  return lines;
}

function below(title: Placed, line: readonly Placed[], texts: readonly Placed[]): string | undefined {
  const [nearest] = line;
  if (nearest === undefined) return undefined;
  const starts = Math.abs(nearest.box.left - title.box.left) < MOST_AWAY * height(title.box);
  const ends = Math.abs(nearest.box.right - title.box.right) < MOST_AWAY * height(title.box);
  return starts || ends ? nameOn(line, title, texts, (box) => box.top - title.box.bottom) : undefined;
}

/** The one text of a line that has words in it, near enough, and nothing that leads elsewhere. */
function nameOn(
  line: readonly Placed[],
  title: Placed,
  texts: readonly Placed[],
  away: (box: Box) => number,
): string | undefined {
  const worded = line.filter(({ own }) => own !== title.own && /\p{L}{2}/u.test(own) && !COUNTED.test(own));
  const [name] = worded;
  if (name === undefined || worded.length > 1 || namePrefix(name.own).length > 0) return undefined;
  if (!line.every((other) => other === name || other.own === title.own || isAside(other.own, name.own)))
    return undefined;
  if (line.some(({ own }) => OF_THE_USER.test(labelKey(own)))) return undefined;
  if (name.element.closest(AWAY) !== null || inBanner(name.element) || goesOn(name, texts)) return undefined;
  return away(name.box) <= MOST_AWAY * height(title.box) ? name.own : undefined;
}

/** A name that is broken over two lines of one block is none by half. */
function goesOn(name: Placed, texts: readonly Placed[]): boolean {
  const block = blockAround(name.element);
  return texts.some(
    (other) =>
      other !== name &&
      block.contains(other.element) &&
      blockAround(other.element) === block &&
      !sameLine(other.box, name.box),
  );
}

function blockAround(element: Element): Element {
  let block = element;
  while (getComputedStyle(block).display.startsWith('inline') && block.parentElement !== null)
    block = block.parentElement;
  return block;
}

/** `24`, `(3 of 5)`, `24 devices`. */
export const COUNTED = /^\(?\p{N}[\p{N}.,/ ]*(?: [\p{Ll}\p{N} /]+)?\)?$/u;

/** What may stand beside a name without being a part of it: a count, a mark, the first letters of the name in a round picture. */
export function isAside(text: string, name: string): boolean {
  if (COUNTED.test(text) || isMark(text)) return true;
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(([letter]) => letter.toUpperCase());
  return text.length <= 2 && [...text.toUpperCase()].every((letter, i) => letter === initials[i]);
}

const inBanner = (element: Element): boolean => element.closest(BANNER) !== null && !element.closest(OWN_HEAD);

const isMark = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

const height = (box: Box): number => box.bottom - box.top;

function textBox(node: Text): Box {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

/** `(Acme)`, `– Acme`, `Acme ·`: a name and what a page puts around it. */
export const withoutMarks = (text: string): string[] => {
  const bare = text.replace(/^[\s–—|/·•:-]+|[\s–—|/·•:-]+$/gu, '');
  const inner = inBrackets(bare);
  return [...new Map([bare, ...(inner ? [inner] : [])].map((name) => [nameKey(name), name])).values()];
};

/** What stands in one pair of brackets around all of a text. */
function inBrackets(text: string): string | undefined {
  if (!text.startsWith('(')) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    else if (text[i] === ')') depth -= 1;
    if (depth === 0) return i === text.length - 1 ? text.slice(1, -1).trim() : undefined;
  }
  return undefined;
}
