import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { MAX_FILE_BYTES } from '../../core/price-list/limits.ts';
import type { Mapping } from '../../core/price-list/mapping.ts';
import { listReason } from '../../core/price-list/reasons.ts';
import type { ImportResult } from '../../core/price-list/result.ts';
import type { Settings } from '../../core/settings.ts';
import { ask } from '../../platform/send.ts';
import { askLists } from './ask-price-lists.ts';

export interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the partner settled by hand; without it the remembered mappings are tried, then the file's own words. */
export interface Settled {
  readonly mapping?: Mapping;
  readonly sheet?: string;
}

/** The file's bytes, or nothing where it is so large that reading it would only fill the memory. */
export const bytesOf = async (file: File): Promise<Uint8Array | undefined> =>
  file.size > MAX_FILE_BYTES ? undefined : new Uint8Array(await file.arrayBuffer());

export const tooLarge = (): ImportResult => ({
  status: 'refused',
  reason: listReason('list-file-too-large', { megabytes: MAX_FILE_BYTES / 1024 / 1024 }),
});

/**
 * Reads a price list in this page. The readers are loaded with the first file, pdf.js with the first PDF.
 * @throws MessageError where settings or remembered mappings cannot be had.
 */
export async function readList({ name, bytes }: ListFile, { mapping, sheet }: Settled = {}): Promise<ImportResult> {
  const [{ settings }, { mappings }] = await Promise.all([ask('settings.get', {}), askLists('mappings.list', {})]);
  const [{ importPriceList }, { pdfReader }] = await Promise.all([
    import('../../core/price-list/import.ts'),
    import('../../core/price-list/pdf/pdfjs.ts'),
  ]);
  const result = await importPriceList(bytes, name, {
    mappings: mapping ? [mapping] : mappings.map((one) => one.mapping),
    ...markOf(settings),
    ...(sheet !== undefined && { sheet }),
    readPdf: pdfReader(workerUrl),
  });
  if (result.status === 'refused' || mapping) return result;
  // Mappings of other files were only tried; that they do not fit is no news.
  return { ...result, remarks: result.remarks.filter(({ code }) => code !== 'list-mapping-not-fitting') };
}

const markOf = ({ decimalMark }: Settings) => (decimalMark === 'page' ? {} : { decimalMark });
