import { MAX_PDF_ITEMS, MAX_PDF_PAGES } from '../limits.ts';
import { ListRefusal, refuse } from '../reasons.ts';
import type { PdfItem, PdfPage, PdfReader } from './text-items.ts';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Document = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Content = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getTextContent']>>;

/** Text that stands upright; a watermark across the page is none of the table. */
function toItems(content: Content): readonly PdfItem[] {
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    if (b !== 0 || c !== 0 || a <= 0) return [];
    return [{ text: item.str, x, y, width: item.width, height: item.height || d }];
  });
}

async function readPages(document: Document): Promise<readonly PdfPage[]> {
  if (document.numPages > MAX_PDF_PAGES) refuse('list-pdf-too-long', { pages: document.numPages });
  const pages: PdfPage[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const items = toItems(await page.getTextContent());
    count += items.length;
    if (count > MAX_PDF_ITEMS) refuse('list-pdf-too-long', { pages: document.numPages });
    pages.push({ items });
    page.cleanup();
  }
  return pages;
}

function refusal(error: unknown): never {
  if (error instanceof ListRefusal) throw error;
  const name = error instanceof Error ? error.name : '';
  return refuse(name === 'PasswordException' ? 'list-file-encrypted' : 'list-file-corrupt', {});
}

/**
 * A reader of PDFs through pdf.js, which is loaded when the first file is read and not before: it weighs more than the
 * rest of the extension. Scripts in the file are never run, fonts never loaded.
 * @param workerUrl where the page serves `pdfjs-dist/legacy/build/pdf.worker.mjs`; without it pdf.js looks beside itself.
 */
export function pdfReader(workerUrl?: string): PdfReader {
  return async (bytes) => {
    // The legacy build: the other one needs newer engines than the oldest browsers supported.
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    if (workerUrl !== undefined) pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    // pdf.js takes the buffer away from its owner.
    const task = pdfjs.getDocument({ data: bytes.slice(), disableFontFace: true, useSystemFonts: false, verbosity: 0 });
    try {
      return await readPages(await task.promise);
    } catch (error) {
      return refusal(error);
    } finally {
      await task.destroy();
    }
  };
}
