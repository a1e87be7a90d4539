import { readLines } from './dom.ts';
import { split } from './fields.ts';
import { isCode, isMac, isSerial } from './shapes.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';

/** What may share a cell with something else, and still be told: numbers have forms of their own. */
export type SharedConcept = 'serial' | 'mac' | 'model';

const FORMS: Readonly<Record<'serial' | 'mac', (text: string) => boolean>> = {
  serial: (text) => isSerial(text) && !isMac(text),
  mac: isMac,
};

/** The lines of a cell, and what stands on one of them with a sign between. */
const linesOf = (cell: Element): string[] => readLines(cell).flatMap((line) => line.split(/\s+[·•|/]\s+/));

/**
 * What a cell of several lines says of one concept: the one line that has its form, or the one behind its name. A model stands above
 * its article number. `undefined` where there is none, or another that might be it.
 */
export function lineOf(cell: Element, concept: SharedConcept): string | undefined {
  const lines = linesOf(cell);
  if (lines.length < 2) return undefined;
  if (concept === 'model') {
    const [name, code, ...more] = lines;
    return more.length === 0 && code !== undefined && isCode(code) ? name : undefined;
  }
  const fitting = lines.flatMap((line) => {
    const [label, inline] = split(line);
    const named = inline === '' ? [] : columnConcepts(label);
    const value = named.includes(concept) ? inline : named.length === 0 ? line : '';
    return FORMS[concept](value) ? [value] : [];
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Signs and words between the names of two columns in one header. */
const BETWEEN = /\s*[/|&+,·•]\s*/;

/**
 * What a header names that is called by two names at once, "Serial number / MAC address": only where both have forms of their own, so
 * that the lines below can be told from each other.
 */
export function sharedConcepts(label: string): readonly ColumnConcept[] {
  const named = label.split(BETWEEN).map(columnConcepts);
  const isPair = named.length === 2 && named.every((concepts) => concepts.length > 0);
  const concepts = new Set(isPair ? named.flat() : []);
  return concepts.size === 2 && concepts.has('serial') && concepts.has('mac') ? ['serial', 'mac'] : [];
}
