import { parseOrderState } from '../../core/orders/states.ts';
import { cardGrid } from './card-grid.ts';
import { looksLikeDate } from './dates.ts';
import { flatContains, flatParent, foldSpaces, isShown } from './dom.ts';
import { findFacts } from './facts.ts';
import { split } from './fields.ts';
import type { Grid } from './grid.ts';
import { COLUMNS_OF, gridKind } from './grid-kinds.ts';
import { isPairs } from './order-pairs.ts';
import { looksLikeMoney } from './shapes.ts';
import type { Work } from './slices.ts';
import type { Printed, Survey } from './survey.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';
import { parseContract } from './vocabulary/values.ts';

interface Said {
  readonly text: string;
  readonly element: Element;
}
type Card = ReadonlyMap<ColumnConcept, Said>;

/**
 * Orders that are drawn as boxes, one below or beside the other: in each of them one number of one form, and with it what orders have,
 * by labels of their own. A box alone may be one order's page, and is none of these.
 */
export function* readOrderCards(survey: Survey, grids: readonly Grid[]): Work<Grid | undefined> {
  const isList = (grid: Grid) => grid.kind === 'orders' && grid.rows.length > 1 && !isPairs(grid);
  if (grids.some((grid) => grid.kind === 'devices' || isList(grid))) return undefined;
  const others = grids.filter(({ kind, rows }) => kind !== 'orders' && rows.length > 0);
  const numbers = survey.texts.flatMap(({ node, element }) => {
    const text = /\d{3}/.test(node.data) ? numberIn(foldSpaces(node.data)) : undefined;
    return text !== undefined && isShown(element) && !others.some((grid) => flatContains(grid.element, element))
      ? [{ text, element }]
      : [];
  });
  const forms = new Map<string, Said[]>();
  for (const one of numbers) {
    const form = formOf(one.text);
    forms.set(form, [...(forms.get(form) ?? []), one]);
  }
  yield;
  const lists: Grid[] = [];
  for (const anchors of forms.values()) {
    const list = yield* readList(anchors, survey);
    if (list !== undefined) lists.push(list);
  }
  return lists.length === 1 ? lists[0] : undefined;
}

/** An order's number as it stands alone, or behind its label. */
const NUMBER = /^(?=.*\d{3})#?[A-Z]{0,5}[-/.]?\d[\dA-Z]*(?:[-/.][\dA-Z]+)*$/;

function numberIn(text: string): string | undefined {
  if (text.length > 60 || !/\d{3}/.test(text)) return undefined;
  const [label, inline] = split(text);
  const value = inline !== '' && columnConcepts(label).includes('orderNumber') ? inline : text;
  return NUMBER.test(value) && !looksLikeDate(value) && !/^[\d.,]+$/.test(value.replace(/^\d{4,}$/, ''))
    ? value
    : undefined;
}

/** `HW-2026-004711` and `CX-2026-12` are numbers of one form, `WP480G2` is another. */
const formOf = (number: string): string => number.replace(/[A-Z]+/g, 'A').replace(/\d+/g, '9');

function* readList(anchors: readonly Said[], survey: Survey): Work<Grid | undefined> {
  const texts = new Set(anchors.map(({ text }) => text));
  if (anchors.length < 2 || texts.size !== anchors.length) return undefined;
  const boxes = boxesAround(anchors, survey.root);
  const names = new Set(boxes.map(({ localName }) => localName));
  if (names.size > 1 || boxes.some((box, i) => box === anchors[i]?.element)) return undefined;
  const inside = new Map<Element, Printed[]>(boxes.map((box) => [box, []]));
  for (const [i, printed] of survey.texts.entries()) {
    if (i % 200 === 199) yield;
    if (!isShown(printed.element)) continue;
    for (let up: Element | null = printed.element; up !== null; up = flatParent(up)) inside.get(up)?.push(printed);
  }
  const cards: Card[] = [];
  for (const [i, box] of boxes.entries()) {
    const card = readBox(box, anchors[i] ?? { text: '', element: box }, inside.get(box) ?? [], survey);
    if (card === undefined || card.size < 4 || !(card.has('status') || card.has('shipmentDate'))) return undefined;
    cards.push(card);
    yield;
  }
  const concepts = new Set(cards.flatMap((card) => [...card.keys()]));
  return gridKind(concepts) === 'orders' ? cardGrid('orders', boxes, cards) : undefined;
}

/** The largest parts of the page that hold one of the numbers each. */
function boxesAround(anchors: readonly Said[], root: Element): Element[] {
  const held = new Map<Element, number>();
  for (const { element } of anchors)
    for (let up: Element | null = element; up !== null && up !== root; up = flatParent(up))
      held.set(up, (held.get(up) ?? 0) + 1);
  return anchors.map(({ element }) => {
    let box = element;
    for (let up = flatParent(box); up !== null && held.get(up) === 1; up = flatParent(up)) box = up;
    return box;
  });
}

