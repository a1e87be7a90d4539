import { parseMoney } from '../../core/money/money.ts';
import { type Action, findActions } from './actions.ts';
import { cardGrid } from './card-grid.ts';
import { elements, flatClosest, flatContains, flatParent, foldSpaces, isShown } from './dom.ts';
import { isText } from './flat-tree.ts';
import type { Grid } from './grid.ts';
import { moneyHints } from './money-hints.ts';
import { isCode, looksLikeMoney, parseCount } from './shapes.ts';
import type { Survey } from './survey.ts';
import type { ActionConcept } from './vocabulary/actions.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';
import { parseTerm } from './vocabulary/values.ts';

type Kind = 'products' | 'cart';
/** The button that each box of a list has once. */
const ANCHOR = { products: 'add', cart: 'remove' } as const;
type Told = 'product' | 'sku' | 'stock' | 'price' | 'quantity' | 'total';

/** What a box tells of a product, with where it stands. */
type Card = ReadonlyMap<Told, { readonly text: string; readonly element: Element }>;
interface Said {
  readonly text: string;
  readonly element: Element;
}

/**
 * Products, and the lines of a cart, that are drawn as boxes without a header: one button to add or to remove in each, and a name.
 * A list that is drawn with a header is none of these. Where a name, or how many of it, is not certain in one box, there is no list.
 */
export function readCards(survey: Survey, grids: readonly Grid[]): Grid[] {
  const kinds = (['products', 'cart'] as const).filter((kind) => !grids.some((grid) => grid.kind === kind));
  // Thousands of texts of a list of devices need not be looked through for buttons: nothing is ordered beside one.
  if (kinds.length === 0 || grids.some((grid) => grid.kind === 'devices')) return [];
  const actions = findActions(survey, WANTED).filter(
    ({ element }) => !grids.some((grid) => flatContains(grid.element, element)),
  );
  return kinds.flatMap((kind) => {
    const boxes = boxesOf(kind, survey, actions);
    const cards = boxes === undefined ? undefined : readAll(kind, boxes, survey);
    return boxes === undefined || cards === undefined ? [] : [cardGrid(kind, boxes, cards)];
  });
}

const ENDS: ReadonlySet<ActionConcept> = new Set(['checkout', 'recalculate', 'save', 'confirmOrder']);
const WANTED: ReadonlySet<ActionConcept> = new Set([...ENDS, ANCHOR.products, ANCHOR.cart]);

/** The largest parts of the page that hold one of the buttons each, and nothing that belongs to the whole order. */
function boxesOf(kind: Kind, survey: Survey, actions: readonly Action[]): readonly Element[] | undefined {
  const anchors = actions.filter(({ concept }) => concept === ANCHOR[kind]).map(({ element }) => element);
  const outer = anchors.filter((one) => !anchors.some((other) => other !== one && flatContains(other, one)));
  const foreign = actions
    .filter(({ concept }) => ENDS.has(concept) || concept === otherAnchor(kind))
    .map(({ element }) => element);
  if (outer.length === 0 || (outer.length === 1 && kind === 'products')) return undefined;
  const boxes = outer.map((anchor) => {
    let box: Element = anchor;
    for (let up = flatParent(box); up !== null && up !== survey.root; up = flatParent(up)) {
      const area = up;
      if ([...outer, ...foreign].some((other) => other !== anchor && flatContains(area, other))) break;
      // A single line ends where the page speaks of the whole cart.
      if (
        outer.length === 1 &&
        survey.texts.some((text) => isOfWhole(text.node.data) && flatContains(area, text.element))
      )
        break;
      box = area;
    }
    return box;
  });
  if (boxes.some(isUnderHeader)) return undefined;
  const same = boxes.every((box) => box.localName === boxes[0]?.localName);
  return same && boxes.every((box) => !outer.includes(box as HTMLElement)) ? boxes : undefined;
}

/** What a row of a list says, its header tells, or nothing does. */
const isUnderHeader = (box: Element): boolean =>
  flatClosest(box, 'table,[role=grid],[role=table],[role=treegrid]')?.querySelector('th,[role=columnheader]') != null;

const otherAnchor = (kind: Kind): string => ANCHOR[kind === 'products' ? 'cart' : 'products'];

