import { looksLikeDate } from './dates.ts';
import { flatContains, foldSpaces, isShown, readText } from './dom.ts';
import { isShownOnly, labelIds, namedBy, split, textBeside, valueHolder } from './fields.ts';
import { pairedWith } from './own-line.ts';
import type { Survey } from './survey.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';
import { parseOrderState } from './vocabulary/values.ts';

/** What a page says in pairs of a label and its value, as a page about one order does. */
export interface Facts {
  readonly values: ReadonlyMap<FactConcept, string>;
  /** The label of the number says that it is an order's: "Number" alone could be a ticket's. */
  readonly ofOrder: boolean;
  /** What stands nearest to a date's label is no date: on this page nearness tells no values. */
  readonly askew: boolean;
}

interface Fact {
  readonly concept: FactConcept;
  readonly label: string;
  readonly value: string;
  /** It stands beside its label, and nothing ties the two. */
  readonly near: boolean;
}

const WANTED = [
  'orderNumber',
  'date',
  'reference',
  'customer',
  'contract',
  'status',
  'shipmentDate',
  'pbx',
] as const satisfies readonly ColumnConcept[];
export type FactConcept = (typeof WANTED)[number];
/** Whether the label of a number says that it is an order's. */
export const saysOrder = (label: string): boolean =>
  /order|bestell|auftrag|pedido|commande|ordine/.test(labelKey(label));

/**
 * The labelled values outside of lists: what the page itself ties to a label, by name or as a list of pairs, else what stands
 * beside it. A label that stands there with two values has none.
 */
export function findFacts({ texts, controls }: Survey, except: readonly Element[]): Facts {
  const said: Fact[] = [];
  let ofOrder = false;
  const inList = (element: Element) => except.some((area) => flatContains(area, element));
  function add(concept: FactConcept, label: string, value: string | undefined, near = false): void {
    // What stands beside a label of a column is the next label.
    if (value === undefined || (columnConcepts(value).length > 0 && parseOrderState(value) === 'unknown')) return;
    // Nor is the next label with its value: this one has none.
    if (split(value)[1] !== '' && isColumn(value)) return;
    said.push({ concept, label, value, near });
    if (concept === 'orderNumber' && saysOrder(label)) ofOrder = true;
  }
  // A text that cannot be written into and says of itself what it is called.
  const named = controls.filter(
    (control): control is HTMLElement =>
      control instanceof HTMLElement && isFixed(control) && isShown(control) && !inList(control),
  );
  const tied = named.flatMap((control) => [...labelIds(control), ...(isField(control) ? (control.labels ?? []) : [])]);
  for (const control of named) {
    const label = namedBy(control);
    const concept = wantedOf(label);
    if (concept !== undefined)
      add(concept, label, isField(control) ? control.value.trim() || undefined : valueText(control));
  }
  for (const { node, element } of texts) {
    if (node.data.length > 200) continue;
    const [label, inline] = split(foldSpaces(node.data));
    const concept = wantedOf(label);
    if (concept === undefined || !isShown(element) || inList(element)) continue;
    if (inline !== '') add(concept, label, inline);
    else if (!tied.some((other) => flatContains(other, element))) {
      const holder = valueHolder(element);
      const tiedTo = holder ? valueText(holder) : pairedWith(element, texts, isColumn);
      const value = tiedTo ?? (holder ? undefined : textBeside(element, texts, undefined, isLabel));
      add(concept, label, value, tiedTo === undefined);
    }
  }
  // "Shipped" is a date's label, and the state of an order.
  const states = new Set(said.flatMap(({ concept, value }) => (concept === 'status' ? [value] : [])));
  const tiedValues = new Map(said.flatMap(({ concept, value, near }) => (near ? [] : [[value, concept] as const])));
  // What is tied to one label, another is only near to.
  const isOthers = ({ concept, value, near }: Fact) => near && (tiedValues.get(value) ?? concept) !== concept;
  const facts = said.filter((fact) => !states.has(fact.label) && !isOthers(fact));
  // Where a date has something else beside it, each value there is its neighbour's. What only stands near a label does not say on which side.
  const askew = facts.some(
    ({ concept, value, near }) =>
      near &&
      (concept === 'date' || concept === 'shipmentDate') &&
      /[\p{L}\p{N}]/u.test(value) &&
      !looksLikeDate(value) &&
      !isColumn(value),
  );
  const found = new Map<FactConcept, Set<string>>();
  for (const { concept, value, near } of facts)
    if (!(askew && near)) found.set(concept, (found.get(concept) ?? new Set()).add(value));
  const values = [...found].flatMap(([concept, all]) =>
    all.size === 1 ? [[concept, [...all][0] ?? ''] as const] : [],
  );
  return { values: new Map(values), ofOrder, askew };
}

const isField = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;

/** What shows a value and takes none. */
const isFixed = (control: HTMLElement): boolean =>
  isShownOnly(control) ||
  (isField(control) &&
    (control.readOnly || control.disabled) &&
    !['checkbox', 'radio', 'button', 'submit', 'password'].includes(control.type) &&
    control.getAttribute('role') !== 'combobox');

/** Which of the wanted values a label names. */
function wantedOf(label: string): FactConcept | undefined {
  const concepts = columnConcepts(split(label)[0]);
  return WANTED.find((wanted) => concepts.includes(wanted));
}

const isColumn = (text: string): boolean => columnConcepts(split(text)[0]).length > 0;

const isLabel = (text: string): boolean => /[:：]$/.test(text) || wantedOf(text) !== undefined;

const valueText = (holder: Element): string | undefined => {
  const text = foldSpaces(readText(holder));
  return text === '' || text.length > 200 ? undefined : text;
};
