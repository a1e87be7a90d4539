import type { List } from '../../shared/list.ts';
import type { Question } from './dialog.ts';

/** A list that stands on the page. */
export interface Drawn {
  /** After its texts changed, and nothing is selected any more. */
  redraw(): void;
}

/** What a framework draws, whatever the page is about. Each of its own widgets that is left out is a plain one. */
export interface Kit {
  list(place: HTMLElement, list: List): Drawn;
  ask?(question: Question): void;
  button?(label: string): HTMLElement;
  /** A choice of one text, the first unless told. */
  choice?(label: string, options: readonly string[], chosen: number): HTMLElement;
}
