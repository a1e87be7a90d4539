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
 * Puts a mark into a cell, or another one in its place; nothing where it stands there already.
 * @param beside It takes no room and stands behind the words, so that the list need not be laid out anew.
 */
export function putMark(cell: Element, { key, tone, words }: MarkWords, beside = false): void {
  const known = marks.get(cell);
  if (known?.badge.isConnected === true && known.key === key && known.words === words && known.tone === tone) return;
  known?.badge.remove();
  const badge = createBadge(tone, words);
  marks.set(cell, { key, tone, words, badge, text: cell.textContent });
  if (beside) {
    badge.dataset['side'] = 'beside';
    badgePlace(cell).append(badge);
  } else badgePlace(cell).prepend(badge);
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
