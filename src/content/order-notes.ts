import { t } from '../platform/i18n.ts';
import { discountBadge, discountWords, stockBadge, stockWords } from './line-words.ts';
import type { OrderKnowledge } from './order-desk.ts';
import { cartStock } from './order-stocks.ts';
import { cellElement, type Grid } from './portal/grid.ts';
import { oneGrid, type Page } from './portal/page.ts';
import type { GridRow } from './portal/rows.ts';
import { setCellNote } from './ui/cell-notes.ts';

const nameCell = (grid: Grid, row: GridRow): Element | undefined =>
  cellElement(grid, row, 'product') ?? cellElement(grid, row, 'sku');

/** Beside each product, what its stock means for this order (R5). */
export function noteProducts(page: Page, { form, advice }: OrderKnowledge): void {
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice' || advice === undefined) return;
  for (const product of form.products) {
    const cell = nameCell(grid, product.row);
    if (cell === undefined) continue;
    const outlook = advice.stocks.find(({ key }) => key === product.key)?.outlook;
    if (product.stock === undefined)
      setCellNote('stock', cell, { tone: 'unknown', words: t('stock_unreadable'), text: '?' });
    else
      setCellNote(
        'stock',
        cell,
        outlook && {
          tone: outlook.backordered === 0 ? 'yes' : 'unknown',
          words: stockWords(outlook),
          text: stockBadge(outlook),
        },
      );
  }
}

/** Beside each line of the cart, what its stock means, and what more units would do to its discount (R4). */
export function noteCart(page: Page, { form, memory, quote }: OrderKnowledge): void {
  const grid = oneGrid(page, 'cart');
  if (grid === undefined || grid === 'twice' || form.cart === undefined) return;
  const { lines } = cartStock(form, memory);
  for (const [i, line] of form.cart.entries()) {
    const cell = nameCell(grid, line.row);
    if (cell === undefined) continue;
    const stock = lines.find(({ key }) => key === line.key)?.outlook;
    setCellNote(
      'stock',
      cell,
      stock && { tone: stock.backordered === 0 ? 'yes' : 'unknown', words: stockWords(stock), text: stockBadge(stock) },
    );
    const hint = quote?.lines[i]?.hint;
    const text = discountBadge(hint);
    const words = discountWords(quote?.quote?.lines[i], hint).join(' ');
    const place = cellElement(grid, line.row, 'discount') ?? cell;
    setCellNote('discount', place, text === undefined ? undefined : { tone: 'done', words, text });
  }
}
