import { customerRef } from '../../core/customer.ts';
import type { OrderRow } from '../../core/messages/contract.ts';
import { moneyColumn } from './amounts.ts';
import type { Grid } from './grid.ts';
import { given, orderDates, orderText, printedName } from './records.ts';
import { parseContract, parseOrderState } from './vocabulary/values.ts';

/** A sign before an order's number is no part of it: elsewhere it is printed without. */
export const BEFORE_NUMBER = /^[#№]\s*/u;

/** The rows of an Orders list. WMP's own status word stands beside what it is taken to mean. */
export function orderRows(grid: Grid): OrderRow[] {
  const { date, shipmentDate } = orderDates(grid);
  const total = moneyColumn(grid, 'total');
  return grid.rows.flatMap((row) => {
    const number = printedName(grid, row, 'orderNumber')?.replace(BEFORE_NUMBER, '');
    const reference = orderText(grid, row, 'reference');
    if (number === undefined && reference === undefined) return [];
    // A dot in the status's colour is no part of the word.
    const statusText = orderText(grid, row, 'status')?.replace(/^[^\p{L}\p{N}]+/u, '') || undefined;
    const customer = customerRef(printedName(grid, row, 'customer') ?? '');
    return [
      {
        ...given({
          number,
          reference,
          statusText,
          customer,
          date: date(row),
          shipmentDate: shipmentDate(row),
          total: total(row),
        }),
        contract: parseContract(orderText(grid, row, 'contract') ?? ''),
        state: parseOrderState(statusText ?? ''),
      },
    ];
  });
}
