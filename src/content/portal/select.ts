import { boxOf, elements, flatContains, flatParent } from './dom.ts';
import { solidPair } from './drawing.ts';
import { differentInk, type Ink, inkOf, sameInk } from './ink.ts';
import { checkBox, glyphOf, isBoxless, markCell, markOf } from './mark.ts';
import { deepHit, hitPoint, press } from './press.ts';
import { isStronger, plainCell, type Tint, tintOf } from './row-tint.ts';
import type { GridRow } from './rows.ts';
import { holdHidden, isAligned, partByHand } from './scrollers.ts';
import { pause, until } from './wait.ts';

/** What a row itself says of its selection: a native box, `aria-checked`, `aria-selected`. `undefined`: nothing, or both. */
export function saidSelected(row: GridRow): boolean | undefined {
  const box = checkBox(row);
  if (box instanceof HTMLInputElement) return box.indeterminate ? undefined : box.checked;
  const checked = box?.getAttribute('aria-checked');
  if (checked === 'true' || checked === 'false') return checked === 'true';
  const cell = box === undefined ? markCell(row) : undefined;
  const glyph = cell === undefined ? undefined : glyphOf(cell);
  if (glyph !== undefined) return glyph;
  const said = new Set<string | null>();
  for (const element of row.elements)
    for (const part of [...ancestors(element, 2), ...elements(element)]) said.add(part.getAttribute('aria-selected'));
  return said.has('true') === said.has('false') ? undefined : said.has('true');
}

function ancestors(element: Element, depth: number): Element[] {
  const up = flatParent(element);
  return depth === 0 || up === null ? [] : [up, ...ancestors(up, depth - 1)];
}

/** How a row's mark is drawn, with what is drawn before and after it; how the row itself is, where it has none. */
export function look(row: GridRow): string {
  const mark = markOf(row);
  if (mark === undefined) return isBoxless(row) ? tintOf(row).key : '';
  const parts = [mark, ...mark.querySelectorAll('*'), flatParent(mark)].filter((part) => part instanceof Element);
  return parts
    .flatMap((part) => [undefined, '::before', '::after'].map((pseudo) => drawing(getComputedStyle(part, pseudo))))
    .join('|');
}

const drawing = (style: CSSStyleDeclaration): string =>
  [
    style.content,
    style.backgroundImage,
    style.backgroundPosition,
    style.maskImage,
    style.fill,
    style.stroke,
    style.opacity,
    style.transform,
    style.visibility,
    style.display,
    style.borderTopColor,
  ].join('~');

const inkOfRow = (row: GridRow): Ink | undefined => {
  const cell = checkBox(row) === undefined ? markCell(row) : undefined;
  return cell === undefined ? undefined : inkOf(cell);
};

/**
 * Reads and changes which rows WMP holds selected. A row that says nothing (frameworks often mark only the selected ones)
 * is read by how its mark is drawn, once a row that did say something has taught what that drawing means. Where no row says
 * anything, a press that puts something into an empty box, or takes it out, teaches the two.
 */
export class Selection {
  #looks = new Map<string, boolean | 'both'>();
  #ink: { on: Ink; off: Ink } | undefined;
  /** Rows have boxes: one that has none is not drawn to its end. */
  #boxes = false;

  /** Is told of rows that are to be selected, before they are. */
  meet(rows: readonly GridRow[]): void {
    this.#boxes ||= rows.slice(0, MOST_MET).some((row) => !isBoxless(row));
  }

  /** Whether a row is none that could be selected: it has no box, and others have. */
  isWithout(row: GridRow): boolean {
    return this.#boxes && isBoxless(row);
  }

  /** A row, or what it is once it has its box, if others have one. */
  async whole(
    now: GridRow | undefined,
    read: () => GridRow | undefined,
    signal: AbortSignal,
  ): Promise<GridRow | undefined> {
    if (now === undefined || !this.#boxes || !isBoxless(now)) return now;
    const drawn = () => {
      const row = read();
      return row === undefined || isBoxless(row) ? undefined : row;
    };
    return until(drawn, REACTION_MS, signal);
  }

  #learn(drawn: string, selected: boolean): void {
    if (drawn === '') return;
    const known = this.#looks.get(drawn);
    this.#looks.set(drawn, known === undefined || known === selected ? selected : 'both');
  }

  /** Learns of a row that says it is selected now and said nothing before, when it was drawn like `before`. */
  learnFrom(before: string, row: GridRow): void {
    this.#learn(before, false);
    this.#learn(look(row), true);
  }

