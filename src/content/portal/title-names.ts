import { nameKey } from '../../core/customer.ts';
import { cut, type Title } from './titles.ts';
import { labelKey } from './vocabulary/label.ts';
import { JOINING, JOINING_PLACE, namePrefix, orderNumberIn, type PageWord, pageWords } from './vocabulary/pages.ts';
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
}

type Part =
  | { readonly kind: 'words'; readonly words: readonly PageWord[] }
  | { readonly kind: 'customer' | 'pbx' | 'name'; readonly text: string };

/**
 * What one title says. A name that could be somebody else's, or a PBX's, is no name: where a person would hesitate,
 * the answer is nobody. `pure`: page words that stand alone in another title.
 */
export function whoseTitle(title: Title, context: NameContext, pure: ReadonlySet<PageWord>): Said {
  const parts = partsOf(title, context, pure);
  const words = parts.flatMap((part) => (part.kind === 'words' ? part.words : []));
  const labelled = (kind: 'customer' | 'pbx') => parts.find((part) => part.kind === kind);
  const [customer, pbx] = [labelled('customer'), labelled('pbx')];
  const said = {
    words,
    ...(customer && 'text' in customer && !title.inBanner ? { customer: customer.text } : {}),
    ...(pbx && 'text' in pbx ? { pbx: pbx.text } : {}),
  };
  if (words.length === 0 || !title.prominent) return said;
  const names = title.crumbs ? crumbNames(parts, context) : titleNames(parts, title.separator, context);
  return { ...names, ...said };
}

function partsOf({ segments, crumbs }: Title, context: NameContext, pure: ReadonlySet<PageWord>): Part[] {
  const cutLast = crumbs
    ? segments.flatMap((segment, i) => (i === segments.length - 1 ? cut(segment).segments : [segment]))
    : segments;
  return cutLast.flatMap((segment, i): Part[] => {
    const words = pageWords(segment);
    if (words.length > 0) return [{ kind: 'words', words }];
    if (orderNumberIn(segment) !== undefined) return [{ kind: 'words', words: ['order-details'] }];
    const prefixed = afterPrefix(segment, context);
    if (prefixed !== undefined) return [prefixed];
    const alone = cutLast.length === 1 || (crumbs && i === cutLast.length - 1);
    const joined = alone ? afterTitle(segment, pure, context) : undefined;
    if (joined !== undefined) return joined;
    return /[\p{L}\p{N}]/u.test(segment) && namePrefix(segment).length === 0 ? [{ kind: 'name', text: segment }] : [];
  });
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
  for (let end = Math.min(4, tokens.length - 2); end >= 1; end -= 1) {
    const words = pageWords(tokens.slice(0, end).join(' '));
    const [word] = words;
    if (word === undefined) continue;
    for (let joins = 2; joins >= 1; joins -= 1) {
      const between = tokens.slice(end, end + joins).join(' ');
      const joining = /^[\p{L} ]+$/u.test(between) ? labelKey(between) : '';
      const name = tokens.slice(end + joins).join(' ');
      if (!JOINING.test(joining) || name === '') continue;
      if (pure.has(word)) return undefined;
      // "Devices on Main office": one is on a PBX, not on a customer.
      if (JOINING_PLACE.test(joining) && !context.pbxNames.has(nameKey(name))) return [{ kind: 'words', words }];
      return [
        { kind: 'words', words },
        { kind: 'name', text: name },
      ];
    }
  }
  return undefined;
}
