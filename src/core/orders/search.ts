import type { OrderRecord, OrderState } from '../records/order.ts';

/** What a list of orders is narrowed by. */
export interface OrderFilter {
  readonly text?: string | undefined;
  readonly state?: OrderState | undefined;
  readonly term?: string | undefined;
  /** Key of the customer. */
  readonly customer?: string | undefined;
}

/** An order that a search found, with what its list is sorted by. */
export interface Hit {
  readonly id: string;
  readonly sort: string;
}

/** What a list of orders can be sorted by; the fields of a line after its text, but for the customer, which begins it. */
export const SORTS = ['date', 'state', 'shipment', 'customer'] as const;
export interface OrderSort {
  readonly by: (typeof SORTS)[number];
  readonly descending: boolean;
}
export const NEWEST: OrderSort = { by: 'date', descending: true };

/** One spelling for searching: no case, no accents, single spaces. Punctuation stays, as it does in order numbers. */
export const searchText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\p{Cf}\s]+/gu, ' ')
    .toLowerCase()
    .trim();

/** No value holds the tab that stands between fields, or the line feed between lines. */
const field = (value: string | undefined): string => (value ?? '').replace(/[\t\n\r]+/g, ' ');

/**
 * The line of an order: first the text that is searched, then what it is sorted by, its id, and a field for each filter.
 * Filters are found as text too, since each field has a name and no text holds a tab.
 */
export function searchLine(order: OrderRecord, sort: string): string {
  const { id, state, duration, customer, reference, number, pbx, lines, shipmentDate } = order;
  const words = [customer?.name, reference, number, pbx, ...lines.flatMap(({ product, sku }) => [product, sku])];
  const text = words.flatMap((word) => (word === undefined ? [] : [searchText(word)])).join(' ');
  return [
    text.slice(0, 2000),
    sort,
    field(id),
    `state:${state}`,
    `term:${duration ?? ''}`,
    `customer:${field(customer?.key)}`,
    `shipment:${shipmentDate ?? ''}`,
    '',
  ].join('\t');
}

const idOf = (line: string): string => line.split('\t', 3)[2] ?? '';

/** A part's text with the lines of some orders put in, in the place of their former ones. `undefined`: taken out. */
export function withLines(text: string, changes: ReadonlyMap<string, string | undefined>): string {
  const kept = text.split('\n').filter((line) => line !== '' && !changes.has(idOf(line)));
  return [...kept, ...[...changes.values()].filter((line) => line !== undefined)].join('\n');
}

export const countLines = (text: string): number => (text === '' ? 0 : text.split('\n').length);

/** What a search found: how many, and the first of them. */
export interface Found {
  readonly total: number;
  readonly hits: readonly Hit[];
}

/**
 * The orders that fit: every word of the text somewhere, in any order, and each filter. Of all that are found only the first
 * `most` are kept, so that a search which finds nearly everything is not slower than one that finds little.
 */
export function searchParts(
  parts: readonly string[],
  filter: OrderFilter,
  most: number,
  sort: OrderSort = NEWEST,
): Found {
  const needles = needlesOf(filter);
  const compare = sort.descending ? (a: Hit, b: Hit) => ascending(b, a) : ascending;
  const keyOf = KEYS[sort.by];
  let [total, best]: [number, Hit[]] = [0, []];
  let worst: Hit | undefined;
  // Newer orders are in later parts, mostly.
  for (let i = parts.length - 1; i >= 0; i--) {
    total += eachHit(parts[i] ?? '', needles, (part, tab) => {
      const idAt = part.indexOf('\t', tab + 1) + 1;
      const hit = { sort: keyOf(part, tab), id: part.slice(idAt, part.indexOf('\t', idAt)) };
      if (worst !== undefined && compare(hit, worst) > 0) return;
      best.push(hit);
      if (best.length < 2 * most) return;
      best = best.sort(compare).slice(0, most);
      worst = best.at(-1);
    });
  }
  return { total, hits: best.sort(compare).slice(0, most) };
}

interface Needles {
  readonly words: readonly string[];
  readonly fields: readonly string[];
  /** The longest is looked for in the whole part at once: it is the rarest, mostly. */
  readonly longest: string;
}

function needlesOf({ text = '', state, term, customer }: OrderFilter): Needles {
  const words = searchText(text)
    .split(' ')
    .filter((word) => word !== '');
  const named = Object.entries({ state, term, customer });
  const fields = named.flatMap(([name, value]) => (value === undefined ? [] : [`\t${name}:${value}\t`]));
  const [longest = '\t'] = [...words, ...fields].sort((a, b) => b.length - a.length);
  return { words, fields, longest };
}

/** Calls `take` with the end of the text of each line that fits. @returns how many do. */
function eachHit(part: string, { words, fields, longest }: Needles, take: (part: string, tab: number) => void): number {
  const inText = words.includes(longest);
  const single = words.length + fields.length <= 1;
  let count = 0;
  for (let at = part.indexOf(longest); at >= 0; ) {
    const start = part.lastIndexOf('\n', at) + 1;
    const tab = part.indexOf('\t', start);
    const newline = part.indexOf('\n', tab);
    const end = newline < 0 ? part.length : newline;
    const fits = single ? !inText || at < tab : fitsLine(part.slice(start, tab), part.slice(tab, end), words, fields);
    if (fits) {
      count++;
      take(part, tab);
    }
    at = newline < 0 ? -1 : part.indexOf(longest, newline);
  }
  return count;
}

const fitsLine = (text: string, rest: string, words: readonly string[], fields: readonly string[]): boolean =>
  words.every((word) => text.includes(word)) && fields.every((one) => rest.includes(one));

/** By what is sorted by, then by id. */
const ascending = (a: Hit, b: Hit): number =>
  a.sort === b.sort ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.sort < b.sort ? -1 : 1;

const named = (name: string) => (part: string, tab: number) => {
  const at = part.indexOf(`\t${name}:`, tab) + name.length + 2;
  return part.slice(at, part.indexOf('\t', at));
};
const KEYS: Readonly<Record<OrderSort['by'], (part: string, tab: number) => string>> = {
  date: (part, tab) => part.slice(tab + 1, part.indexOf('\t', tab + 1)),
  state: named('state'),
  shipment: named('shipment'),
  customer: named('customer'),
};

/** Calls `take` with the id, the shipment date (empty: none) and the state of each order of a part. */
export const eachShipment = (part: string, take: (id: string, date: string, state: string) => void): void => {
  eachHit(part, needlesOf({}), (text, tab) => {
    const idAt = text.indexOf('\t', tab + 1) + 1;
    take(text.slice(idAt, text.indexOf('\t', idAt)), KEYS.shipment(text, tab), KEYS.state(text, tab));
  });
};
