import { type Box, boxOf, flatContains, flatParent, foldSpaces, isShown, overlap, readText, textNodes } from './dom.ts';
import { type Printed, type Survey, surveyed } from './survey.ts';
import { type FieldConcept, fieldConcepts, TERMS_WORDS } from './vocabulary/fields.ts';
import { labelKey } from './vocabulary/label.ts';

/** A form field: its control, or the text that stands in its place where there is nothing to choose. */
export interface Field {
  readonly concept: FieldConcept;
  readonly control: HTMLElement | undefined;
  readonly value: string;
  /** Where its name stands: the label, or the control that carries it. */
  readonly label: Element;
}

const CONTROLS =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]),select,textarea,[role=combobox],[role=textbox],[contenteditable=true]';

/** The fields there whose labels are known, but none inside `except` (grids have labels of their own). */
export function findFields(where: Element | Survey, except: readonly Element[] = []): Field[] {
  const fields = new Map<FieldConcept, Field>();
  const survey = surveyed(where);
  const controls = survey.controls.filter(
    (element): element is HTMLElement =>
      element.matches(CONTROLS) && element instanceof HTMLElement && isShown(element),
  );
  for (const control of controls) {
    if (except.some((area) => flatContains(area, control))) continue;
    const named = namedBy(control);
    for (const concept of fieldConcepts(named)) add({ concept, control, value: readText(control), label: control });
  }
  for (const { node, element } of survey.texts) {
    if (node.data.length > 300) continue;
    const [printed, inline] = split(foldSpaces(node.data));
    const concepts = fieldConcepts(printed);
    const label = concepts.length === 0 ? null : element;
    if (label === null || !isShown(label) || except.some((area) => flatContains(area, label))) continue;
    for (const concept of concepts) {
      if (fields.has(concept)) continue;
      const control = beside(label, controls);
      if (control !== undefined) add({ concept, control, value: readText(control), label });
      else if (inline !== '') add({ concept, control: undefined, value: inline, label });
      else {
        const text = textBeside(label, survey.texts, node);
        if (text !== undefined) add({ concept, control: undefined, value: text, label });
      }
    }
  }
  return [...fields.values()];

  function add(found: Field): void {
    const field = found.control !== undefined && isShownOnly(found.control) ? { ...found, control: undefined } : found;
    const known = fields.get(field.concept);
    if (known === undefined || (known.control === undefined && field.control !== undefined))
      fields.set(field.concept, field);
  }
}

/**
 * The address as it stands in a form: what is written into a field of its own, where one is on show beside the choice of known
 * ones; else what is chosen. Empty where nothing is written yet; `undefined` where the page asks for none.
 */
