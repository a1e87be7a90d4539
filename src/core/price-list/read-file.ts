import { type Delimiter, readCsv } from './csv/read.ts';
import { fileKind } from './kind.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { pdfTable } from './pdf/layout.ts';
import type { PdfReader } from './pdf/text-items.ts';
import { type ListReason, refuse } from './reasons.ts';
import type { FormatReport } from './result.ts';
import type { Table } from './table.ts';
import { readXlsx } from './xlsx/read.ts';

export interface FileReading {
  readonly format: FormatReport;
  readonly tables: readonly Table[];
  readonly remarks: readonly ListReason[];
}

export interface FileOptions {
  readonly delimiter?: Delimiter;
  readonly readPdf?: PdfReader;
}

/** Reads a file of any kind into tables, by its first bytes. @throws ListRefusal for what cannot be read. */
export async function readFile(bytes: Uint8Array, { delimiter, readPdf }: FileOptions): Promise<FileReading> {
  if (bytes.length === 0) refuse('list-file-empty', {});
  if (bytes.length > MAX_FILE_BYTES) refuse('list-file-too-large', { megabytes: MAX_FILE_BYTES / 1024 / 1024 });
  const kind = fileKind(bytes);
  switch (kind) {
    case 'zip':
      return { format: { kind: 'xlsx' }, ...(await readXlsx(bytes)) };
    case 'pdf': {
      if (!readPdf) refuse('list-pdf-reader-missing', {});
      return { format: { kind: 'pdf' }, tables: [pdfTable(await readPdf(bytes))], remarks: [] };
    }
    case 'csv': {
      const { table, encoding, delimiter: used, remarks } = readCsv(bytes, delimiter);
      return { format: { kind: 'csv', encoding, delimiter: used }, tables: [table], remarks };
    }
    case 'encrypted-office':
      return refuse('list-file-encrypted', {});
    default:
      return refuse('list-file-unsupported', { kind });
  }
}
