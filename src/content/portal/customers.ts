import { type CustomerRef, customerRef } from '../../core/customer.ts';
import type { Grid } from './grid.ts';
import { printedName } from './records.ts';

/** The rows of a Customers list. A name that stands there twice is told twice: nobody can say whose facts are whose. */
export const customerRows = (grid: Grid): CustomerRef[] =>
  grid.rows.flatMap(
    (row) => customerRef(printedName(grid, row, 'customer') ?? printedName(grid, row, 'name') ?? '') ?? [],
  );
