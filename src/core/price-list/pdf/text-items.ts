/** One piece of text as a PDF page places it, in points; `y` grows upwards and is the base line. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly height: number;
}

export interface PdfPage {
  readonly items: readonly PdfItem[];
}

/**
 * What opens a PDF. Injected, so that nothing here loads pdf.js: see `pdf/pdfjs.ts`, which is imported where a partner
 * has chosen such a file. @throws ListRefusal for an encrypted, damaged or too long file.
 */
export type PdfReader = (bytes: Uint8Array) => Promise<readonly PdfPage[]>;
