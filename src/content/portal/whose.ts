import { type CustomerRef, customerRef, nameKey } from '../../core/customer.ts';
import { boxOf, flatContains, flatParent, foldSpaces, isShown, sameLine } from './dom.ts';
import type { Survey } from './survey.ts';
import { labelKey } from './vocabulary/label.ts';
import { JOINING, namePrefix, type PageWord, pageWords } from './vocabulary/pages.ts';
import { afterTaughtTitle } from './vocabulary/taught.ts';

/** What a page's titles say: what it is about, and whose it is. */
export interface Titles {
  readonly words: ReadonlySet<PageWord>;
  readonly customer: CustomerRef | undefined;
  readonly pbx: string | undefined;
}

/** One title or breadcrumb, cut at its separators. */
interface Title {
  readonly segments: readonly string[];
  readonly crumbs: boolean;
}

const SEPARATORS = [' › ', ' » ', ' > ', ' / ', ' | ', ' – ', ' — ', ' · ', ' • ', ' : ', ': ', ' - ', ', '];
export const CRUMB_MARK = /^[›»>/\\|→❯·•–—]$/u;
const CONTROL =
  'button,[role=button],[role=tab],[role=menuitem],[role=option],option,select,label,table,[role=grid],[role=row]';

/**
 * Reads the titles above a list (or of a page without one). `pbxNames`: the PBXes that its rows name, which settles
 * which of two names in a title is the PBX. Where titles disagree or do not say, there is no customer.
 */
export function readTitles(survey: Survey, before: Element | undefined, pbxNames: ReadonlySet<string>): Titles {
  const titles = collect(survey, before);
  const words = new Set<PageWord>();
  const customers = new Map<string, CustomerRef>();
  const pbxes = new Map<string, string>();
  for (const title of titles) {
    const said = whose(title, pbxNames);
    if (!title.crumbs) for (const word of said.words) words.add(word);
    const ref = said.customer === undefined ? undefined : customerRef(said.customer);
    if (ref !== undefined) customers.set(ref.key, ref);
    if (said.pbx !== undefined) pbxes.set(nameKey(said.pbx), said.pbx);
  }
  if (customers.size === 0) {
    const ref = namedByHeading(survey.root, words);
    if (ref !== undefined) customers.set(ref.key, ref);
  }
  return {
    words,
    customer: customers.size === 1 ? [...customers.values()][0] : undefined,
    pbx: pbxes.size === 1 ? [...pbxes.values()][0] : undefined,
  };
}

/** `<h1>Acme</h1> <h2>Devices</h2>`: the one heading that is no page's title, beside one that is. */
function namedByHeading(root: Element, words: ReadonlySet<PageWord>): CustomerRef | undefined {
  if (![...words].some((word) => OF_A_CUSTOMER.has(word))) return undefined;
  const texts = [...root.querySelectorAll('h1,h2,[role=heading]')]
    .filter((heading) => isShown(heading) && heading.closest('dialog,[role=dialog],[role=alertdialog],table') === null)
    .map((heading) => foldSpaces(heading.textContent ?? ''));
  const names = texts.filter((text) => text !== '' && pageWords(text).length === 0);
  const [name] = names;
  return names.length === 1 && texts.length === 2 && name !== undefined ? customerRef(name) : undefined;
}

const OF_A_CUSTOMER: ReadonlySet<PageWord> = new Set<PageWord>(['devices', 'pbxes', 'order']);

/** A title stands near the top. */
const MOST_TEXTS = 600;

function collect({ texts }: Survey, before: Element | undefined): Title[] {
  const titles: Title[] = [];
  const singles: { element: Element; text: string }[] = [];
  let budget = MOST_TEXTS;
  for (const { node, element } of texts) {
    budget -= 1;
    if (budget < 0 || (before !== undefined && flatContains(before, element))) break;
    if (node.data.length > 300 || element.closest(CONTROL) !== null || !isShown(element)) continue;
    singles.push({ element, text: foldSpaces(wholeHeading(element) ?? node.data) });
  }
  for (const line of crumbLines(singles)) titles.push({ segments: line, crumbs: true });
  for (const { text } of singles) titles.push({ segments: cut(text), crumbs: false });
  return titles;
}

/** A heading may be made of parts; it is one title. */
const wholeHeading = (element: Element): string | undefined =>
  element.closest('h1,h2,h3,h4,[role=heading]')?.textContent?.slice(0, 300);