/** A title or a total over lines, as opposed to what a line says. */
const isOfWhole = (text: string): boolean => {
  const folded = foldSpaces(text);
  return columnConcepts(folded.split(':')[0] ?? '').includes('total') || CART_TITLE.test(folded);
};
const CART_TITLE = /^(?:cart|basket|shopping cart|warenkorb|carrito|panier|carrello|winkelwagen)(?:\s*\(\d+\))?:?$/i;

function readAll(kind: Kind, boxes: readonly Element[], survey: Survey): readonly Card[] | undefined {
  const parts = boxes.map((box) => saidIn(box, survey));
  const known = parts.map((said) => valuesOf(kind, said.texts));
  const names = namesOf(known.map(({ rest }) => rest));
  if (names === undefined) return undefined;
  const cards = known.map(({ values }, i): Card | undefined => {
    const card = new Map([...values, ...(names[i] ?? [])]);
    const { fields } = parts[i] ?? { fields: [] };
    const [field] = fields;
    if (fields.length > 1) return undefined;
    if (field !== undefined) card.set('quantity', { text: field.value.trim(), element: field });
    if (kind === 'cart' && !addsUp(card)) for (const amount of ['price', 'total'] as const) card.delete(amount);
    return card;
  });
  if (!cards.every((card) => card !== undefined)) return undefined;
  const all = (concept: Told) => cards.every((card) => card.has(concept));
  const enough =
    kind === 'cart'
      ? cards.every((card) => (parseCount(card.get('quantity')?.text ?? '') ?? 0) > 0)
      : all('stock') || cards.filter((card) => card.has('price')).length * 2 > cards.length;
  return enough && areDifferent(cards) ? cards : undefined;
}

/** Whether what one costs and what a line comes to can be that: all together are no less than one, and no more than all at that price. */
function addsUp(card: Card): boolean {
  const [price, total] = [card.get('price'), card.get('total')].map((said) =>
    parseMoney(said?.text ?? '', moneyHints()),
  );
  if (price?.kind !== 'ok' || total?.kind !== 'ok') return true;
  const count = parseCount(card.get('quantity')?.text ?? '') ?? 0;
  const [one, all] = [price.money.amountMinor, total.money.amountMinor];
  return one <= all && all <= one * count;
}

const areDifferent = (cards: readonly Card[]): boolean =>
  new Set(cards.map((card) => `${card.get('product')?.text}|${card.get('sku')?.text ?? ''}`)).size === cards.length;

/** The texts of a box that are not on its buttons, cut where they are made of several, and its fields for numbers. */
function saidIn(box: Element, { texts }: Survey): { texts: Said[]; fields: HTMLInputElement[] } {
  const said: Said[] = [];
  let last: { element: Element; text: string } | undefined;
  for (const { node, element } of texts) {
    if (!flatContains(box, element) || !isShown(element) || element.closest('button,[role=button],option') !== null)
      continue;
    // Frameworks cut one text into several nodes.
    if (last?.element === element) last.text += `${isSpace(node.previousSibling) ? ' ' : ''}${node.data}`;
    else {
      last = { element, text: node.data };
      said.push(last);
    }
  }
  const parts = said.flatMap(({ text, element }) =>
    foldSpaces(text)
      .split(/\s[·•|]\s|\s?\n\s?/)
      .map((part) => ({ text: part.trim(), element }))
      .filter((part) => /[\p{L}\p{N}]/u.test(part.text)),
  );
  const fields = [...elements(box)].filter(
    (part): part is HTMLInputElement =>
      part instanceof HTMLInputElement && /^(?:text|number|tel)$/.test(part.type) && isShown(part),
  );
  return { texts: parts, fields };
}

const isSpace = (node: Node | null): boolean => node !== null && isText(node) && !/\S/.test(node.data);

