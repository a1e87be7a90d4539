import { type CustomerRef, nameKey } from '../../core/customer.ts';
import type { PageKind } from '../../core/page-report.ts';
import { type Action, findActions } from './actions.ts';
import { isCartEmpty } from './cart-empty.ts';
import { type Dialog, findDialogs } from './dialogs.ts';
import { flatContains, isShown } from './dom.ts';
import { type FactConcept, type Facts, findFacts, saysOrder } from './facts.ts';
import { type Field, findFields, termsAccepted } from './fields.ts';
import { cellText, type Grid, readGrids, stillStands } from './grid.ts';
import type { GridKind } from './grid-kinds.ts';
import { type HeaderLine, sameLines } from './headers.ts';
import { settled } from './known-names.ts';
import { bodyRows, knownRows, rememberRows } from './known-rows.ts';
import { isPairs } from './order-pairs.ts';
import { readTaught, type Taught } from './profiles.ts';
import { atOnce, type Work } from './slices.ts';
import { isStartPage } from './start-page.ts';
import { surveyWork } from './survey.ts';
import type { ActionConcept } from './vocabulary/actions.ts';
import type { PageWord } from './vocabulary/pages.ts';
import { readTitles } from './whose.ts';
import { pbxOfPage, whosePage } from './whose-page.ts';

/** A page as a person would describe it. */
export interface Page {
  readonly kind: PageKind;
  readonly level: 'customer' | 'pbx' | null;
  readonly confidence: number;
  /** What spoke for it, for the page check. */
  readonly reasons: readonly string[];
  readonly customer: CustomerRef | undefined;
  /** Where nobody is named for certain: who it may be, which only the remembered customers tell. */
  readonly doubt?: Doubt;
  readonly pbx: string | undefined;
  readonly grids: readonly Grid[];
  readonly actions: readonly Action[];
  readonly fields: readonly Field[];
  readonly dialogs: readonly Dialog[];
  readonly shadowRoots: readonly ShadowRoot[];
  /** The page's cart is known to have nothing in it. */
  readonly cartEmpty?: true;
  /** What a taught profile had to do with it. */
  readonly taught?: Taught;
  /** Labelled values; `headed`: the number in the title of one order. */
  readonly facts: Facts & { readonly headed: string | undefined };
}

export type Owned = Pick<Page, 'level' | 'customer' | 'pbx'>;

export interface Doubt {
  readonly names: readonly CustomerRef[];
  /** Who it is not, but if one of them is known, it may be theirs: then it is nobody's. */
  readonly rivals: readonly CustomerRef[];
  /** Who it is where nobody of them is known. */
  readonly otherwise?: CustomerRef | undefined;
  /** The page as one customer's. */
  readonly ownedBy: (customer: CustomerRef) => Owned;
}

interface Evidence {
  readonly grids: ReadonlySet<GridKind>;
  readonly actions: ReadonlySet<ActionConcept>;
  readonly titles: ReadonlySet<PageWord>;
  readonly fields: ReadonlySet<string>;
  readonly passwords: number;
  /** Its lists are a few of what there is. */
  readonly start: boolean;
  /** Kinds of lists that have rows. */
  readonly listed: ReadonlySet<GridKind>;
  /** A list of orders by more than a number and a status, which tickets have too. */
  readonly orderColumns: boolean;
  /** What looks like a list of PBXes may be one of what belongs to them: users, licences. */
  readonly ofPbxes: boolean;
  readonly facts: Facts;
}

type Clue = readonly [weight: number, what: string, holds: (e: Evidence) => boolean];
const grid = (weight: number, kind: GridKind): Clue => [weight, `grid:${kind}`, (e) => e.grids.has(kind)];
const action = (weight: number, concept: ActionConcept): Clue => [
  weight,
  `action:${concept}`,
  (e) => e.actions.has(concept),
];
const title = (weight: number, word: PageWord): Clue => [weight, `title:${word}`, (e) => e.titles.has(word)];
const fact = (weight: number, concept: FactConcept): Clue => [
  weight,
  `fact:${concept}`,
  (e) => e.facts.values.has(concept),
];
const field = (weight: number, concept: string): Clue => [weight, `field:${concept}`, (e) => e.fields.has(concept)];