/** Texts side by side with separators between them, or in what the page calls a breadcrumb. */
function crumbLines(singles: readonly { element: Element; text: string }[]): string[][] {
  const lines: string[][] = [];
  const used = new Set<Element>();
  for (const { element } of singles) {
    const mark = singles.find((other) => other.element === element && CRUMB_MARK.test(other.text));
    const holder =
      element.closest('nav,[role=navigation]') ??
      element.closest('ol,ul') ??
      (mark === undefined ? null : flatParent(element));
    if (holder === null || used.has(holder)) continue;
    const parts = singles.filter((other) => flatContains(holder, other.element));
    // An ordered list of links is a path; an unordered one is a menu.
    const listed = holder.matches('ol') || (holder.matches('nav') && element.closest('ol') !== null);
    const named =
      listed || /breadcrumb|brotkr|miga|fil d.ariane|percorso|kruimel/i.test(holder.getAttribute('aria-label') ?? '');
    if (!named && !parts.some((part) => CRUMB_MARK.test(part.text) || /[›»>/→❯]\s*$|^\s*[›»>/→❯]/u.test(part.text)))
      continue;
    used.add(holder);
    const first = parts[0];
    if (first === undefined) continue;
    const line = named ? parts : parts.filter((part) => sameLine(boxOf(part.element), boxOf(first.element)));
    lines.push(
      line
        .map((part) => part.text.replace(/^[›»>/→❯\s]+|[›»>/→❯\s]+$/gu, ''))
        .filter((text) => text !== '' && !CRUMB_MARK.test(text)),
    );
  }
  return lines;
}

/** Cut at every separator, for whoever is asked what the parts mean. */
export function cutAnywhere(text: string): string[] {
  const separator = SEPARATORS.find((one) => text.includes(one));
  return separator === undefined ? [text] : text.split(separator).flatMap(cutAnywhere);
}

/** Cut at the separator that stands beside a known word: a name may have dashes of its own. */
function cut(text: string): string[] {
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue;
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.some((part) => pageWords(part).length > 0 || namePrefix(part).length > 0)) return parts;
  }
  return [text];
}

interface Said {
  words: PageWord[];
  customer?: string;
  pbx?: string;
}

function whose(title: Title, pbxNames: ReadonlySet<string>): Said {
  const words: PageWord[] = [];
  const names: string[] = [];
  const said: Said = { words };
  let lastIsWord = false;
  title.segments.forEach((segment, index) => {
    const known = pageWords(segment);
    const next = title.segments[index + 1];
    if (
      known.length > 0 &&
      !(namePrefix(segment).length > 0 && next !== undefined && pageWords(next).length === 0 && index > 0)
    ) {
      words.push(...known);
      lastIsWord = index === title.segments.length - 1;
      return;
    }
    const inner = title.crumbs ? cut(segment) : [segment];
    for (const part of inner) read(part);
  });
  if (words.length === 0) return said;
  const [first, second, ...more] = names;
  if (more.length > 0 || first === undefined) return said;
  const pbxFirst = pbxNames.has(nameKey(first));
  if (second === undefined) {
    if (pbxFirst && said.customer !== undefined) said.pbx ??= first;
    else if (!pbxFirst || pbxNames.size === 0) said.customer ??= first;
  } else if (pbxNames.has(nameKey(second)) || (!pbxFirst && (lastIsWord || title.crumbs))) {
    said.customer ??= first;
    said.pbx ??= second;
  } else if (pbxFirst) {
    said.customer ??= second;
    said.pbx ??= first;
  }
  return said;

  function read(part: string): void {
    if (pageWords(part).length > 0) {
      words.push(...pageWords(part));
      return;
    }
    const prefixed = afterPrefix(part);
    if (prefixed !== undefined) {
      said[prefixed.kind] ??= prefixed.name;
      return;
    }
    const joined = afterTitle(part);
    if (joined !== undefined) {
      words.push(joined.word);
      names.push(joined.name);
      return;
    }
    if (namePrefix(part).length === 0 && /[\p{L}\p{N}]/u.test(part)) names.push(part);
  }
}

/** `Customer: Acme`, `PBX Main office`. */
function afterPrefix(text: string): { kind: 'customer' | 'pbx'; name: string } | undefined {
  const match = /^([\p{L}-]+(?:\s[\p{L}]+)?)\s*[:\s]\s*(.+)$/u.exec(text);
  for (const [prefix, name] of match === null
    ? []
    : [
        [match[1] ?? '', match[2] ?? ''],
        [text.split(/[:\s]/)[0] ?? '', text.replace(/^[^:\s]+[:\s]+/u, '')],
      ]) {
    const [kind] = namePrefix(prefix ?? '');
    if (kind !== undefined && name !== undefined && name !== '' && pageWords(text).length === 0) return { kind, name };
  }
  return undefined;
}

/** `Devices of Acme`. */
function afterTitle(text: string): { word: PageWord; name: string } | undefined {
  const taught = afterTaughtTitle<PageWord>(text);
  if (taught !== undefined) return taught;
  const tokens = text.split(' ');
  for (let end = Math.min(4, tokens.length - 2); end >= 1; end -= 1) {
    const [word] = pageWords(tokens.slice(0, end).join(' '));
    if (word === undefined) continue;
    for (let joins = 2; joins >= 1; joins -= 1) {
      const joining = labelKey(tokens.slice(end, end + joins).join(' '));
      const name = tokens.slice(end + joins).join(' ');
      if (JOINING.test(joining) && name !== '') return { word, name };
    }
  }
  return undefined;
}
