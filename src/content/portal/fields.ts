import {
  type Box,
  boxOf,
  comesBefore,
  flatClosest,
  flatContains,
  flatParent,
  foldSpaces,
  isShown,
  overlap,
  readText,
  readValue,
  textNodes,
} from './dom.ts';
import { CONTROLS, fieldIn, isDrawnChoice, seenPart } from './drawn-choice.ts';
import { type Choices, durationsOffered, type Offered } from './offered.ts';
import { onOwnLine, pairedWith } from './own-line.ts';
import { type Printed, type Survey, surveyed } from './survey.ts';
import { columnConcepts } from './vocabulary/columns.ts';
import { type FieldConcept, fieldConcepts, TERMS_WORDS } from './vocabulary/fields.ts';
import { labelKey } from './vocabulary/label.ts';

/** A form field: its control, or the text that stands in its place where there is nothing to choose. */
export interface Field {
  readonly concept: FieldConcept;
  readonly control: HTMLElement | undefined;
  readonly value: string;
  /** Where its name stands: the label, or the control that carries it. */
  readonly label: Element;
  /** What it is chosen from, where that is all on show; the control then is what holds it. */
  readonly offered?: readonly Offered[];
}

/**
 * The fields there whose labels are known, but none inside `except` (grids have labels of their own). Where two controls, or two fixed
 * texts that differ, have one name, it is not known which is meant, and neither is given.
 */
export function findFields(where: Element | Survey, except: readonly Element[] = []): Field[] {
  const fields = new Map<FieldConcept, Field>();
  const unclear = new Set<FieldConcept>();
  const survey = surveyed(where);
  const controls = survey.controls.flatMap(
    (element) => (element.matches(CONTROLS) && element instanceof HTMLElement && seenPart(element)) || [],
  );
  for (const control of controls) {
    if (except.some((area) => flatContains(area, control))) continue;
    for (const concept of ownConcepts(fieldIn(control)))
      add({ concept, control, value: readValue(control), label: control });
  }
  for (const element of survey.controls) {
    if (!(element instanceof HTMLElement) || !element.matches(GROUPS) || !isShown(element)) continue;
    if (except.some((area) => flatContains(area, element)) || !ownConcepts(element).includes('duration')) continue;
    const choices = durationsOffered(survey.texts, element, undefined, isLabel);
    if (choices === 'unclear') unclear.add('duration');
    else if (choices !== undefined) add(ofChoices(choices, element));
  }
  for (const { node, element } of survey.texts) {
    if (node.data.length > 300) continue;
    const [printed, inline] = split(foldSpaces(node.data));
    const concepts = fieldConcepts(printed);
    const label = concepts.length === 0 ? null : element;
    if (label === null || !isShown(label) || except.some((area) => flatContains(area, label))) continue;
    if (controls.some((control) => control.contains(label))) continue;
    for (const concept of concepts) {
      const field = labelled(concept, label, inline, node);
      if (field !== undefined) add(field);
    }
  }
  return [...fields.values()].filter(({ concept }) => !unclear.has(concept));

  function labelled(concept: FieldConcept, label: Element, inline: string, node: Text): Field | undefined {
    const shown = (value: string | undefined): Field | undefined =>
      value === undefined || value === '' ? undefined : { concept, control: undefined, value, label };
    const holder = valueHolder(label);
    const inHolder = holder && controls.filter((control) => flatContains(holder, control));
    if (inHolder !== undefined && inHolder.length > 1) return undefined;
    const held = holder === undefined || inHolder?.length !== 0 ? '' : foldSpaces(readText(holder));
    const choices = concept === 'duration' && inHolder?.length !== 1 ? choicesOf(node) : undefined;
    if (choices === 'unclear') unclear.add(concept);
    if (choices === 'unclear') return undefined;
    if (choices !== undefined) return ofChoices(choices, label);
    if (held !== '' && inline === '') return held.length > 300 ? undefined : shown(held);
    const control = inHolder?.[0] ?? beside(concept, label, controls, survey.texts, node);
    if (control === 'unclear') return undefined;
    if (control !== undefined) return { concept, control, value: readValue(control), label };
    // Below a column's header stand the values of several.
    if (inline === '' && flatClosest(label, COLUMN_HEADER) !== null) return undefined;
    return shown(inline) ?? shown(pairedWith(label, survey.texts, isName) ?? textBeside(label, survey.texts, node));
  }

  /** The Durations right behind a label, with no field between the two that is chosen from or filled in. */
  function choicesOf(node: Text): Choices | 'unclear' | undefined {
    const choices = durationsOffered(survey.texts, undefined, node, isLabel);
    if (choices === undefined || choices === 'unclear') return choices;
    const [first] = choices.offered;
    const isBetween = (control: Element) =>
      first !== undefined && isShown(control) && comesBefore(node, control) && comesBefore(control, first.element);
    return controls.some(isBetween) || except.some((area) => flatContains(area, choices.element)) ? undefined : choices;
  }

  function add(found: Field): void {
    const field = found.control !== undefined && isShownOnly(found.control) ? { ...found, control: undefined } : found;
    const { concept } = field;
    const known = fields.get(concept);
    if (known === undefined || (known.control === undefined && field.control !== undefined)) fields.set(concept, field);
    else if (known.control === field.control ? known.value !== field.value : field.control !== undefined)
      if (SINGLE.has(concept) || (concept === 'customer' && field.control === undefined))
        // Of an address both the choice and the text may be there: `addressIn` tells which counts.
        unclear.add(concept);
  }
}