/** Title and label name one order: what looks like a list of orders then is the pairs of labels and values. */
const isOneOrder = (e: Evidence): boolean => e.titles.has('order-details') && e.facts.ofOrder;

/** What speaks for each kind of page. Weights add up to a confidence of at most 1. */
const CLUES: Readonly<Record<Exclude<PageKind, 'none'>, readonly Clue[]>> = {
  devices: [
    grid(0.5, 'devices'),
    action(0.3, 'convert'),
    action(0.1, 'replaceHwaas'),
    action(0.1, 'cancelHwaas'),
    title(0.2, 'devices'),
  ],
  pbxes: [
    grid(0.7, 'pbxes'),
    title(0.3, 'pbxes'),
    [-0.3, 'what belongs to PBXes', (e) => e.ofPbxes && !e.titles.has('pbxes')],
  ],
  customers: [grid(0.6, 'customers'), title(0.4, 'customers')],
  order: [
    grid(0.5, 'products'),
    field(0.2, 'duration'),
    action(0.1, 'recalculate'),
    action(0.1, 'checkout'),
    // Any shop has something to add.
    [0.1, 'action:add', (e) => e.actions.has('add') && (e.titles.has('order') || e.fields.has('duration'))],
    title(0.2, 'order'),
  ],
  cart: [
    grid(0.4, 'cart'),
    action(0.2, 'recalculate'),
    action(0.2, 'checkout'),
    title(0.3, 'cart'),
    [-0.5, 'grid:products', (e) => e.grids.has('products')],
    // What is ordered beside its cart may be drawn as no list.
    [-0.6, 'products to add', (e) => e.actions.has('add') && (e.titles.has('order') || e.fields.has('duration'))],
  ],
  checkout: [
    field(0.3, 'reference'),
    field(0.2, 'address'),
    [0.3, 'terms', (e) => e.fields.has('termsAccepted')],
    action(0.2, 'confirmOrder'),
    title(0.2, 'checkout'),
  ],
  orders: [
    grid(0.5, 'orders'),
    title(0.3, 'orders'),
    [0.2, 'columns of orders', (e) => e.orderColumns],
    [-0.5, 'one order', (e) => isOneOrder(e) || (e.facts.ofOrder && !e.listed.has('orders'))],
  ],
  'order-details': [
    [0.35, 'an order’s number', (e) => e.titles.has('order-details') || e.facts.ofOrder],
    fact(0.2, 'status'),
    fact(0.2, 'shipmentDate'),
    fact(0.1, 'reference'),
    fact(0.05, 'customer'),
    fact(0.05, 'date'),
    [0.1, 'lines', (e) => e.grids.has('cart') || e.grids.has('products')],
    [
      -0.5,
      'a list of others',
      (e) => !isOneOrder(e) && (['orders', 'invoices', 'devices'] as const).some((kind) => e.listed.has(kind)),
    ],
    action(-0.5, 'recalculate'),
    action(-0.5, 'confirmOrder'),
    action(-0.5, 'add'),
  ],
  'account-balance': [grid(0.5, 'invoices'), title(0.3, 'account-balance'), action(0.3, 'pay')],
  login: [[0.4, 'password', (e) => e.passwords === 1], action(0.4, 'signIn'), [-1, 'a list', (e) => e.grids.size > 0]],
};

/** Against any kind: what a start page shows of it is not all. */
const START: Clue = [-0.5, 'start page', (e) => e.start];

const ENOUGH = 0.55;