/** What a box says of its order. `undefined`: it is another thing's, or its number is not the one it has by its label. */
function readBox(box: Element, number: Said, inside: readonly Printed[], survey: Survey): Card | undefined {
  const parts = partsOf(inside);
  const values = new Map<ColumnConcept, Said>();
  const twice = new Set<ColumnConcept>();
  const set = (concept: ColumnConcept, said: Said) => {
    if (values.has(concept) && values.get(concept)?.text !== said.text) twice.add(concept);
    values.set(concept, said);
  };
  const inline = new Set<Element>();
  const rest: Said[] = [];
  const labels = new Set<ColumnConcept>();
  for (const part of parts) {
    const [label, value] = split(part.text);
    const concepts = columnConcepts(label);
    for (const concept of concepts) labels.add(concept);
    if (concepts.length === 0 || parseOrderState(part.text) !== 'unknown') rest.push(part);
    else if (part.text.includes(':') && (value !== '' || partsIn(parts, part.element) > 1)) {
      inline.add(part.element);
      const concept = COLUMNS.find((one) => concepts.includes(one));
      if (concept !== undefined && value !== '') set(concept, { text: value, element: part.element });
    }
  }
  if (FOREIGN.some((concept) => labels.has(concept))) return undefined;
  let pairs = 0;
  for (const part of parts) {
    const concept = COLUMNS.find((one) => columnConcepts(part.text).includes(one));
    const value = concept === undefined || inline.has(part.element) ? undefined : boxedWith(part, parts, box);
    if (concept === undefined || value === undefined) continue;
    // "Location" is a rental in French, and a place in English.
    if (
      columnConcepts(value.text).length === 0 ||
      (concept === 'status' && parseOrderState(value.text) !== 'unknown') ||
      (concept === 'contract' && parseContract(value.text) !== 'unknown')
    ) {
      set(concept, value);
      pairs += 1;
    }
  }
  const states = new Set([values.get('status')?.text]);
  // A label that stands alone in its box where others have their values in theirs has none.
  const apart =
    pairs > 1 ? [] : inside.filter(({ node, element }) => !inline.has(element) && !states.has(foldSpaces(node.data)));
  const controls = survey.controls.filter((control) => flatContains(box, control));
  for (const [concept, text] of findFacts({ ...survey, root: box, texts: apart, controls }, []).values)
    if (!values.has(concept) && !isLabelled(text)) set(concept, { text, element: box });
  for (const concept of twice) values.delete(concept);
  if (twice.has('orderNumber') || (values.has('orderNumber') && values.get('orderNumber')?.text !== number.text))
    return undefined;
  values.set('orderNumber', number);
  const told = new Set([...values.values()].map(({ text }) => text));
  const only = (concept: ColumnConcept, fits: (text: string) => boolean) => {
    const [one, ...more] = rest.filter(({ text }) => !told.has(text) && fits(text));
    if (one !== undefined && more.length === 0 && !values.has(concept) && !labels.has(concept))
      values.set(concept, one);
  };
  only('status', (text) => parseOrderState(text) !== 'unknown');
  only('contract', (text) => parseContract(text) !== 'unknown');
  // Which of its dates an unnamed one is, tells the name of the other.
  if (labels.has('shipmentDate')) only('date', looksLikeDate);
  const total = totalOf(parts, rest);
  if (total !== undefined && !values.has('total')) values.set('total', total);
  return values;
}

const COLUMNS = COLUMNS_OF.orders;
/** What no order's box has by a label. */
const FOREIGN: readonly ColumnConcept[] = ['serial', 'mac', 'invoiceNumber', 'dueDate', 'stock'];

const isLabelled = (text: string): boolean => {
  const [label, value] = split(text);
  return value !== '' && columnConcepts(label).length > 0;
};

/** The one text that stands with a label in a box of their own. */
function boxedWith(label: Said, parts: readonly Said[], box: Element): Said | undefined {
  for (let up = flatParent(label.element); up !== null && up !== box; up = flatParent(up)) {
    const area = up;
    const [other, ...more] = parts.filter((part) => part !== label && flatContains(area, part.element));
    if (other !== undefined) return more.length === 0 ? other : undefined;
  }
  return undefined;
}

/** Texts as they read: frameworks cut one into several nodes, pages put several into one. */
function partsOf(texts: readonly Printed[]): Said[] {
  const said: { text: string; element: Element }[] = [];
  for (const { node, element } of texts) {
    const last = said.at(-1);
    if (last?.element === element) last.text += node.data;
    else said.push({ text: node.data, element });
  }
  return said.flatMap(({ text, element }) =>
    foldSpaces(text)
      .split(/\s[·•|]\s/)
      .map((part) => ({ text: part.trim(), element }))
      .filter((part) => /[\p{L}\p{N}]/u.test(part.text)),
  );
}

const partsIn = (parts: readonly Said[], element: Element): number =>
  parts.filter((part) => part.element === element).length;

const isAmount = (text: string): boolean =>
  looksLikeMoney(text) && /\d/.test(text) && /\p{Sc}|\b[A-Z]{3}\b/u.test(text);

/** The amount of the box that is called its total, else the one amount in it that is not called otherwise. */
function totalOf(parts: readonly Said[], rest: readonly Said[]): Said | undefined {
  const amounts = rest.filter(({ text }) => isAmount(text));
  const [one, ...more] = amounts;
  if (one === undefined || more.length > 0) {
    const named = amounts.filter((amount) => nameOf(parts, amount)?.includes('total') === true);
    return named.length === 1 ? named[0] : undefined;
  }
  const name = nameOf(parts, one);
  return name === undefined || name.length === 0 || name.includes('total') || name.includes('amount') ? one : undefined;
}

/** What stands right before a text, where that is a label. */
function nameOf(parts: readonly Said[], said: Said): readonly ColumnConcept[] | undefined {
  const before = parts[parts.indexOf(said) - 1];
  return before === undefined || parseOrderState(before.text) !== 'unknown'
    ? undefined
    : columnConcepts(before.text.replace(/\s*:$/, ''));
}