export function addressIn(where: Element | Survey, except: readonly Element[] = []): string | undefined {
  const survey = surveyed(where);
  const written = survey.controls.filter(
    (control): control is HTMLInputElement | HTMLTextAreaElement =>
      (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')) &&
      !control.readOnly &&
      control.getAttribute('role') !== 'combobox' &&
      isShown(control) &&
      !except.some((area) => flatContains(area, control)) &&
      fieldConcepts(namedBy(control)).includes('address'),
  );
  const last = written.at(-1);
  return last?.value.trim() ?? findFields(survey, except).find(({ concept }) => concept === 'address')?.value;
}

/** `PBX: Main office` names and answers in one text. */
export function split(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

/** What says of itself that it is a text field but cannot be written into, and is none, shows a value and no more. */
const isShownOnly = (control: HTMLElement): boolean =>
  control.getAttribute('aria-readonly') === 'true' &&
  control.getAttribute('role') === 'textbox' &&
  !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement);

/** What the page itself says a control is called. */
function namedBy(control: HTMLElement): string {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = control.getRootNode() as Document | ShadowRoot;
  const labelled = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const labels =
    'labels' in control
      ? [...((control as HTMLInputElement).labels ?? [])].map((label) => ownText(label, control)).join(' ')
      : '';
  return foldSpaces(
    labelled || (control.getAttribute('aria-label') ?? '') || labels || (control.getAttribute('placeholder') ?? ''),
  );
}

/** A label's text without that of the control it wraps. */
const ownText = (label: Element, control: Element): string =>
  [...textNodes(label)]
    .filter((node) => !control.contains(node))
    .map((node) => node.data)
    .join(' ');

/**
 * How far something stands behind a label on its line; below zero where it stands before it. On a page that is written from right to
 * left, Latin words still run to the right: there what follows in the document counts, on either side.
 */
function behind(label: Element, from: Box, element: Element, box: Box): number {
  if (getComputedStyle(label).direction !== 'rtl') return box.left - from.right;
  return isBefore(label, element) ? Math.max(from.left - box.right, box.left - from.right) : Number.NEGATIVE_INFINITY;
}

/** The control that a label names by itself, else the one that follows it on its line, else the one right below it. */
function beside(label: Element, controls: readonly HTMLElement[]): HTMLElement | undefined {
  const named = label.closest('label')?.control;
  if (named != null && controls.includes(named)) return named;
  const box = boxOf(label);
  const near = controls.flatMap((control) => {
    const other = boxOf(control);
    const gap = behind(label, box, control, other);
    const onLine = overlap(box.top, box.bottom, other.top, other.bottom) > 4 && gap >= -8;
    const under = other.top >= box.bottom - 6 && other.top - box.bottom < 30 && startsUnder(label, box, other);
    if (!onLine && !under) return [];
    return [{ control, distance: onLine ? gap : 100 + other.top - box.bottom }];
  });
  return near.filter(({ distance }) => distance < 320).toSorted((a, b) => a.distance - b.distance)[0]?.control;
}

/** Whether a box lies under the beginning of a label. */
const startsUnder = (label: Element, from: Box, box: Box): boolean =>
  (getComputedStyle(label).direction === 'rtl'
    ? overlap(from.right - 60, from.right, box.left, box.right)
    : overlap(from.left, from.left + 60, box.left, box.right)) > 10;

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** What is pressed is no value. */
const PRESSED = 'button,[role=button],[role=tab],[role=menuitem]';

/**
 * A fixed value in place of a control: the text inside the label's box, else the nearest one that follows it on the same line, or right
 * below. `after`: the label's own text, where its box holds more than one (`Customer: <b>Acme</b>, PBX: <b>Main</b>`).
 */
export function textBeside(label: Element, texts: readonly Printed[], after?: Node): string | undefined {
  const box = boxOf(label);
  let best: { text: string; distance: number } | undefined;
  let nextLabel = false;
  for (const { node, element } of texts) {
    const follows = after === undefined || isBefore(after, node);
    if (element === label && after !== undefined && follows) nextLabel ||= /\p{L}/u.test(node.data);
    if (element === label || element.closest(PRESSED) !== null) continue;
    // `Customer: <b>Acme</b>`: what follows inside the label's own box is nearest, up to the next label.
    if (flatContains(label, element)) {
      if (follows && !nextLabel) return foldSpaces(node.data);
      continue;
    }
    const other = boxOf(element);
    if (other.top >= box.bottom + 16 || other.bottom <= box.top) continue;
    const gap = behind(label, box, element, other);
    const onLine = overlap(box.top, box.bottom, other.top, other.bottom) > 4 && gap >= -2;
    const rtl = getComputedStyle(label).direction === 'rtl';
    const aside = rtl ? other.right - box.right : other.left - box.left;
    const under = other.top >= box.bottom - 4 && other.top - box.bottom < 16 && Math.abs(aside) < 12;
    const distance = onLine ? gap : under ? 40 + other.top - box.bottom : Number.POSITIVE_INFINITY;
    if (distance < (best?.distance ?? 200)) best = { text: foldSpaces(node.data), distance };
  }
  return best?.text;
}

/** The checkbox of the terms and conditions, where the page has one; those in lists select rows. */
export function termsAccepted(where: Element | Survey, except: readonly Element[] = []): boolean | undefined {
  for (const element of surveyed(where).controls) {
    const native = element instanceof HTMLInputElement && element.type === 'checkbox';
    if (!native && element.getAttribute('role') !== 'checkbox') continue;
    if (except.some((area) => flatContains(area, element))) continue;
    const words = labelKey(
      `${namedBy(element as HTMLElement)} ${readText(flatParent(element) ?? element)} ${readText(flatParent(flatParent(element) ?? element) ?? element)}`.slice(
        0,
        600,
      ),
    );
    if (TERMS_WORDS.test(words)) return native ? element.checked : element.getAttribute('aria-checked') === 'true';
  }
  return undefined;
}
