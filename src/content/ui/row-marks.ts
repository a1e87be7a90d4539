import { type BadgeTone, badgePlace, createBadge } from './badge.ts';

/** A mark in a row's cell: what it says, and of what. */
export interface MarkWords {
  readonly key: string;
  readonly tone: BadgeTone;
  readonly words: string;
}

interface Mark extends MarkWords {
  readonly badge: HTMLElement;
  /** What stood in the cell when it was marked. */
  readonly text: string | null;
}

const marks = new Map<Element, Mark>();

/**
 * Makes a mark for a cell, and touches nothing yet.
 * @param mark `undefined`: none is to stand there.
 * @param beside It takes no room and stands behind the words.
 * @returns what puts it there in place of the one before.
 */
export function makeMark(cell: Element, mark: MarkWords | undefined, beside = false): () => void {
  if (mark === undefined) return () => dropMark(cell);
  const { key, tone, words } = mark;
  const known = marks.get(cell);
  const stands = known?.badge.isConnected === true && known.key === key && known.words === words && known.tone === tone;
  if (stands) return () => {};
  const badge = createBadge(tone, words);
  if (beside) badge.dataset['side'] = 'beside';
  return () => {
    dropMark(cell);
    marks.set(cell, { key, tone, words, badge, text: cell.textContent });
    if (beside) badgePlace(cell).append(badge);
    else badgePlace(cell).prepend(badge);
  };
}

export function dropMark(cell: Element): void {
  marks.get(cell)?.badge.remove();
  marks.delete(cell);
}

export function dropMarks(): void {
  for (const { badge } of marks.values()) badge.remove();
  marks.clear();
}

/** Lets go of cells that are not on the page any more: a list that scrolls makes new ones all the time. */
export function forgetGoneMarks(): void {
  for (const cell of marks.keys()) if (!cell.isConnected) marks.delete(cell);
}

/** A row that is drawn anew for another device must not keep the mark of the one before, not for a frame. */
export function dropStaleMarks(records: readonly MutationRecord[]): void {
  if (marks.size === 0) return;
  for (const { target } of records) {
    let up: Node | null = target;
    for (let depth = 0; up !== null && depth < 5; up = up.parentNode, depth += 1) {
      const mark = up instanceof Element ? marks.get(up) : undefined;
      if (mark === undefined || !(up instanceof Element)) continue;
      if (up.textContent !== mark.text) dropMark(up);
      break;
    }
  }
}
