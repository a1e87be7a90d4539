import { boxOf, flatParent, isShown, readValue } from './dom.ts';
import { fieldConcepts } from './vocabulary/fields.ts';

/** What can be filled in or chosen from. */
export const CONTROLS =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),select,textarea,[role=combobox],[role=textbox],[contenteditable=true]';

/** Parts of a choice that is drawn: its field, what shows the choice, the frame of both, and no higher than one line. */
const MOST_FRAMES = 4;
const LINE = 64;

/**
 * Where one types to find a choice, what is chosen may stand beside the field, which then is empty or not even seen: the part of the
 * page that shows it, around that one field alone. `undefined` where it is not certain.
 */
function frameOf(field: HTMLElement): HTMLElement | undefined {
  let frame = flatParent(field);
  for (let depth = 0; frame !== null && depth < MOST_FRAMES; depth += 1, frame = flatParent(frame)) {
    const { top, bottom } = boxOf(frame);
    if (bottom - top > LINE || frame.querySelectorAll(CONTROLS).length > 1) return undefined;
    const text = readValue(frame);
    if (text === '' || !(frame instanceof HTMLElement) || !isShown(frame)) continue;
    // What floats in an empty frame is its label.
    return fieldConcepts(text.split(':')[0] ?? '').length > 0 ? undefined : frame;
  }
  return undefined;
}

/** What is seen of a control: itself, or the frame that shows what was chosen. */
export function seenPart(control: HTMLElement): HTMLElement | undefined {
  const shown = isShown(control) ? control : undefined;
  const isEmptyField = control instanceof HTMLInputElement && isDrawnChoice(control) && control.value.trim() === '';
  return isEmptyField ? (frameOf(control) ?? shown) : shown;
}

/** The control that a frame was drawn around, which is the one that has a name. */
export const fieldIn = (seen: HTMLElement): HTMLElement =>
  seen.matches(CONTROLS) ? seen : (seen.querySelector<HTMLElement>(CONTROLS) ?? seen);

export const isDrawnChoice = (control: HTMLElement): boolean =>
  control.getAttribute('role') === 'combobox' || control.getAttribute('aria-haspopup') === 'listbox';