  /** `undefined` where it cannot be told. */
  state(row: GridRow): boolean | undefined {
    const said = saidSelected(row);
    if (said !== undefined) return said;
    if (this.#ink !== undefined) {
      const ink = inkOfRow(row);
      if (ink === undefined || ink.coming) return undefined;
      return sameInk(ink, this.#ink.on) ? true : sameInk(ink, this.#ink.off) ? false : undefined;
    }
    const drawn = this.#looks.get(look(row));
    return typeof drawn === 'boolean' ? drawn : undefined;
  }

  /**
   * Makes WMP hold a row selected, or not. Looks before it presses, presses at most twice, and looks whether it worked.
   * Of a row whose state cannot be told, one press may teach it: only if the row then says what it is.
   * @param read gives the row as it is now: a framework may draw it anew.
   * @returns `false` where WMP did not react, or where the state cannot be read.
   */
  async set(read: () => GridRow | undefined, wanted: boolean, signal: AbortSignal): Promise<boolean> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const row = await this.whole(read(), read, signal);
      if (row === undefined) return false;
      const before = this.state(row);
      if (before === wanted) return true;
      const saidBefore = saidSelected(row);
      await until(() => inkOfRow(row)?.coming !== true || undefined, REACTION_MS, signal);
      const [drawn, ink] = [look(row), inkOfRow(row)];
      const tint = markOf(row) === undefined && isBoxless(row) ? tintOf(row) : undefined;
      const letGo = holdHidden(row);
      const target = await broughtNear(row, signal);
      if (target === undefined) return false;
      // A list may draw its rows anew while one of them is brought into view, and use what it has for others.
      if (read()?.elements[0] !== row.elements[0]) {
        letGo();
        continue;
      }
      // Where rows themselves are pressed, each would take the place of the one before.
      const pressed = await press(target, signal, { ctrlKey: tint !== undefined });
      letGo();
      if (!pressed) {
        if (target.isConnected) return false;
        continue;
      }
      const after = await until(
        () => this.#changed(read(), before, ink, tint) ?? fellSilent(read(), saidBefore, drawn),
        REACTION_MS,
        signal,
      );
      if (after === undefined) {
        if (before === undefined) return false;
        continue;
      }
      // What it says and how it is drawn do not change in the same instant.
      await pause(SETTLE_MS, signal);
      this.#learn(drawn, !after);
      const settled = read();
      if (settled !== undefined && (tint !== undefined || saidSelected(settled) === after))
        this.#learn(look(settled), after);
      if (after === wanted) return true;
    }
    return false;
  }

  #changed(
    row: GridRow | undefined,
    before: boolean | undefined,
    ink: Ink | undefined,
    tint: Tint | undefined,
  ): boolean | undefined {
    if (row === undefined) return undefined;
    if (before !== undefined) {
      const now = this.state(row);
      return now === before ? undefined : now;
    }
    return saidSelected(row) ?? (tint === undefined ? this.#taught(row, ink) : this.#tinted(row, tint));
  }

  /** What a press did to a row without a mark: one that is selected stands out. Settled once it looks the same twice. */
  #tinted(row: GridRow, before: Tint): boolean | undefined {
    const now = tintOf(row);
    const last = this.#fadingTint;
    this.#fadingTint = now.key;
    if (now.key !== last || now.key === before.key) return undefined;
    return isStronger(now, before) ? true : isStronger(before, now) ? false : undefined;
  }
  #fadingTint: string | undefined;

  /** What a press did to a mark that says nothing; settled once it looks the same twice, since marks fade in. */
  #taught(row: GridRow, before: Ink | undefined): boolean | undefined {
    const now = before === undefined ? undefined : inkOfRow(row);
    const last = this.#fading;
    this.#fading = now;
    if (before === undefined || now === undefined || last === undefined || before.coming || now.coming)
      return undefined;
    if (!differentInk(now, before) || !sameInk(now, last)) return undefined;
    const more = now.amount > before.amount;
    const [fuller, emptier] = more ? [now, before] : [before, now];
    const pair = solidPair(fuller.drawing, emptier.drawing);
    // Where the one with less in it is no empty box, more may as well mean that it is not selected.
    if (pair === 'unclear' || (pair === undefined && emptier.filled)) return undefined;
    // A solid box is the empty one, if the other is that box with a tick cut out.
    const on = pair === 'cut' ? !more : more;
    this.#ink = on ? { on: now, off: before } : { on: before, off: now };
    this.#fading = undefined;
    return on;
  }
  #fading: Ink | undefined;
}

/** Where only selected rows say that they are, one that says nothing any more, and is drawn otherwise, is not. */
const fellSilent = (row: GridRow | undefined, saidBefore: boolean | undefined, drawn: string): false | undefined =>
  saidBefore === true && row !== undefined && saidSelected(row) === undefined && look(row) !== drawn
    ? false
    : undefined;

const placeToPress = (row: GridRow): Element | undefined =>
  markOf(row) ?? (isBoxless(row) ? plainCell(row) : undefined);

/** Whether a row can be pressed where it stands. */
export function isInReach(row: GridRow): boolean {
  const mark = placeToPress(row);
  return mark !== undefined && hitPoint(mark) !== undefined;
}

/** A row's mark, scrolled to where a person would press it, once the other parts of the row have followed. */
async function broughtNear(row: GridRow, signal: AbortSignal): Promise<Element | undefined> {
  const first = placeToPress(row);
  if (first === undefined || hitPoint(first) !== undefined) return first;
  const near = () => {
    const mark = placeToPress(row);
    return mark !== undefined && isAligned(row) && hitPoint(mark) !== undefined ? mark : undefined;
  };
  const bring = (block: 'nearest' | 'center') =>
    (partByHand(row) ?? first).scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  bring('nearest');
  const covered = staysCovered(row);
  const mark = await until(() => near() ?? (covered() ? 'covered' : undefined), COVERED_MS, signal);
  if (mark instanceof Element) return mark;
  // To the middle where a header or a scroll bar lies over the edge.
  bring('center');
  return (await until(near, FOLLOWS_MS, signal)) ?? first;
}

/** Tells, asked again and again, whether a row's mark stays where it stands with something lying over it: then waiting is of no use. */
function staysCovered(row: GridRow): () => boolean {
  let last = '';
  let still = 0;
  return () => {
    const mark = placeToPress(row);
    if (mark === undefined || !mark.isConnected || !isAligned(row)) return false;
    const { left, right, top, bottom } = boxOf(mark);
    const place = `${left} ${top}`;
    still = place === last ? still + 1 : 0;
    last = place;
    const hit = deepHit((left + right) / 2, (top + bottom) / 2);
    return still >= STILL_LOOKS && hit !== null && !flatContains(hit, mark);
  };
}

/** So many rows of a list tell whether its rows have boxes. */
const MOST_MET = 30;
const COVERED_MS = 100;
const STILL_LOOKS = 2;
const FOLLOWS_MS = 600;
const REACTION_MS = 1200;
const SETTLE_MS = 20;
