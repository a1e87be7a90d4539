import type { InvoiceFacts } from '../../core/records/invoice.ts';
import { moneyColumn } from './amounts.ts';
import type { Grid } from './grid.ts';
import { columnDates, given, orderText, printedName } from './records.ts';
import { parseInvoiceState } from './vocabulary/values.ts';

/** The rows of an Account Balance list. A row without a number is no invoice, and left out. */
export function invoiceRows(grid: Grid): InvoiceFacts[] {
  const date = columnDates(grid, 'date');
  const due = columnDates(grid, 'dueDate');
  const amount = moneyColumn(grid, 'amount');
  return grid.rows.flatMap((row) => {
    const number = printedName(grid, row, 'invoiceNumber');
    if (number === undefined) return [];
    const statusText = orderText(grid, row, 'status');
    return [
      {
        number,
        ...given({ date: date(row), due: due(row), amount: amount(row), statusText }),
        state: parseInvoiceState(statusText ?? ''),
      },
    ];
  });
}
