import type { HistoryFilter } from '../../core/messages/history-contract.ts';
import { type RunTable, runTable } from '../../core/run-table.ts';
import { language, numberText, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { readHistory } from './ask-history.ts';
import { tableWords } from './run-words.ts';

export type Format = 'csv' | 'xlsx';

/** Saves every run that the filter finds, shown or not. Gives what to say of it. */
export async function exportRuns(filter: HistoryFilter, format: Format): Promise<string> {
  const { runs, unreadable } = await readHistory(filter);
  const table = runTable(runs, tableWords);
  const file = await (format === 'csv' ? csv(table) : xlsx(table));
  if (file === undefined) return t('history_too_many', numberText(table.rows.length));
  saveFile(`${t('history_file')}-${new Date().toISOString().slice(0, 10)}.${format}`, file);
  const said = plural('history_exported', table.rows.length);
  return unreadable === 0 ? said : `${said} ${plural('history_unreadable', unreadable)}`;
}

// What writes a file is loaded when one is written.
async function csv(table: RunTable): Promise<Blob> {
  const { csvText, separatorOf } = await import('./write-csv.ts');
  return new Blob([csvText(table, separatorOf(language()))], { type: 'text/csv;charset=utf-8' });
}

async function xlsx(table: RunTable): Promise<Blob | undefined> {
  const { MOST_ROWS, xlsxFile } = await import('./write-xlsx.ts');
  if (table.rows.length > MOST_ROWS) return undefined;
  return xlsxFile(table, t('history_sheet'), document.documentElement.dir === 'rtl');
}
