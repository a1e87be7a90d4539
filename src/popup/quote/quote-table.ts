import { t } from '../../platform/i18n.ts';
import type { Cell, Table } from '../../platform/sheets/table.ts';
import type { Sheet } from './QuoteSheet.tsx';

/** The sheet's table with its sum, for a file. What is not shown on the sheet is not in it. */
export function quoteTable({ basis: { draft }, figures: { quote, duration }, withPurchase }: Sheet): Table {
  const withTerm = duration !== undefined && duration !== 'P1M';
  const pick = <T>(term: T, purchase: T): T[] => [...(withTerm ? [term] : []), ...(withPurchase ? [purchase] : [])];
  const rows = draft.lines.map(({ product, sku, quantity }, i): Cell[] => {
    const line = quote?.lines[i];
    return [product, sku, quantity, line?.unit, line?.perMonth, ...pick(line?.perTerm, line?.purchase)];
  });
  return {
    header: [
      t('quote_column_product'),
      t('quote_column_sku'),
      t('quote_column_quantity'),
      t('quote_column_unit'),
      t('quote_column_month'),
      ...pick(withTerm ? t('quote_column_term', t(`term_${duration}`)) : '', t('quote_column_purchase')),
    ],
    rows: [
      ...rows,
      [t('quote_total'), undefined, undefined, undefined, quote?.perMonth, ...pick(quote?.perTerm, quote?.purchase)],
    ],
  };
}