/** What is known from the reading before, so that not everything has to be read again. */
export interface Before {
  readonly page: Page;
  /** Whether nothing moved in a list since. */
  readonly untouched: (grid: Grid) => boolean;
}

/** Reads the page that is on show, at once. Costs a pass over it: call it where the page must not change meanwhile. */
export const readPage = (): Page => atOnce(readPageWork());

/** Reads the page that is on show, by what was taught of it where that fits. */
export const readPageWork = (before?: Before): Work<Page> => readTaught(() => readOnce(before));

/** Reads it by the words that are in use: its lists row by row, everything else in one pass over what is no row. */
export function* readOnce(before?: Before): Work<Page> {
  const root = document.body;
  const [known, body] = [knownRows(), bodyRows()];
  const heads = yield* surveyWork(root, (element) => known(element) || body(element));
  const grids = (yield* readGrids(heads, (header) => keptGrid(header, before))).filter(
    (g) => !isPairs(g) && !isForm(g),
  );
  for (const g of grids) if (g.reader !== 'cards') rememberRows(g);
  const frame = yield* surveyWork(root, knownRows());
  const shadowRoots = [...heads.shadowRoots, ...frame.shadowRoots];
  yield;
  const dialogs = findDialogs(frame);
  yield;
  const columns = grids.flatMap((g) => g.header.cells.map((cell) => cell.element));
  // A header that sorts its column when pressed is no way to a page of that name.
  const actions = findActions(frame).filter(({ element }) => !columns.some((column) => flatContains(column, element)));
  // What is around boxes without a header may hold the whole order.
  const lists = grids.flatMap((g) => (g.reader === 'cards' ? g.rows.flatMap((row) => row.elements) : [g.element]));
  yield;
  const facts = findFacts(frame, lists);
  yield;
  const fields = findFields(frame, lists).filter(({ control }) => control !== undefined || !facts.askew);
  yield;
  const names = { pbxNames: yield* pbxNames(grids), pbxLevel: actions.some((a) => a.concept === 'cancelHwaas') };
  const titles = readTitles(frame, grids[0]?.header.cells[0]?.element, names);
  const evidence: Evidence = {
    grids: new Set(grids.map((g) => g.kind)),
    actions: new Set(actions.map((a) => a.concept)),
    titles: titles.words,
    fields: new Set<string>([
      ...fields.map((f) => f.concept),
      ...(termsAccepted(frame, lists) === undefined ? [] : ['termsAccepted']),
    ]),
    passwords: frame.controls.filter(isPassword).length,
    start: grids.length > 0 && isStartPage(root),
    listed: new Set(grids.filter((g) => g.rows.length > 0).map((g) => g.kind)),
    orderColumns: grids.some(hasOrderColumns),
    ofPbxes: grids.some(isOfPbxes),
    facts,
  };
  const { kind, confidence, reasons } = judge(evidence);
  const { certain, maybe } = whosePage(titles, fields, grids);
  const owned = (customer: CustomerRef | undefined, named: readonly CustomerRef[]): Owned => {
    const titled = titles.pbxOf(named);
    const pbx = kind === 'devices' && names.pbxLevel ? pbxOfPage(titles, titled, customer, fields) : titled;
    return {
      level: kind === 'devices' ? (names.pbxLevel || pbx !== undefined ? 'pbx' : 'customer') : null,
      customer,
      pbx,
    };
  };
  return settled({
    kind,
    ...owned(certain, titles.customers),
    ...(maybe.names.length === 0 ? {} : { doubt: { ...maybe, ownedBy: (customer) => owned(customer, [customer]) } }),
    confidence,
    reasons,
    grids,
    actions,
    fields,
    dialogs,
    shadowRoots,
    ...(isCartEmpty(frame, grids, actions) && { cartEmpty: true }),
    facts: { ...facts, headed: titles.order },
  });
}

