import { isBusy } from './dialogs.ts';
import { flatClosest, flatParent, isShown } from './dom.ts';
import type { Offered } from './offered.ts';
import { readPage } from './page.ts';
import { press } from './press.ts';
import { surveyed } from './survey.ts';
import type { FieldConcept } from './vocabulary/fields.ts';
import { pause, until } from './wait.ts';

/**
 * What came of choosing in a field. `no-control`: there is nothing to choose with; `not-offered`: no choice fits;
 * `several`: more than one does, so none was chosen; `not-taken`: the page went on showing something else.
 */
export type Choosing = 'taken' | 'no-control' | 'not-offered' | 'several' | 'not-taken';

const TRIES = 2;
const OPENS_MS = 1500;
const TAKES_MS = 3000;
/** A page may take a choice back once its server has answered. */
const CALM_MS = 400;

/** Chooses in a field as a person does, and looks afterwards whether the page shows it. Nothing is chosen that is shown already. */
export async function choose(
  concept: FieldConcept,
  fits: (text: string) => boolean,
  signal: AbortSignal,
): Promise<Choosing> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const field = fieldNow(concept);
    if (field?.control === undefined) return 'no-control';
    if (!fits(field.value)) {
      const native = field.control instanceof HTMLSelectElement || field.offered !== undefined;
      const outcome =
        field.offered !== undefined
          ? await chooseOffered(field.offered, fits, signal)
          : field.control instanceof HTMLSelectElement
            ? chooseInSelect(field.control, fits)
            : await chooseInList(field.control, fits, signal);
      // A list that did not open may have lost the press.
      if (outcome === 'not-offered' && !native && attempt < TRIES) continue;
      if (outcome !== 'chosen') return outcome;
    }
    if (await isTaken(concept, fits, signal)) return 'taken';
  }
  return 'not-taken';
}

const fieldNow = (concept: FieldConcept) => readPage().fields.find((field) => field.concept === concept);

async function isTaken(concept: FieldConcept, fits: (text: string) => boolean, signal: AbortSignal): Promise<boolean> {
  const shows = () => {
    const value = fieldNow(concept)?.value;
    return value !== undefined && fits(value) && !isBusy() ? true : undefined;
  };
  if ((await until(shows, TAKES_MS, signal)) === undefined) return false;
  await pause(CALM_MS, signal);
  return (await until(shows, TAKES_MS, signal)) === true;
}

/** The browser draws a select's list outside of the page: its choice is set, and told as the browser tells a person's. */
function chooseInSelect(select: HTMLSelectElement, fits: (text: string) => boolean): Choosing | 'chosen' {
  if (select.disabled) return 'not-offered';
  const options = [...select.options].filter(({ disabled, text }) => !disabled && fits(text));
  const [option] = options;
  if (option === undefined) return 'not-offered';
  if (options.length > 1) return 'several';
  select.focus({ preventScroll: true });
  option.selected = true;
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  return 'chosen';
}

/** Choices that are all on show: the one that fits is pressed. */
async function chooseOffered(
  offered: readonly Offered[],
  fits: (text: string) => boolean,
  signal: AbortSignal,
): Promise<Choosing | 'chosen'> {
  const fitting = offered.filter(({ text, enabled }) => enabled && fits(text));
  const [one] = fitting;
  if (one === undefined) return 'not-offered';
  if (fitting.length > 1) return 'several';
  await press(one.element, signal);
  return 'chosen';
}

/** A list of the page's own: it opens where its field is pressed, or the sign beside it. */
async function chooseInList(
  control: HTMLElement,
  fits: (text: string) => boolean,
  signal: AbortSignal,
): Promise<Choosing | 'chosen'> {
  const before = new Set(choices(fits));
  const opened = () => {
    const now = choices(fits).filter((element) => !before.has(element));
    return now.length > 0 ? now : undefined;
  };
  let found: Element[] | undefined;
  for (const place of [control, besideOf(control)]) {
    if (place === undefined || found !== undefined) continue;
    if (await press(place, signal)) found = await until(opened, OPENS_MS, signal);
  }
  const [choice] = found ?? [];
  if (found === undefined || choice === undefined) {
    closeList(control);
    return 'not-offered';
  }
  if (found.length > 1) {
    closeList(control);
    return 'several';
  }
  await press(choice, signal);
  return 'chosen';
}

/** What is on show in a list to choose from, with words that fit. */
function choices(fits: (text: string) => boolean): Element[] {
  return surveyed(document.body)
    .texts.filter(({ node }) => node.data.length <= 60 && fits(node.data))
    .map(({ element }) => element)
    .filter((element) => isShown(element) && isOffered(element));
}

/** Whether it says of itself that it can be chosen, or floats over the page as an opened list does. */
function isOffered(element: Element): boolean {
  if (flatClosest(element, '[role=option],[role=menuitem],[role=menuitemradio],[role=listbox]') !== null) return true;
  for (let up: Element | null = element; up !== null && up !== document.body; up = flatParent(up)) {
    const { position, zIndex } = getComputedStyle(up);
    if (position === 'fixed' || (position === 'absolute' && Number(zIndex) > 0)) return true;
  }
  return false;
}

/** The sign that opens a list, where it stands beside its field inside the same frame. */
function besideOf(control: HTMLElement): HTMLElement | undefined {
  const frames = [control.parentElement, control.parentElement?.parentElement];
  for (const frame of frames)
    for (const part of frame?.children ?? [])
      if (part instanceof HTMLElement && !part.contains(control) && isShown(part) && part.clientWidth <= 48)
        return part;
  return undefined;
}

function closeList(control: HTMLElement): void {
  const key = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true, composed: true };
  for (const type of ['keydown', 'keyup']) control.dispatchEvent(new KeyboardEvent(type, key));
}
