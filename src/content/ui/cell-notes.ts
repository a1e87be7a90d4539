import { type BadgeTone, badgePlace, createBadge } from './badge.ts';

/** A short remark in a cell, with its words for those who point at it or hear it. */
export interface CellNote {
  readonly tone: BadgeTone;
  readonly words: string;
  readonly text?: string | undefined;
}

/** By kind of remark, since a cell may hold one of each. */
const placed = new Map<string, WeakMap<Element, { readonly said: string; readonly badge: HTMLElement }>>();

/** Puts a remark behind a cell's words, or takes it away; one that stands there still is left. */
export function setCellNote(kind: string, cell: Element, note: CellNote | undefined): void {
  const cells = placed.get(kind) ?? new WeakMap<Element, { said: string; badge: HTMLElement }>();
  placed.set(kind, cells);
  const said = JSON.stringify(note ?? null);
  const known = cells.get(cell);
  if (known?.said === said && (note === undefined || known.badge.isConnected)) return;
  known?.badge.remove();
  cells.delete(cell);
  if (note === undefined) return;
  const badge = createBadge(note.tone, note.words, note.text);
  badge.dataset['side'] = 'after';
  badgePlace(cell).append(badge);
  cells.set(cell, { said, badge });
}