/** What the texts of a box say by a label or by their form; `rest`: the others, of which one is its name. */
function valuesOf(kind: Kind, texts: readonly Said[]): { values: Map<Told, Said>; rest: Said[] } {
  const values = new Map<Told, Said>();
  const rest: Said[] = [];
  const twice = new Set<Told>();
  const set = (concept: Told, said: Said) => {
    if (values.has(concept)) twice.add(concept);
    values.set(concept, said);
  };
  let label: readonly ColumnConcept[] = [];
  const bare: Said[] = [];
  const money: Said[] = [];
  for (const { text, element } of texts) {
    const multiplied = /^(\d{1,6})?\s*[×x]\s*(.*)$/u.exec(text);
    const named = labelled(text);
    if (label.length > 0 && takes(label, text)) for (const concept of label) set(concept as Told, { text, element });
    else if (named !== undefined) set(named.concept, { text: named.value, element });
    else if (multiplied !== null && (multiplied[1] !== undefined || looksLikeMoney(multiplied[2] ?? ''))) {
      if (multiplied[1] !== undefined) set('quantity', { text: multiplied[1], element });
      if (looksLikeMoney(multiplied[2] ?? '')) set('price', { text: multiplied[2] ?? '', element });
      else if (/\p{L}/u.test(multiplied[2] ?? '')) rest.push({ text: multiplied[2] ?? '', element });
    } else if (parseCount(text) !== undefined && !/\p{L}/u.test(text)) bare.push({ text, element });
    else if (looksLikeMoney(text) && /\d/.test(text) && /[\p{Sc}]|\b[A-Z]{3}\b/u.test(text))
      money.push({ text, element });
    else if (columnConcepts(text.replace(/:$/, '')).length === 0 && parseTerm(text) === undefined)
      rest.push({ text, element });
    const concepts = columnConcepts(text.replace(/:$/, ''));
    label = concepts.filter((concept) => TOLD.has(concept));
  }
  const [count, ...counts] = bare;
  if (count !== undefined && counts.length === 0 && !values.has('quantity')) set('quantity', count);
  const [amount, second, ...more] = money;
  if (amount !== undefined && second === undefined && kind === 'products' && !values.has('price')) set('price', amount);
  // A line that prints what one costs prints what all cost besides.
  if (amount !== undefined && second === undefined && kind === 'cart' && values.has('price')) set('total', amount);
  if (amount !== undefined && second !== undefined && more.length === 0 && kind === 'cart' && !values.has('price')) {
    set('price', amount);
    set('total', second);
  }
  for (const concept of twice) values.delete(concept);
  return { values, rest };
}

const TOLD: ReadonlySet<ColumnConcept> = new Set<ColumnConcept>(['sku', 'stock', 'price', 'quantity', 'total']);

const takes = (concepts: readonly ColumnConcept[], text: string): boolean =>
  concepts.length === 1 && fits(concepts[0] as Told, text);

const fits = (concept: Told, text: string): boolean =>
  concept === 'stock' || concept === 'quantity'
    ? parseCount(text) !== undefined
    : concept === 'sku'
      ? isCode(text)
      : looksLikeMoney(text);

/** `Stock: 25`, `SKU WP480G2`, `25 in stock`. */
function labelled(text: string): { concept: Told; value: string } | undefined {
  const words = text.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const [before, behind] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    for (const [name, value] of [
      [before.replace(/:$/, ''), behind],
      [behind, before],
    ] as const) {
      const [concept, ...others] = columnConcepts(name).filter((one) => TOLD.has(one));
      if (concept === undefined || others.length > 0 || !fits(concept as Told, value)) continue;
      // "25 pcs" may be what is there, or what is wanted.
      if (name === behind && concept !== 'stock') continue;
      return { concept: concept as Told, value };
    }
  }
  return undefined;
}

/** In each box the name, and the article number where one stands beside it in all of them. */
function namesOf(rests: readonly (readonly Said[])[]): Map<Told, Said>[] | undefined {
  const width = rests[0]?.length ?? 0;
  if (width === 0 || rests.some((rest) => rest.length !== width)) return undefined;
  const columns = Array.from({ length: width }, (_, i) => rests.map((rest) => rest[i]));
  const telling = columns.filter(
    (column) => rests.length === 1 || new Set(column.map((said) => said?.text)).size === rests.length,
  );
  const codes = telling.filter((column) => column.every((said) => said !== undefined && isCode(said.text)));
  const words = telling.filter((column) => !codes.includes(column));
  const [name, ...others] = words.length > 0 ? words : codes;
  // `NEW` beside one name alone may be anything.
  const [code, ...more] =
    words.length > 0 ? codes.filter((column) => column.length > 1 || /\d/.test(column[0]?.text ?? '')) : [];
  if (name === undefined || others.length > 0 || more.length > 0) return undefined;
  return rests.map((_, i) => {
    const [said, number] = [name[i], code?.[i]];
    return new Map<Told, Said>([
      ...(said === undefined ? [] : [['product', said] as const]),
      ...(number === undefined ? [] : [['sku', number] as const]),
    ]);
  });
}
