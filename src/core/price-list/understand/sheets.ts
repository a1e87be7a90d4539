import type { Table } from '../table.ts';
import { findHeader, type Header, headerByValues } from './header.ts';
import { hasPhrase, normalise } from './normalise.ts';
import { firstTexts } from './surroundings.ts';
import { CAPEX_WORDS, OPEX_WORDS } from './words.ts';

export interface SheetChoice {
  readonly table: Table;
  readonly header: Header;
  /** Names of visible sheets that were as good; the partner should look. */
  readonly alike: readonly string[];
}

const mentions = (text: string, words: readonly string[]): number =>
  words.some((word) => hasPhrase(normalise(text), word)) ? 1 : 0;

/** Whether a sheet is the one of recurring prices: its name counts most, then what stands at its top. */
function relevance(table: Table): number {
  const name = 10 * (mentions(table.name, OPEX_WORDS) - mentions(table.name, CAPEX_WORDS));
  const top = firstTexts(table);
  return name + 3 * (mentions(top, OPEX_WORDS) - mentions(top, CAPEX_WORDS));
}

/**
 * Chooses the sheet with the OpEx list. Hidden sheets are taken only where no visible one has a table: what the author
 * hid is not what the author published.
 */
export function chooseSheet(tables: readonly Table[]): SheetChoice | undefined {
  for (const find of [findHeader, headerByValues]) {
    for (const hidden of [false, true]) {
      const found = tables
        .filter((table) => table.hidden === hidden)
        .flatMap((table) => {
          const header = find(table);
          return header ? [{ table, header, rank: relevance(table) + header.score }] : [];
        })
        .sort((a, b) => b.rank - a.rank);
      const [best, ...others] = found;
      if (!best) continue;
      const alike = others.filter(({ rank }) => rank === best.rank).map(({ table }) => table.name);
      return { table: best.table, header: best.header, alike };
    }
  }
  return undefined;
}
