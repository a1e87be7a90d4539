import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';
import { type ListReason, ListRefusal, listReason, refuse } from '../reasons.ts';
import { type Cell, EMPTY, type Table } from '../table.ts';
import { withAddresses } from './addresses.ts';
import { type Annotations, annotateSheet, cellKey } from './annotate.ts';
import { plainDecimal } from './decimal.ts';
import { type Archive, unzipWorkbook } from './unzip.ts';
import { type SheetEntry, sheetEntries, styleCurrencies } from './workbook.ts';
import { decodeXml } from './xml.ts';

export interface XlsxReading {
  readonly tables: readonly Table[];
  readonly remarks: readonly ListReason[];
}

/** A number as the file wrote it: through a float it would lose what makes it exact. */
interface Written {
  readonly written: string;
}

interface Annotated {
  readonly entry: SheetEntry;
  readonly notes: Annotations;
}

/** Opens the zip of another program's file far enough to say what it is. */
function refuseOtherKinds(archive: Archive): void {
  if (archive.names.has('xl/workbook.xml')) return;
  if (archive.names.has('xl/workbook.bin')) refuse('list-file-unsupported', { kind: 'xlsb' });
  if (archive.names.has('mimetype')) refuse('list-file-unsupported', { kind: 'ods' });
  refuse('list-file-unsupported', { kind: 'zip' });
}

/** Values through the library, from an archive of nothing but the parts that were inflated and counted here. */
async function values(parts: Archive['parts']): Promise<readonly (readonly (readonly unknown[])[])[]> {
  const clean = zipSync(Object.fromEntries(parts), { level: 0 });
  const sheets = await readXlsxFile(clean.buffer as ArrayBuffer, {
    parseNumber: (text): Written => ({ written: text }),
  });
  return sheets.map(({ data }) => data);
}

function toCell(value: unknown, key: string, notes: Annotations): Cell {
  if (notes.uncached.has(key)) return { kind: 'formula', text: '' };
  const error = notes.errors.get(key);
  if (error !== undefined) return { kind: 'error', text: error };
  if (typeof value === 'string') return value.trim() === '' ? EMPTY : { kind: 'text', text: value.trim() };
  if (typeof value === 'boolean') return { kind: 'text', text: String(value) };
  if (typeof value !== 'object' || value === null) return EMPTY;
  if ('toISOString' in value)
    return { kind: 'date', text: (value as { toISOString(): string }).toISOString().slice(0, 10) };
  const text = plainDecimal((value as Written).written);
  const currency = notes.currencies.get(key);
  return currency === undefined ? { kind: 'number', text } : { kind: 'number', text, currency };
}

function toTable(entry: SheetEntry, data: readonly (readonly unknown[])[], notes: Annotations): Table {
  const rows = Array.from({ length: notes.rows }, (_, r) =>
    Array.from({ length: notes.columns }, (_, c) => toCell(data[r]?.[c] ?? null, cellKey(r, c), notes)),
  );
  return { name: entry.name, hidden: entry.hidden, rows, merges: notes.merges };
}

/**
 * Reads a workbook's sheets. Macros are left in the archive unread, formulas are never computed.
 * @throws ListRefusal where the file is no sound workbook, or too large inside.
 */
export async function readXlsx(bytes: Uint8Array, inflatedLimit?: number): Promise<XlsxReading> {
  const archive = unzipWorkbook(bytes, inflatedLimit);
  refuseOtherKinds(archive);
  try {
    const currencies = styleCurrencies(archive.parts);
    const parts = new Map(archive.parts);
    const annotated = sheetEntries(parts).map((entry): Annotated => {
      const xml = withAddresses(decodeXml(parts.get(entry.part)));
      parts.set(entry.part, strToU8(xml));
      const notes = annotateSheet(xml, currencies);
      const { rows, columns } = notes;
      if (rows > MAX_ROWS || columns > MAX_COLUMNS) {
        refuse('list-sheet-too-large', { sheet: entry.name, rows, columns });
      }
      return { entry, notes };
    });
    const data = await values(parts);
    const tables = annotated.map(({ entry, notes }) => toTable(entry, data[entry.index] ?? [], notes));
    const macros = [...archive.names].some((name) => /vbaProject\.bin$/i.test(name));
    return { tables, remarks: macros ? [listReason('list-macros-not-read', {})] : [] };
  } catch (error) {
    if (error instanceof ListRefusal) throw error;
    return refuse('list-file-corrupt', {});
  }
}
