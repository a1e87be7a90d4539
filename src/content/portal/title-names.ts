import { nameKey } from '../../core/customer.ts';
import { isAside } from './beside-title.ts';
import { cut, type Title } from './titles.ts';
import { labelKey } from './vocabulary/label.ts';
import {
  JOINING_PLACE,
  joins,
  NAME_PARTICLE,
  namePrefix,
  OF_A_CUSTOMER,
  orderNumberIn,
  PARTICLE_PAIR,
  type PageWord,
  pageWords,
} from './vocabulary/pages.ts';
import { afterTaughtTitle } from './vocabulary/taught.ts';

/** What of the rest of a page tells a customer's name from a PBX's. */
export interface NameContext {
  /** PBXes that the page's rows name, in the spelling that compares; empty where they name none. */
  readonly pbxNames: ReadonlySet<string>;
  /** The page is one of a single PBX by its buttons. */
  readonly pbxLevel: boolean;
}

export interface Said {
  readonly words: readonly PageWord[];
  readonly customer?: string;
  readonly pbx?: string;
  /** One name on a page of a single PBX: the PBX's, if the customer is named elsewhere. */
  readonly either?: string;
  /** Names that it may speak of, where its words can be read in more than one way: only who is known is one of them. */
  readonly maybe?: {
    readonly names: readonly string[];
    readonly rivals: readonly string[];
    /** Who it is where nobody of them is known. */
    readonly otherwise: readonly string[];
  };
}

type Part =
  | {
      readonly kind: 'maybe';
      readonly names: readonly string[];
      readonly rivals?: readonly string[];
      readonly otherwise?: string;
    }
  | { readonly kind: 'words'; readonly words: readonly PageWord[] }
  | { readonly kind: 'customer' | 'pbx' | 'name'; readonly text: string };

/**
 * What one title says. A name that could be somebody else's, or a PBX's, is no name: where a person would hesitate,
 * the answer is nobody. `pure`: page words that stand alone in another title.
 */
export function whoseTitle(title: Title, context: NameContext, pure: ReadonlySet<PageWord>): Said {
  const parts = inPieces(title) ?? partsOf(title, context, pure);
  const words = parts.flatMap((part) => (part.kind === 'words' ? part.words : []));
  const labelled = (kind: 'customer' | 'pbx') => parts.find((part) => part.kind === kind);
  const [customer, pbx] = [labelled('customer'), labelled('pbx')];
  const said = {
    words,
    ...(customer && 'text' in customer && !title.inBanner ? { customer: customer.text } : {}),
    ...(pbx && 'text' in pbx ? { pbx: pbx.text } : {}),
    ...(title.inBanner || title.leadsAway || !title.prominent ? {} : maybeOf(parts)),
  };
  if (words.length === 0 || !title.prominent) return said;
  const names = title.crumbs ? crumbNames(parts, context) : titleNames(parts, title.separator, context);
  return { ...names, ...said };
}

type Maybe = Extract<Part, { kind: 'maybe' }>;

function maybeOf(parts: readonly Part[]): Pick<Said, 'maybe'> {
  const maybe = parts.filter((part): part is Maybe => part.kind === 'maybe');
  if (maybe.length === 0) return {};
  return {
    maybe: {
      names: maybe.flatMap(({ names }) => names),
      rivals: maybe.flatMap(({ rivals }) => rivals ?? []),
      otherwise: maybe.flatMap(({ otherwise }) => otherwise ?? []),
    },
  };
}

/**
 * `<h1>Devices <small>de la Cruz S.A.</small></h1>`: a heading of several pieces, the first or last of which is a page's
 * title. What stands in the others may be a name as a whole; small words in it lead from the title only where names do not
 * begin with them.
 */
