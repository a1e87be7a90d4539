import type { HistoryFilter } from '../../core/messages/history-contract.ts';
import { RUN_COLUMNS, type RunColumn, runTable } from '../../core/run-table.ts';
import { numberText, plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { datedName, type Format, fits, tableFile } from '../../platform/sheets/table-file.ts';
import { readHistory } from './ask-history.ts';
import { tableWords } from './run-words.ts';

const WIDTHS: Partial<Record<RunColumn, number>> = { run: 38, customer: 32, pbx: 24, state: 30, stopped: 60 };

/** Saves every run that the filter finds, shown or not. Gives what to say of it. */
export async function exportRuns(filter: HistoryFilter, format: Format): Promise<string> {
  const { runs, unreadable } = await readHistory(filter);
  const table = runTable(runs, tableWords);
  if (!fits(format, table.rows.length)) return t('history_too_many', numberText(table.rows.length));
  const look = { name: t('history_sheet'), widths: RUN_COLUMNS.map((column) => WIDTHS[column]) };
  saveFile(datedName(t('history_file'), format), await tableFile(format, { ...table, ...look }));
  const said = plural('history_exported', table.rows.length);
  return unreadable === 0 ? said : `${said} ${plural('history_unreadable', unreadable)}`;
}
