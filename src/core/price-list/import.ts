import type { Delimiter } from './csv/read.ts';
import { HEADER_WITHIN } from './limits.ts';
import type { Mapping } from './mapping.ts';
import type { PdfReader } from './pdf/text-items.ts';
import { type FileReading, readFile } from './read-file.ts';
import { type ListReason, ListRefusal, listReason, refuse } from './reasons.ts';
import type { ImportResult } from './result.ts';
import { filled } from './table.ts';
import { assignColumns, openQuestions } from './understand/columns.ts';
import { asHeader, headerOfShape } from './understand/header.ts';
import { type Plan, understand } from './understand/list.ts';
import { chooseSheet, type SheetChoice } from './understand/sheets.ts';

export interface ImportOptions {
  /** Mappings to use, the first that fits the file: assigned by the partner now, or remembered from earlier files. */
  readonly mappings?: readonly Mapping[];
  /** How `1.234` is read where no price of the file shows its decimal mark. Without it such prices are rejected. */
  readonly decimalMark?: 'point' | 'comma';
  /** ISO code for prices that neither print a currency nor stand under one. Without it such prices are rejected. */
  readonly currency?: string;
  /** Name of the sheet to read, overruling the choice. */
  readonly sheet?: string;
  /** For a CSV file whose delimiter was guessed wrong. */
  readonly delimiter?: Delimiter;
  /** Opens PDFs; without it they are refused. See `pdfReader` in `pdf/pdfjs.ts`. */
  readonly readPdf?: PdfReader;
}

/** A remembered or assigned mapping, laid over the file: on its header row wherever that stands now. */
function planOf(mapping: Mapping, { tables }: FileReading): Plan | undefined {
  const named = tables.filter(({ name }) => name === mapping.sheet);
  for (const table of [...named, ...tables.filter((each) => !each.hidden && !named.includes(each))]) {
    const header = mapping.headerRow > 0 ? headerOfShape(table, mapping.shape) : undefined;
    if (header) return { table, header, mapping: { ...mapping, sheet: table.name, headerRow: header.row + 1 } };
  }
  // Without a header row there is no shape to find; only the very sheet that the partner named will do.
  const [table] = named;
  if (mapping.headerRow > 0 || mapping.shape !== '' || !table) return undefined;
  return { table, header: asHeader(table, -1), mapping };
}

function planByDetection(
  choice: SheetChoice,
  options: ImportOptions,
): Plan & { readonly open: readonly ListReason[]; readonly remarks: readonly ListReason[] } {
  const { table, header, alike } = choice;
  const { uses, open, remarks } = assignColumns(table, header);
  const mapping: Mapping = {
    shape: header.shape,
    sheet: table.name,
    headerRow: header.row + 1,
    columns: [...uses],
    ...(options.decimalMark && { decimalMark: options.decimalMark }),
    ...(options.currency && { currency: options.currency }),
  };
  // As good a table stands in another sheet: which one holds is not for a program to choose.
  const sheets = [table.name, ...alike].join(', ');
  const questions = alike.length > 0 ? [listReason('list-sheets-alike', { sheets })] : [];
  return { table, header, mapping, open: [...questions, ...open], remarks };
}

/**
 * Reads a partner's price list: xlsx, xlsm (its macros are not), CSV and other separated text, and PDF where a reader is
 * given. Nothing is guessed: what is not certain is in `open` or `rejected`, and the partner's mapping settles it.
 * @param fileName only shown and searched for a date; what the file is, its bytes say.
 * @returns a refusal for a file that cannot be read; never throws for a file's content.
 */
export async function importPriceList(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  try {
    const file = await readFile(bytes, options);
    const tables = options.sheet === undefined ? file.tables : file.tables.filter(({ name }) => name === options.sheet);
    if (!tables.some(({ rows }) => rows.some((row) => filled(row) > 0))) refuse('list-without-rows', {});
    const known = { ...file, tables };
    for (const mapping of options.mappings ?? []) {
      const plan = planOf(mapping, known);
      if (!plan) continue;
      const settled = {
        ...withSettings(plan, options),
        open: openQuestions(plan.header, plan.mapping.columns),
        remarks: [],
      };
      return understand(file, fileName, settled, 'partner');
    }
    const unfit = options.mappings?.length ? [listReason('list-mapping-not-fitting', {})] : [];
    const choice = chooseSheet(tables) ?? fallback(known);
    const plan = planByDetection(choice, options);
    const missing =
      choice.header.score > 0 || choice.header.row >= 0
        ? []
        : [listReason('list-header-not-found', { rows: HEADER_WITHIN })];
    return understand(
      file,
      fileName,
      { ...plan, open: [...missing, ...plan.open], remarks: [...unfit, ...plan.remarks] },
      'detection',
    );
  } catch (error) {
    if (error instanceof ListRefusal) return { status: 'refused', reason: error.reason };
    throw error;
  }
}

const withSettings = (plan: Plan, { decimalMark, currency }: ImportOptions): Plan => ({
  ...plan,
  mapping: { ...(decimalMark && { decimalMark }), ...(currency && { currency }), ...plan.mapping },
});

/** Nothing was recognised: the first sheet with rows is shown for the partner to assign. */
function fallback({ tables }: FileReading): SheetChoice {
  const table = tables.find((each) => !each.hidden && each.rows.some((row) => filled(row) > 0)) ?? tables[0];
  if (!table) return refuse('list-without-rows', {});
  return { table, header: asHeader(table, -1), alike: [] };
}
