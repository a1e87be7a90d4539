import { flatParent } from './dom.ts';
import type { Grid } from './grid.ts';
import { pause } from './wait.ts';

/** What the rows say in each of the containers that hold their parts, from top to bottom. */
export type Parts = ReadonlyMap<Element | null, readonly string[]>;

/** Whether parts of rows stand in containers side by side, as where columns stay while others are scrolled. */
export const isSplit = ({ rows }: Grid): boolean => rows.some(({ elements }) => elements.length > 1);

export function partsOf({ rows }: Grid): Parts {
  const parts = new Map<Element | null, string[]>();
  for (const { elements } of rows)
    for (const element of elements) {
      const holder = flatParent(element);
      const said = parts.get(holder);
      if (said === undefined) parts.set(holder, [element.textContent ?? '']);
      else said.push(element.textContent ?? '');
    }
  return parts;
}

const saysSame = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  other !== undefined && one.length === other.length && one.every((text, i) => text === other[i]);

/** Whether rows can be told from each other by what a container says of them: check marks, or names of a few PBXes, tell none. */
const tellsRows = (said: readonly string[]): boolean =>
  said.length > 1 && said.every((text) => /\S/.test(text)) && new Set(said).size === said.length;

/** Looks, a tenth of a second apart. */
const MOST_LOOKS = 12;
const LOOK_MS = 100;
/** So often a container is looked at that may as well say of other rows what it said of those before. */
const ENOUGH_LOOKS = 4;

/**
 * The list once it says the same twice, and none of its containers stayed behind while others went on: columns that stay while the
 * others are scrolled are drawn by themselves, and may follow later. Until then the parts of two rows stand on one line.
 * `undefined`: one of them does not follow.
 */
export async function standing(
  drawn: () => Grid | undefined,
  now: Parts,
  before: Parts | undefined,
  signal: AbortSignal,
): Promise<Grid | undefined> {
  let last = now;
  for (let looks = 1; looks <= MOST_LOOKS; looks += 1) {
    await pause(LOOK_MS, signal);
    const grid = drawn();
    if (grid === undefined) continue;
    const parts = partsOf(grid);
    const stands = [...parts].every(([holder, said]) => saysSame(said, last.get(holder)));
    if (stands && followed(parts, before, looks >= ENOUGH_LOOKS)) return grid;
    last = parts;
  }
  return undefined;
}

function followed(parts: Parts, before: Parts | undefined, patiently: boolean): boolean {
  if (before === undefined) return true;
  const behind = [...parts].filter(([holder, said]) => saysSame(said, before.get(holder)));
  if (behind.length === 0 || behind.length === parts.size) return true;
  return behind.every(([, said]) => !tellsRows(said) && (patiently || said.every((text) => !/\S/.test(text))));
}
