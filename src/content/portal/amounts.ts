import type { Money } from '../../core/facts.ts';
import { readColumn } from '../../core/money/column.ts';
import { detectCurrency } from '../../core/money/currency.ts';
import type { DecimalMark } from '../../core/money/digits.ts';
import { parseMoney } from '../../core/money/money.ts';
import { boxOf, flatContains, flatParent, foldSpaces, isShown, overlap, textNodes } from './dom.ts';
import { cellText, columnTexts, type Grid } from './grid.ts';
import type { GridRow } from './rows.ts';
import { looksLikeMoney } from './shapes.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';

/** Reads a column of amounts by what the whole column tells: its decimal mark, a currency in its header. */
export function moneyColumn(
  grid: Grid,
  concept: ColumnConcept,
  setting?: DecimalMark,
): (row: GridRow) => Money | undefined {
  const { mark } = readColumn(columnTexts(grid, concept), setting);
  const index = grid.columns.get(concept)?.index;
  const header = index === undefined ? undefined : grid.header.cells[index]?.element.textContent;
  const named = /\(([^)]+)\)|\b([A-Z]{3})\b|(\p{Sc})/u.exec(header ?? '');
  const unit = named === null ? undefined : detectCurrency((named[1] ?? named[2] ?? named[3] ?? '').trim());
  const currency = unit?.kind === 'ok' ? unit.currency : undefined;
  return (row) => {
    const reading = parseMoney(cellText(grid, row, concept) ?? '', { mark, currency });
    return reading.kind === 'ok' ? reading.money : undefined;
  };
}

const TOTAL =
  /^(grand |order |cart )?(total|gesamt(betrag|summe)?|summe|endbetrag|importe total|montant total|totale|importo totale|totaal(bedrag)?)\b/;

/** The total that a page prints for its order: the one amount beside a label that begins with "total". Two make none. */
export function printedTotal(root: Element, except: readonly Element[]): Money | undefined {
  const found = new Map<string, Money>();
  for (const node of textNodes(root)) {
    if (node.data.length > 60 || !TOTAL.test(labelKey(node.data))) continue;
    const label = flatParent(node);
    if (label === null || !isShown(label) || except.some((area) => flatContains(area, label))) continue;
    const money = amountBeside(label, root);
    if (money !== undefined) found.set(JSON.stringify(money), money);
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function amountBeside(label: Element, root: Element): Money | undefined {
  const box = boxOf(label);
  let best: { money: Money; distance: number } | undefined;
  for (const node of textNodes(root)) {
    const text = foldSpaces(node.data);
    if (!looksLikeMoney(text)) continue;
    const element = flatParent(node);
    const other = element === null ? box : boxOf(element);
    if (element === null || overlap(box.top, box.bottom, other.top, other.bottom) < 4 || other.left < box.left)
      continue;
    const reading = parseMoney(text);
    const distance = other.left - box.left;
    if (reading.kind === 'ok' && distance < (best?.distance ?? 900)) best = { money: reading.money, distance };
  }
  return best?.money;
}
