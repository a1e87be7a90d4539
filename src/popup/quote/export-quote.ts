import { plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { datedName, type Format, tableFile } from '../../platform/sheets/table-file.ts';
import type { Sheet } from './QuoteSheet.tsx';
import { quoteTable } from './quote-table.ts';

/** Saves the sheet's table. Gives what to say of it. */
export async function exportQuote(sheet: Sheet, format: Format): Promise<string> {
  const table = quoteTable(sheet);
  const look = { name: t('quote_heading'), widths: table.header.map((_, i) => (i < 2 ? 28 : 16)) };
  saveFile(datedName(t('quote_file'), format), await tableFile(format, { ...table, ...look }));
  return plural('quote_saved', sheet.basis.draft.lines.length);
}