function inPieces({ pieces }: Title): Part[] | undefined {
  if (pieces.length < 2) return undefined;
  const whole = pieces.join(' ');
  if (pageWords(whole.replace(/[()[\]]/g, ' ')).length > 0 || orderNumberIn(whole) !== undefined) return undefined;
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const leads = isOfSomebody(first);
  if (!leads && !isOfSomebody(last)) return undefined;
  const title = leads ? first : last;
  const rest = leads ? pieces.slice(1) : pieces.slice(0, -1);
  const text = rest.join(' ');
  if (!/^[\p{L}\p{N}([]/u.test(text) || /[–—|/:·•,-]$/u.test(text)) return undefined;
  const words: Part = { kind: 'words', words: pageWords(title) };
  const small = leads ? smallWordsOf(title, text) : undefined;
  if (small !== undefined) {
    const { count, owner, tails } = small;
    // A small word in a piece of its own belongs to neither side.
    if (owner === 'title' || rest[0] === text.split(' ').slice(0, count).join(' ')) return undefined;
    if (owner === 'name') return [words, { kind: 'maybe', names: [text] }];
    // Only what begins with two of them is a name rather than a small word and a name.
    return [
      words,
      count > 1 || owner === 'pair'
        ? { kind: 'maybe', names: [text], rivals: tails }
        : { kind: 'maybe', names: [text, ...tails] },
    ];
  }
  const [name, ...more] = rest.filter((piece) => /\p{L}{2}/u.test(piece));
  const alone =
    name !== undefined && more.length === 0 && rest.every((piece) => piece === name || isAside(piece, name));
  return [words, { kind: 'maybe', names: [text, ...(alone ? [name] : [])] }];
}

const isOfSomebody = (text: string): boolean => pageWords(text).some((word) => OF_A_CUSTOMER.has(word));

interface SmallWords {
  /** How many small words lead from the title, if they do. */
  readonly count: number;
  /** Whose they are: the title's, the name's, or either's; `pair`: a name may begin with both of two. */
  readonly owner: 'title' | 'name' | 'either' | 'pair';
  /** What is left behind them. */
  readonly tails: readonly string[];
}

/** `of`, `de la` … between a title and what stands behind it; `undefined` where nothing leads from the title. */
function smallWordsOf(title: string, behind: string): SmallWords | undefined {
  const tokens = behind.split(' ');
  const isLoud = behind === behind.toUpperCase();
  const [one = '', two = '', three = ''] = isLoud ? tokens.map((token) => token.toLowerCase()) : tokens;
  const leads = (words: string) => /^[\p{L} ]+$/u.test(words) && joins(title, labelKey(words));
  const count =
    tokens.length > 2 && isLower(two) && leads(`${one} ${two}`) ? 2 : tokens.length > 1 && leads(one) ? 1 : 0;
  if (count === 0) return undefined;
  const tails = Array.from({ length: count }, (_, i) => tokens.slice(i + 1).join(' '));
  const isParticle = NAME_PARTICLE.test(labelKey(one));
  const isPair = PARTICLE_PAIR.test(`${one} ${two}`) && !PARTICLE_PAIR.test(`${two} ${three}`);
  const owner = !isParticle ? 'title' : !isLower(one) ? 'name' : isPair ? 'pair' : 'either';
  return { count, owner, tails };
}

const isLower = (text: string): boolean => text === text.toLowerCase();

function partsOf({ segments, crumbs }: Title, context: NameContext, pure: ReadonlySet<PageWord>): Part[] {
  const cutLast = crumbs
    ? segments.flatMap((segment, i) => (i === segments.length - 1 ? cut(segment).segments : [segment]))
    : segments;
  return cutLast.flatMap((segment, i): Part[] => {
    const words = pageWords(segment);
    if (words.length > 0) return [{ kind: 'words', words }, ...remarkOf(segment)];
    if (orderNumberIn(segment) !== undefined) return [{ kind: 'words', words: ['order-details'] }];
    const prefixed = afterPrefix(segment, context);
    if (prefixed !== undefined) return [prefixed];
    const alone = cutLast.length === 1 || (crumbs && i === cutLast.length - 1);
    const joined = alone ? afterTitle(segment, pure, context) : undefined;
    if (joined !== undefined) return joined;
    return /[\p{L}\p{N}]/u.test(segment) && namePrefix(segment).length === 0 ? [{ kind: 'name', text: segment }] : [];
  });
}

/** `Devices (Acme)`: a remark, or a name. */
function remarkOf(text: string): Part[] {
  const name = isOfSomebody(text) ? /\([^()]*\p{L}{2}[^()]*\)$/u.exec(text)?.[0] : undefined;
  return name === undefined ? [] : [{ kind: 'maybe', names: [name] }];
}

type Names = Pick<Said, 'customer' | 'pbx' | 'either'>;

/** One name on its own: a customer's, unless it is, or may be, a PBX's. */
function oneName(text: string, { pbxNames, pbxLevel }: NameContext): Names {
  if (pbxNames.has(nameKey(text))) return { pbx: text };
  return pbxNames.size === 0 && pbxLevel ? { either: text } : { customer: text };
}

/** Names of a title that is one text. What it was cut at may belong to a name. */
function titleNames(parts: readonly Part[], separator: string, context: NameContext): Names {
  const runs = runsOf(parts);
  const [first, second, ...more] = runs;
  const isPbx = (text: string | undefined) => text !== undefined && context.pbxNames.has(nameKey(text));
  const joined = (names: readonly string[]) => names.join(separator);
  if (first === undefined || more.length > 0) return {};
  if (second !== undefined) {
    const [a, b] = [joined(first), joined(second)];
    return isPbx(b) ? { customer: a, pbx: b } : isPbx(a) ? { customer: b, pbx: a } : {};
  }
  if (first.length === 1) return oneName(first[0] ?? '', context);
  if (isPbx(joined(first))) return oneName(joined(first), context);
  if (isPbx(first.at(-1))) return { customer: joined(first.slice(0, -1)), pbx: first.at(-1) ?? '' };
  if (isPbx(first[0])) return { customer: joined(first.slice(1)), pbx: first[0] ?? '' };
  if (context.pbxNames.size > 0) return { customer: joined(first) };
  const [customer = '', pbx = '', ...others] = first;
  return context.pbxLevel && others.length === 0 ? { customer, pbx } : {};
}

/** Names of a breadcrumb. Its root may be the portal's or the partner's own name, and resellers may stand in between. */
function crumbNames(parts: readonly Part[], { pbxNames, ...rest }: NameContext): Names {
  const names = parts.flatMap((part) => (part.kind === 'name' ? [part.text] : []));
  const start = parts.findIndex((part) => part.kind === 'name');
  const before = parts[start - 1];
  const [customer, pbx, ...others] = names;
  if (customer === undefined || before?.kind !== 'words' || others.length > 0) return {};
  if (pbx === undefined) return oneName(customer, { pbxNames, ...rest });
  const told = pbxNames.has(nameKey(pbx)) || (pbxNames.size === 0 && before.words.includes('customers'));
  return told ? { customer, pbx } : {};
}

/** Names that stand side by side, with nothing known between them. */
function runsOf(parts: readonly Part[]): string[][] {
  const runs: string[][] = [];
  let open = false;
  for (const part of parts) {
    if (part.kind === 'name' && open) runs.at(-1)?.push(part.text);
    else if (part.kind === 'name') runs.push([part.text]);
    open = part.kind === 'name';
  }
  return runs;
}

/** `Customer: Acme`, `PBX: Main office`; also `PBX Main office`, where the page knows such a PBX. */
function afterPrefix(text: string, { pbxNames, pbxLevel }: NameContext): Part | undefined {
  const colon = text.indexOf(':');
  const [kind] = colon < 0 ? [] : namePrefix(text.slice(0, colon));
  const name = text.slice(colon + 1).trim();
  if (kind !== undefined && name !== '') return { kind, text: name };
  const space = text.indexOf(' ');
  const rest = text.slice(space + 1).trim();
  if (space < 0 || !namePrefix(text.slice(0, space)).includes('pbx')) return undefined;
  return pbxNames.has(nameKey(rest)) || (pbxNames.size === 0 && pbxLevel) ? { kind: 'pbx', text: rest } : undefined;
}

/** `Devices of Acme`. Where another title says "Devices" alone, it may be the name of a company. */
function afterTitle(text: string, pure: ReadonlySet<PageWord>, context: NameContext): Part[] | undefined {
  const taught = afterTaughtTitle<PageWord>(text);
  if (taught !== undefined)
    return [
      { kind: 'words', words: [taught.word] },
      { kind: 'name', text: taught.name },
    ];
  const tokens = text.split(' ');
  for (let end = Math.min(4, tokens.length - 1); end >= 1; end -= 1) {
    const title = tokens.slice(0, end).join(' ');
    const words = pageWords(title);
    const [word] = words;
    if (word === undefined) continue;
    const behind = tokens.slice(end).join(' ');
    const small = smallWordsOf(title, behind);
    // What stands in brackets behind a title may be the beginning of a name.
    if (small === undefined && /[)\]]$/.test(title)) continue;
    if (pure.has(word)) return undefined;
    if (small === undefined || small.owner === 'name')
      return OF_A_CUSTOMER.has(word) ? [{ kind: 'maybe', names: [behind] }] : undefined;
    // "Dispositivos de la Cruz": of la Cruz, or de la Cruz's.
    if (small.owner === 'pair') return [{ kind: 'words', words }];
    const name = small.tails.at(-1) ?? '';
    // "Apparaten van Dijk": of Dijk, or van Dijk's, if he is a customer.
    if (small.owner === 'either' && !name.includes(' '))
      return [
        { kind: 'words', words },
        { kind: 'maybe', names: [behind, name], otherwise: name },
      ];
    const joining = labelKey(behind.slice(0, behind.length - name.length));
    // "Devices on Main office": one is on a PBX, not on a customer.
    if (JOINING_PLACE.test(joining) && !context.pbxNames.has(nameKey(name))) return [{ kind: 'words', words }];
    return [
      { kind: 'words', words },
      { kind: 'name', text: name },
    ];
  }
  return undefined;
}
