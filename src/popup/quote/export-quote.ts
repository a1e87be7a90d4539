import { decimalOf } from '../../core/money/money.ts';
import { language, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import type { Sheet } from './QuoteSheet.tsx';
import { type QuoteCell, type QuoteTable, quoteTable } from './quote-table.ts';

export type Format = 'csv' | 'xlsx';

/** Saves the sheet's table. Gives what to say of it. */
export async function exportQuote(sheet: Sheet, format: Format): Promise<string> {
  const table = quoteTable(sheet);
  const file = await (format === 'csv' ? csv(table) : xlsx(table));
  saveFile(`${t('quote_file')}-${new Date().toISOString().slice(0, 10)}.${format}`, file);
  return plural('quote_saved', sheet.basis.draft.lines.length);
}

// What writes a file is loaded when one is written.
async function csv({ header, rows }: QuoteTable): Promise<Blob> {
  const { csvText, separatorOf } = await import('../history/write-csv.ts');
  const separator = separatorOf(language());
  const text = (cell: QuoteCell): string | undefined => {
    if (typeof cell !== 'object') return cell === undefined ? undefined : String(cell);
    const decimal = decimalOf(cell);
    return separator === ';' ? decimal.replace('.', ',') : decimal;
  };
  return new Blob([csvText({ header, rows: rows.map((row) => row.map(text)) }, separator)], {
    type: 'text/csv;charset=utf-8',
  });
}

async function xlsx(table: QuoteTable): Promise<Blob> {
  const { quoteXlsx } = await import('./write-quote-xlsx.ts');
  return quoteXlsx(table, t('quote_heading'), document.documentElement.dir === 'rtl');
}
