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
 * The line of an order: its id, what it is sorted by, a field for each filter, last the text that is searched. The filters'
 * fields are found as text too, since each has a name and no text holds a tab.
 */
export function searchLine(order: OrderRecord, sort: string): string {
  const { id, state, duration, customer, reference, number, pbx, lines } = order;
  const words = [customer?.name, reference, number, pbx, ...lines.flatMap(({ product, sku }) => [product, sku])];
  const text = words.flatMap((word) => (word === undefined ? [] : [searchText(word)])).join(' ');
  return [
    id,
    sort,
    `state:${state}`,
    `term:${duration ?? ''}`,
    `customer:${field(customer?.key)}`,
    text.slice(0, 2000),
  ].join('\t');
}

const idOf = (line: string): string => line.slice(0, line.indexOf('\t'));

/** A part's text with the lines of some orders put in, in the place of their former ones. `undefined`: taken out. */
export function withLines(text: string, changes: ReadonlyMap<string, string | undefined>): string {
  const kept = text.split('\n').filter((line) => line !== '' && !changes.has(idOf(line)));
  return [...kept, ...[...changes.values()].filter((line) => line !== undefined)].join('\n');
}

export const countLines = (text: string): number => (text === '' ? 0 : text.split('\n').length);

/** The orders in a part that fit: every word of the text somewhere, in any order, and each filter. */
export function searchPart(part: string, filter: OrderFilter): Hit[] {
  const words = searchText(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const fields = [
    ...(filter.state === undefined ? [] : [`\tstate:${filter.state}\t`]),
    ...(filter.term === undefined ? [] : [`\tterm:${filter.term}\t`]),
    ...(filter.customer === undefined ? [] : [`\tcustomer:${filter.customer}\t`]),
  ];
  // The longest is looked for in the whole part at once: it is the rarest, mostly.
  const [longest = '\t'] = [...words, ...fields].sort((a, b) => b.length - a.length);
  const hits: Hit[] = [];
  for (let at = part.indexOf(longest); at >= 0; ) {
    const start = part.lastIndexOf('\n', at) + 1;
    const end = part.indexOf('\n', at);
    const line = part.slice(start, end < 0 ? part.length : end);
    const text = line.slice(line.lastIndexOf('\t') + 1);
    if (words.every((word) => text.includes(word)) && fields.every((one) => line.includes(one))) hits.push(hitOf(line));
    at = end < 0 ? -1 : part.indexOf(longest, end);
  }
  return hits;
}

function hitOf(line: string): Hit {
  const [id = '', sort = ''] = line.split('\t', 2);
  return { id, sort };
}

/** Newest first, then by id. */
export const newestFirst = (a: Hit, b: Hit): number =>
  a.sort === b.sort ? (a.id < b.id ? 1 : -1) : a.sort < b.sort ? 1 : -1;