/** The list as it was read before, under the same header, if nothing moved in it. */
function* keptGrid(header: HeaderLine, before: Before | undefined): Work<Grid | undefined> {
  const grid = before?.page.grids.find(({ header: { cells } }) => cells[0]?.element === header.cells[0]?.element);
  if (grid === undefined || grid.rows.length === 0 || before?.untouched(grid) !== true) return undefined;
  return sameLines(grid.header, header) && (yield* stillStands(grid)) ? grid : undefined;
}

/** PBXes that the rows of Devices name. */
function* pbxNames(grids: readonly Grid[]): Work<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const grid of grids)
    if (grid.kind === 'devices')
      for (const [i, row] of grid.rows.entries()) {
        if (i % 100 === 99) yield;
        const name = cellText(grid, row, 'pbx');
        if (name !== undefined) names.add(nameKey(name));
      }
  return names;
}

function judge(evidence: Evidence): Pick<Page, 'kind' | 'confidence' | 'reasons'> {
  const scores = (Object.keys(CLUES) as (keyof typeof CLUES)[])
    .map((kind) => {
      const clues = [...CLUES[kind], START].filter(([, , holds]) => holds(evidence));
      return {
        kind,
        confidence: clues.reduce((sum, [weight]) => sum + weight, 0),
        reasons: clues.map(([, what]) => what),
      };
    })
    .toSorted((a, b) => b.confidence - a.confidence);
  const [best, second] = scores;
  const doubtful =
    best === undefined ||
    best.confidence < ENOUGH ||
    (second !== undefined && best.confidence - second.confidence < 0.05);
  if (doubtful)
    return {
      kind: 'none',
      confidence: round(1 - (best?.confidence ?? 0)),
      reasons: best === undefined ? [] : [`best:${best.kind}`, ...best.reasons],
    };
  return { kind: best.kind, confidence: round(best.confidence), reasons: best.reasons };
}

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** `PBX [choice] Subscription [choice]`, side by side, are no list: what is chosen from is not a row's own name or term. */
const isForm = ({ kind, header, rows }: Grid): boolean =>
  (kind === 'pbxes' || kind === 'customers') &&
  rows.length <= 1 &&
  header.cells.every(({ concepts, element }, i) => concepts.length === 0 || hasChoice(element, rows[0]?.cells[i]));

const hasChoice = (...parts: (Element | undefined)[]): boolean =>
  parts.some((part) => part !== undefined && (part.matches(CHOICE) || part.querySelector(CHOICE) !== null));
const CHOICE = 'select,[role=combobox],[aria-haspopup=listbox]';

/** Two rows or more for each PBX, or names beside PBXes without a term. */
function isOfPbxes(grid: Grid): boolean {
  if (grid.kind !== 'pbxes' || grid.rows.length === 0) return false;
  const has = (concept: 'name' | 'pbx' | 'term') => grid.columns.get(concept)?.state === 'ok';
  if (has('name') && has('pbx') && !has('term')) return true;
  const names = grid.rows.map((row) => cellText(grid, row, 'name') ?? cellText(grid, row, 'pbx') ?? '');
  return names.length > 1 && new Set(names).size * 2 <= names.length;
}

/** Columns that only orders have, or a number that says of itself that it is an order's. */
const hasOrderColumns = ({ kind, header }: Grid): boolean =>
  kind === 'orders' &&
  header.cells.some(
    ({ concepts, element }) =>
      concepts.includes('shipmentDate') ||
      concepts.includes('contract') ||
      (concepts.includes('orderNumber') && saysOrder(element.textContent ?? '')),
  );

const isPassword = (element: Element): boolean =>
  element instanceof HTMLInputElement && element.type === 'password' && isShown(element);

/** The page's one list of a kind; `twice` where there are several. */
export function oneGrid(page: Page, kind: GridKind): Grid | 'twice' | undefined {
  const fitting = page.grids.filter((g) => g.kind === kind);
  return fitting.length > 1 ? 'twice' : fitting[0];
}
