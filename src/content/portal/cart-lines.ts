import { readDigits } from '../../core/money/digits.ts';
import type { SeenDiscount, SeenLine } from '../../core/rules/discount/seen-lines.ts';
import { moneyColumn } from './amounts.ts';
import { cellText, type Grid } from './grid.ts';
import { isWindowed } from './list-height.ts';
import { oneGrid, type Page } from './page.ts';
import { productRows } from './records.ts';
import type { GridRow } from './rows.ts';

const EMPTY = /^[-–—−/]?$/;
const PERCENT = /^[-−–]?\s*(\d[\d.,]*)\s*%$/;

/**
 * The cart's lines with what each costs, or nothing where one of them cannot be read for certain: a discount may hang on
 * all units of a cart, so a part of it teaches nothing.
 */
export function readCartLines(page: Page): readonly SeenLine[] | undefined {
  const grid = oneGrid(page, 'cart');
  if (grid === undefined || grid === 'twice' || isWindowed(grid)) return undefined;
  if (grid.columns.get('product')?.state !== 'ok' && grid.columns.get('sku')?.state !== 'ok') return undefined;
  const [total, unit] = [moneyColumn(grid, 'total'), moneyColumn(grid, 'price')];
  const discount = discountColumn(grid);
  const lines: SeenLine[] = [];
  const rows = productRows(grid);
  for (const { row, sku, product, quantity } of rows) {
    const money = total(row);
    if (money === undefined || quantity === undefined || quantity < 1) return undefined;
    const name = sku ?? product;
    if (name.length > 200) return undefined;
    lines.push({ sku: name, quantity, total: money, unit: unit(row), discount: discount?.(row) });
  }
  return rows.length > 0 && rows.length === grid.rows.length ? lines : undefined;
}

/** `undefined`: the cart has no such column. */
function discountColumn(grid: Grid): ((row: GridRow) => SeenDiscount) | undefined {
  const { state, header } = grid.columns.get('discount') ?? { state: 'missing', header: null };
  if (state === 'missing') return undefined;
  if (state !== 'ok') return () => ({ kind: 'unreadable' });
  const inPercent = header?.includes('%') ?? false;
  const money = moneyColumn(grid, 'discount');
  return (row) => {
    const text = cellText(grid, row, 'discount');
    if (text === undefined) return { kind: 'unreadable' };
    if (EMPTY.test(text)) return { kind: 'none' };
    const percent = PERCENT.exec(inPercent && !text.endsWith('%') ? `${text}%` : text)?.[1];
    if (percent !== undefined) return percentOf(percent);
    const amount = money(row);
    if (amount === undefined) return { kind: 'unreadable' };
    return amount.amountMinor === 0 ? { kind: 'none' } : { kind: 'amount', money: amount };
  };
}

function percentOf(text: string): SeenDiscount {
  const digits = readDigits(text);
  if (digits.kind !== 'ok') return { kind: 'unreadable' };
  return Number(digits.decimal) === 0 ? { kind: 'none' } : { kind: 'percent', percent: digits.decimal };
}
