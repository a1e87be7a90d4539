/** What a page shows, from the URL's query. */
export interface PageKnobs {
  /** Which of the portal's pages. */
  show?: Shown;
  lang?: Lang;
  rows?: number;
  /** How many PBXes the customer has. */
  pbxes?: number;
  /** Other serial numbers: a device that was converted on one page is not offered on the next. */
  seed?: number;
  /** Seed of the columns' order. */
  shuffle?: number;
  /** Columns and buttons that are not there: `serial`, `convert`, `agree`, … */
  hide?: readonly string[];
  /** Columns that are there without a header. */
  blank?: readonly string[];
  hostile?: boolean;
  /** How the title names the customer. */
  title?: Title;
  /** Rows per page, where the page has pages. */
  paged?: number;
  /** What the question says in place of its own words; `COUNT` is one more than there are, `OTHER` a device that is not among them. */
  asks?: string;
  /** The page's buttons wait in a menu that one of them opens. */
  menu?: boolean;
}

export const SHOWN = ['devices', 'pbxes', 'customers', 'order', 'orders', 'balance'] as const;
export type Shown = (typeof SHOWN)[number];
export const LANGS = ['en', 'de', 'fr', 'it', 'es', 'nl'] as const;
export type Lang = (typeof LANGS)[number];
export const TITLES = ['of', 'slash', 'two', 'dash', 'crumbs', 'none'] as const;
export type Title = (typeof TITLES)[number];
export type Settings = Required<Omit<PageKnobs, 'shuffle'>> & { shuffle: number | null };

export function readKnobs(query: string): Settings {
  const given = new URLSearchParams(query);
  const list = (name: string) => (given.get(name) ?? '').split(',').filter(Boolean);
  const whole = (name: string) => (/^\d+$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined);
  return {
    show: SHOWN.find((shown) => shown === given.get('show')) ?? 'devices',
    lang: LANGS.find((lang) => lang === given.get('lang')) ?? 'en',
    rows: whole('rows') ?? 12,
    pbxes: whole('pbxes') ?? 4,
    seed: whole('seed') ?? 0,
    shuffle: whole('shuffle') ?? null,
    hide: list('hide'),
    blank: list('blank'),
    hostile: given.get('hostile') === '1',
    title: TITLES.find((title) => title === given.get('title')) ?? 'of',
    paged: whole('paged') ?? 10,
    asks: given.get('asks') ?? '',
    menu: given.get('menu') === '1',
  };
}

export const writeKnobs = (knobs: PageKnobs): string =>
  Object.entries(knobs)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `&${name}=${value === true ? 1 : encodeURIComponent([value].flat().join(','))}`)
    .join('');
