import type { ColumnReading } from './columns.ts';
import { around, boxOf, commonAncestor } from './dom.ts';
import type { Grid } from './grid.ts';
import { COLUMNS_OF, type GridKind } from './grid-kinds.ts';
import { headerCell } from './headers.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';

/** What a box tells by a concept, with where it stands. */
export type CardValues = ReadonlyMap<ColumnConcept, { readonly text: string; readonly element: Element }>;

/** A list of boxes without a header, one for each of `cards`, in the shape of every other list. */
export function cardGrid(kind: GridKind, boxes: readonly Element[], cards: readonly CardValues[]): Grid {
  const concepts = COLUMNS_OF[kind].filter((concept) => cards.some((card) => card.has(concept)));
  const places = concepts.map((concept) => cards.find((card) => card.has(concept))?.get(concept));
  const cells = places.flatMap((place, i) =>
    place === undefined ? [] : [headerCell(place.element, boxOf(place.element), '', concepts.slice(i, i + 1))],
  );
  const missing: ColumnReading = { state: 'missing', header: null, how: 'none' };
  const columns = new Map<ColumnConcept, ColumnReading>(COLUMNS_OF[kind].map((concept) => [concept, missing]));
  for (const [index, concept] of concepts.entries())
    columns.set(concept, { state: 'ok', header: null, how: 'shape', index });
  const element = (boxes.length === 1 ? boxes[0] : commonAncestor(boxes)) ?? document.body;
  return {
    kind,
    element,
    header: { element: boxes[0] ?? element, cells, box: around(cells.map(({ box }) => box)) },
    rows: cards.map((card, i) => ({
      elements: boxes.slice(i, i + 1),
      box: boxOf(boxes[i] ?? element),
      cells: concepts.map((concept) => card.get(concept)?.element),
      said: new Map(concepts.map((concept) => [concept, card.get(concept)?.text ?? ''])),
    })),
    columns,
    reader: 'cards',
    extent: element.scrollHeight,
  };
}
