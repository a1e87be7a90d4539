/** Who draws the pages. `mui` and `drawn` draw those of an order only: they have no selections and no menus. */
export const SKINS = ['plain', 'ext', 'mui', 'drawn'] as const;
export type SkinName = (typeof SKINS)[number];
export const isSkin = (name: string): name is SkinName => (SKINS as readonly string[]).includes(name);

/** The settings a visitor puts into the URL's query. */
export interface Knobs {
  skin?: SkinName;
  lang?: 'en' | 'de' | 'es' | 'fr' | 'it' | 'nl';
  /** How Intl prints dates. */
  dates?: 'short' | 'medium' | 'long';
  latency?: number;
  rows?: number;
  convertAfter?: number;
  hide?: readonly string[];
  shuffle?: number;
  overdue?: number;
  page?: number;
  /** Of all amounts, printed by its sign alone; `none`: without any. */
  currency?: string;
  /** Where an order is confirmed. */
  checkout?: 'dialog' | 'page';
  faults?: readonly string[];
}

export interface Settings {
  skin: SkinName;
  lang: 'en' | 'de' | 'es' | 'fr' | 'it' | 'nl';
  dates: 'short' | 'medium' | 'long';
  latency: number;
  /** null: as many as there are. */
  rows: number | null;
  convertAfter: number;
  hide: string[];
  shuffle: number | null;
  overdue: number;
  /** Rows per page of the devices grid, 0: all on one. */
  page: number;
  currency: string;
  checkout: 'dialog' | 'page';
  faults: string[];
}

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl'] as const;
const DATES = ['short', 'medium', 'long'] as const;

/** Reads a query string; what it cannot use falls back to the default. */
export function readSettings(query: string): Settings {
  const given = new URLSearchParams(query);
  const list = (name: string) =>
    (given.get(name) ?? '')
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean);
  return {
    skin: SKINS.find((skin) => skin === given.get('skin')) ?? 'plain',
    lang: LANGUAGES.find((l) => l === given.get('lang')) ?? 'en',
    dates: DATES.find((d) => d === given.get('dates')) ?? 'medium',
    latency: whole(given.get('latency'), 0, 60_000) ?? 150,
    rows: whole(given.get('rows'), 0, 20_000),
    convertAfter: whole(given.get('convertAfter'), 0, 600_000) ?? 4000,
    hide: list('hide'),
    shuffle: whole(given.get('shuffle'), 0, 0x7fffffff),
    overdue: whole(given.get('overdue'), 0, 3650) ?? 0,
    page: whole(given.get('page'), 0, 20_000) ?? 0,
    currency: /^([A-Z]{3}|none)$/.exec(given.get('currency') ?? '')?.[0] ?? 'EUR',
    checkout: given.get('checkout') === 'page' ? 'page' : 'dialog',
    faults: list('faults'),
  };
}

/** Writes the query string, without the leading `?`. */
export function writeKnobs(knobs: Knobs): string {
  return Object.entries(knobs)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(
      ([name, value]) =>
        `${name}=${[value]
          .flat()
          .map((v) => encodeURIComponent(String(v)).replaceAll('%3A', ':'))
          .join(',')}`,
    )
    .join('&');
}

function whole(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^\d+$/.test(text)) return null;
  return Math.min(max, Math.max(min, Number(text)));
}
