import { customerRef, nameKey } from '../../core/customer.ts';
import { cellText, type Grid } from '../portal/grid.ts';
import type { GridKind } from '../portal/grid-kinds.ts';
import { orderText } from '../portal/records.ts';
import type { GridRow } from '../portal/rows.ts';
import type { ColumnConcept } from '../portal/vocabulary/columns.ts';
import type { ReadRow } from './rows-seen.ts';

/** Lists whose rows are told apart by what is printed in them. */
export type PrintedKind = Extract<GridKind, 'orders' | 'pbxes' | 'customers' | 'products' | 'cart' | 'invoices'>;

type Text = (concept: ColumnConcept) => string | undefined;

/** What tells a row from others. A row that has none of it is no record, and nobody reads it. */
const KEYS: Readonly<
  Record<PrintedKind, (text: Text, isDrawn: (concept: ColumnConcept) => boolean) => string | undefined>
> = {
  orders: (text, isDrawn) => {
    const [number, reference] = [text('orderNumber'), text('reference')];
    // Without the cell of its number a row is not drawn to its end, and is one that is seen with it elsewhere.
    if (number !== undefined || reference === undefined || !isDrawn('orderNumber')) return number;
    return JSON.stringify([reference, text('date')]);
  },
  // Two of one name are two facts.
  pbxes: (text) => {
    const name = text('name') ?? text('pbx');
    return name === undefined ? undefined : JSON.stringify([name, text('term'), text('expiration')]);
  },
  customers: (text) => customerRef(text('customer') ?? text('name') ?? '')?.key,
  products: productKey,
  cart: productKey,
  invoices: (text) => text('invoiceNumber'),
};

function productKey(text: Text): string | undefined {
  const name = text('sku') ?? text('product');
  return name === undefined ? undefined : nameKey(name);
}

const readBefore = new WeakMap<Grid, readonly ReadRow<GridRow>[]>();

/** A list's rows with what they say, so that they can be kept when their elements are drawn anew for others. */
export function printedRows(grid: Grid, kind: PrintedKind): readonly ReadRow<GridRow>[] {
  const known = readBefore.get(grid);
  if (known !== undefined) return known;
  const concepts = [...grid.columns.keys()];
  const rows = grid.rows.map((row) => {
    const said = new Map(
      concepts.flatMap((concept) => {
        const text = cellText(grid, row, concept);
        return text === undefined ? [] : [[concept, text] as const];
      }),
    );
    const item = { ...row, said };
    const isDrawn = (concept: ColumnConcept) => grid.columns.get(concept)?.state !== 'ok' || said.has(concept);
    const key = KEYS[kind]((concept) => orderText(grid, item, concept), isDrawn);
    return { key, print: JSON.stringify([...said]), item };
  });
  readBefore.set(grid, rows);
  return rows;
}
