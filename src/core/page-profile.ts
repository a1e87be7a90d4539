import * as v from 'valibot';
import { nameKey } from './customer.ts';

/** Version of a profile's form. A file of a later one is refused, not read in part. 2 added invoices and words of values. */
export const PROFILE_VERSION = 2;
const PROFILE_VERSIONS = [1, PROFILE_VERSION] as const;

/** The pages that can be taught, and of each the columns and buttons, those it cannot do without first. */
export const TEACHABLE = {
  devices: {
    needed: [['serial', 'mac'], ['contract']],
    columns: ['serial', 'contract', 'pbx', 'mac', 'model', 'purchased', 'expiration'],
    actions: ['convert', 'agree', 'cancel'],
  },
  pbxes: { needed: [['name'], ['term'], ['expiration']], columns: ['name', 'term', 'expiration'], actions: [] },
  customers: { needed: [['customer', 'name']], columns: ['customer', 'name'], actions: [] },
  order: {
    needed: [['product', 'sku'], ['stock']],
    columns: ['product', 'stock', 'sku', 'price', 'quantity'],
    actions: ['recalculate', 'checkout'],
  },
  cart: {
    needed: [['product', 'sku'], ['quantity']],
    columns: ['product', 'quantity', 'sku', 'price', 'discount', 'total'],
    actions: ['recalculate', 'checkout'],
  },
  orders: {
    needed: [['orderNumber', 'reference'], ['status']],
    columns: ['orderNumber', 'status', 'date', 'reference', 'customer', 'contract', 'total', 'shipmentDate'],
    actions: [],
  },
  'account-balance': {
    needed: [['invoiceNumber'], ['dueDate'], ['amount']],
    columns: ['invoiceNumber', 'dueDate', 'amount', 'date', 'status'],
    actions: [],
  },
} as const satisfies Record<string, Teachable>;

interface Teachable {
  /** Any one of each group. */
  readonly needed: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly actions: readonly string[];
}

export type TeachablePage = keyof typeof TEACHABLE;
export const TEACHABLE_PAGES = Object.keys(TEACHABLE) as readonly TeachablePage[];
export type TaughtColumnConcept = (typeof TEACHABLE)[TeachablePage]['columns'][number];
export type TaughtActionConcept = (typeof TEACHABLE)[TeachablePage]['actions'][number];

/** Every column and every button that some page can be taught. */
export const TAUGHT_COLUMNS = [...new Set(TEACHABLE_PAGES.flatMap((page) => [...TEACHABLE[page].columns]))];
export const TAUGHT_ACTIONS = [
  ...new Set<TaughtActionConcept>(TEACHABLE_PAGES.flatMap((page) => [...TEACHABLE[page].actions])),
];

/** A printed label; longer ones are no labels. */
const Label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const Small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

/** Where a column stands that prints no word: its place among so many, counted from the line's start, and what marks it. */
const Place = v.strictObject({ index: Small, of: Small, mark: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/)) });
export type Place = v.InferOutput<typeof Place>;

const TaughtColumn = v.pipe(
  v.strictObject({
    concept: v.picklist(TAUGHT_COLUMNS),
    label: v.optional(Label),
    place: v.optional(Place),
  }),
  v.check(({ label, place }) => (label === undefined) !== (place === undefined), 'either a label or a place'),
  v.check(({ place }) => place === undefined || place.index < place.of, 'the place is outside of the line'),
);
export type TaughtColumn = v.InferOutput<typeof TaughtColumn>;

/** `pointed`: it was there when it was taught; one that is only named (a dialog's) may be absent. */
const TaughtAction = v.strictObject({ concept: v.picklist(TAUGHT_ACTIONS), label: Label, pointed: v.boolean() });
export type TaughtAction = v.InferOutput<typeof TaughtAction>;

/** Words of the title line: those that name the page, and fixed ones beside them that are nobody's name. */
const TaughtTitle = v.strictObject({ label: Label, means: v.picklist(['page', 'other']) });
export type TaughtTitle = v.InferOutput<typeof TaughtTitle>;

