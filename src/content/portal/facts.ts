import { flatContains, foldSpaces, isShown } from './dom.ts';
import { split, textBeside } from './fields.ts';
import type { Survey } from './survey.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';
import { parseOrderState } from './vocabulary/values.ts';

/** What a page says in pairs of a label and its value, as a page about one order does. */
export interface Facts {
  readonly values: ReadonlyMap<FactConcept, string>;
  /** The label of the number says that it is an order's: "Number" alone could be a ticket's. */
  readonly ofOrder: boolean;
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

/** The labelled values outside of lists. A label that stands there with two values has none. */
export function findFacts({ texts }: Survey, except: readonly Element[]): Facts {
  const found = new Map<FactConcept, Set<string>>();
  let ofOrder = false;
  for (const { node, element } of texts) {
    if (node.data.length > 200) continue;
    const [label, inline] = split(foldSpaces(node.data));
    const concepts = columnConcepts(label);
    const concept = WANTED.find((wanted) => concepts.includes(wanted));
    if (concept === undefined || !isShown(element) || except.some((area) => flatContains(area, element))) continue;
    const value = inline === '' ? textBeside(element, texts) : inline;
    // What stands beside a label of a column is the next label.
    if (value === undefined || (columnConcepts(value).length > 0 && parseOrderState(value) === 'unknown')) continue;
    found.set(concept, (found.get(concept) ?? new Set()).add(value));
    if (concept === 'orderNumber' && saysOrder(label)) ofOrder = true;
  }
  const values = [...found].flatMap(([concept, all]) =>
    all.size === 1 ? [[concept, [...all][0] ?? ''] as const] : [],
  );
  return { values: new Map(values), ofOrder };
}