const ofChoices = ({ element, offered, chosen }: Choices, label: Element): Field => ({
  concept: 'duration',
  control: element,
  value: chosen?.text ?? '',
  label,
  offered,
});

const COLUMN_HEADER = '[role=columnheader],thead th';

/** What holds choices and may say what they are for. */
const GROUPS = '[role=radiogroup],[role=group],[role=tablist],[role=toolbar],fieldset';

const isLabel = ({ node }: Printed): boolean => fieldConcepts(split(foldSpaces(node.data))[0]).length > 0;

/** Whether a text names a field, or a column elsewhere. */
export const isName = (text: string): boolean =>
  fieldConcepts(split(text)[0]).length > 0 || columnConcepts(split(text)[0]).length > 0;

/** What an order has one of. Whose page it is, other things tell too. */
const SINGLE: ReadonlySet<FieldConcept> = new Set(['duration', 'pbx', 'reference']);

/** What a control says of itself that it asks for. Of the parts that name it (its label, its present value) one counts. */
function ownConcepts(control: HTMLElement): readonly FieldConcept[] {
  const whole = fieldConcepts(namedBy(control));
  if (whole.length > 0) return whole;
  const parts = new Set(labelIds(control).flatMap((element) => fieldConcepts(foldSpaces(element.textContent ?? ''))));
  return parts.size === 1 ? [...parts] : [];
}

/** The elements whose text names a control, but not those inside it, which are its value. */
export function labelIds(control: HTMLElement): Element[] {
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.flatMap((id) => {
    const element = root.getElementById(id);
    return element === null || control.contains(element) ? [] : [element];
  });
}

/** Where a list of pairs or a table has the value of a label: the one `dd` after its `dt`, the `td` after its heading. */
export function valueHolder(label: Element): Element | undefined {
  const term = label.closest('dt');
  const next = (term ?? label.closest('th,td'))?.nextElementSibling;
  if (next == null) return undefined;
  if (term === null) return next.localName === 'td' ? next : undefined;
  return next.localName === 'dd' && next.nextElementSibling?.localName !== 'dd' ? next : undefined;
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
export const isShownOnly = (control: HTMLElement): boolean =>
  control.getAttribute('aria-readonly') === 'true' &&
  control.getAttribute('role') === 'textbox' &&
  !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement);