/** What WMP prints in the column of contract types, and how a device with that word is provided. */
const TaughtValue = v.strictObject({
  label: v.pipe(Label, v.regex(/\p{L}/u)),
  means: v.picklist(['capex', 'hwaas', 'rental']),
});
export type TaughtValue = v.InferOutput<typeof TaughtValue>;

/** Whether words of a page's values can be taught: those of its column of contract types. */
export const hasTeachableValues = (page: TeachablePage): boolean =>
  (TEACHABLE[page].columns as readonly string[]).includes('contract');

/** The least version that can hold what was taught, so that an older installation still takes what it knows. */
export const versionFor = ({
  page,
  values = [],
}: {
  page: TeachablePage;
  values?: readonly TaughtValue[] | undefined;
}): 1 | 2 => (page === 'account-balance' || values.length > 0 ? PROFILE_VERSION : 1);

const differ = (texts: readonly string[]): boolean => new Set(texts.map(nameKey)).size === texts.length;

/**
 * What a partner taught of one page: words, and where there are none, places. It adds to the built-in vocabulary and never
 * overrides it; it holds nothing of a customer.
 */
export const PageProfile = v.pipe(
  v.strictObject({
    version: v.picklist(PROFILE_VERSIONS),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
    page: v.picklist(TEACHABLE_PAGES),
    /** Path and hash route, each part that is a number or an id replaced by `*`. */
    route: v.pipe(v.string(), v.maxLength(300)),
    titles: v.pipe(v.array(TaughtTitle), v.maxLength(8)),
    columns: v.pipe(v.array(TaughtColumn), v.maxLength(20)),
    actions: v.pipe(v.array(TaughtAction), v.maxLength(12)),
    values: v.optional(v.pipe(v.array(TaughtValue), v.minLength(1), v.maxLength(12))),
  }),
  v.check(
    ({ titles, columns, actions, values = [] }) => titles.length + columns.length + actions.length + values.length > 0,
    'nothing is taught',
  ),
  v.check(({ version, page, values }) => version >= versionFor({ page, values }), 'more than its version holds'),
  v.check(({ values = [] }) => differ(values.map(({ label }) => label)), 'a word is taught twice'),
  v.check(({ page, values = [] }) => values.length === 0 || hasTeachableValues(page), 'words of another page'),
  v.check(({ columns }) => differ(columns.map(({ concept }) => concept)), 'a column is taught twice'),
  v.check(
    ({ columns }) => differ(columns.map(({ label, place }) => label ?? `#${place?.index}`)),
    'two columns have one header',
  ),
  v.check(({ actions }) => differ(actions.map(({ concept }) => concept)), 'a button is taught twice'),
  v.check(({ actions }) => differ(actions.map(({ label }) => label)), 'two buttons have one label'),
  v.check(
    ({ page, columns }) =>
      columns.every(({ concept }) => (TEACHABLE[page].columns as readonly string[]).includes(concept)),
    'a column of another page',
  ),
  v.check(
    ({ page, actions }) =>
      actions.every(({ concept }) => (TEACHABLE[page].actions as readonly string[]).includes(concept)),
    'a button of another page',
  ),
);
export type PageProfile = v.InferOutput<typeof PageProfile>;

const ID = /^(\d+|[0-9a-f]{8,}(-[0-9a-f]{4,})*|.*\d{3,}.*)$/i;

/** The route of an address with its ids left out: the same for every customer. */
export function routeOf(pathname: string, hash: string): string {
  const route = hash.replace(/^#!?\/?/, '').replace(/[?&].*$/, '');
  return `${withoutIds(pathname)}#${withoutIds(route)}`.slice(0, 300);
}

const withoutIds = (path: string): string =>
  path
    .split('/')
    .map((part) => (ID.test(part) ? '*' : part))
    .join('/');