/** What the page itself says a control is called. */
export function namedBy(control: HTMLElement): string {
  const labelled = labelIds(control)
    .map((element) => element.textContent ?? '')
    .join(' ');
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

/**
 * The control that a label names by itself, else the one that follows it on its line, else the one right below it. None that names
 * itself something else, and none on the line behind another field's label. `unclear`: another text stands between the two, which may be
 * the value of this label, or more of its words.
 */
function beside(
  concept: FieldConcept,
  label: Element,
  controls: readonly HTMLElement[],
  texts: readonly Printed[],
  own: Text,
): HTMLElement | 'unclear' | undefined {
  const named = label.closest('label')?.control;
  const seen = named == null ? undefined : controls.find((control) => control === named || fieldIn(control) === named);
  if (seen !== undefined) return seen;
  const box = boxOf(label);
  const near = controls.flatMap((control) => {
    if (dialogOf(control) !== dialogOf(label) || isNamedOtherwise(fieldIn(control), concept)) return [];
    const other = boxOf(control);
    const gap = behind(label, box, control, other);
    const onLine = overlap(box.top, box.bottom, other.top, other.bottom) > 4 && gap >= -8;
    const under = other.top >= box.bottom - 6 && other.top - box.bottom < 30 && startsUnder(label, box, other);
    if (!onLine && !under) return [];
    return [{ control, onLine, distance: onLine ? gap : 100 + other.top - box.bottom }];
  });
  const [best] = near.filter(({ distance }) => distance < 320).toSorted((a, b) => a.distance - b.distance);
  if (best === undefined || !best.onLine) return best?.control;
  const between = texts.filter(
    ({ node, element }) =>
      node !== own && isBetween(label, own, best.control, node, element) && !isRemark(node, best.control),
  );
  if (between.some(({ node }) => fieldConcepts(split(foldSpaces(node.data))[0]).length > 0)) return undefined;
  return between.length > 0 ? 'unclear' : best.control;
}

/** What lies behind a dialog may stand nearer to a label than its own field. */
const dialogOf = (element: Element): Element | null =>
  flatClosest(element, 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]');

/** Whether a control has a name of its own, as a person reads it, that is not this one. A placeholder is none. */
function isNamedOtherwise(control: HTMLElement, concept: FieldConcept): boolean {
  const label = labelIds(control).length > 0 || control.hasAttribute('aria-label');
  const wrapped = 'labels' in control && ((control as HTMLInputElement).labels?.length ?? 0) > 0;
  return (label || wrapped) && namedBy(control) !== '' && !ownConcepts(control).includes(concept);
}

/** Whether words are printed after a label and before a control, on the line of both. */
function isBetween(label: Element, own: Text, control: HTMLElement, node: Text, element: Element): boolean {
  if (!/[\p{L}\d]/u.test(node.data) || control.contains(node)) return false;
  if (!isBefore(own, node) || !isBefore(node, control) || !isShown(element)) return false;
  const [from, box] = [boxOf(label), boxOf(element)];
  return overlap(from.top, from.bottom, box.top, box.bottom) > 4;
}

/** `Duration (in months)`, the brackets in an element of their own: before a choice they say more of the label, and are no value. */
const isRemark = (node: Text, control: HTMLElement): boolean =>
  /^\([^()]{1,20}\)[:*]?$/u.test(foldSpaces(node.data)) &&
  (control instanceof HTMLSelectElement || isDrawnChoice(fieldIn(control)));

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
 * `isLabel`: a text below that is the next label is no value, however near it is to a value far aside.
 */
export function textBeside(
  label: Element,
  texts: readonly Printed[],
  after?: Node,
  isLabel: (text: string) => boolean = () => false,
): string | undefined {
  const box = boxOf(label);
  let best: { text: string; distance: number; onLine: boolean } | undefined;
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
    const under =
      other.top >= box.bottom - 4 &&
      other.top - box.bottom < 16 &&
      Math.abs(aside) < 12 &&
      (onLine || !isLabel(foldSpaces(node.data)));
    const distance = onLine ? gap : under ? 40 + other.top - box.bottom : Number.POSITIVE_INFINITY;
    if (distance < (best?.distance ?? 200)) best = { text: foldSpaces(node.data), distance, onLine };
  }
  if (best?.onLine) return best.text;
  // What stands below is the next label where a line's value is far away at its other end.
  const far = onOwnLine(label, texts);
  return far === undefined ? best?.text : far.isPair ? far.text : undefined;
}

/** The checkbox of the terms and conditions, where the page has one; those in lists select rows. */
export function termsAccepted(where: Element | Survey, except: readonly Element[] = []): boolean | undefined {
  for (const element of surveyed(where).controls) {
    const native = element instanceof HTMLInputElement && element.type === 'checkbox';
    if (!native && !/^(?:checkbox|switch)$/.test(element.getAttribute('role') ?? '')) continue;
    // A box that is drawn beside its own, which is made invisible for that; in a dialog that was closed nothing of it is seen.
    if (
      ![element, flatParent(element), flatParent(flatParent(element) ?? element)].some(
        (one) => one !== null && isShown(one),
      )
    )
      continue;
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
