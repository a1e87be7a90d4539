import { decodeXml, readXml } from './xml.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** The part that holds it, such as `xl/worksheets/sheet1.xml`. */
  readonly part: string;
  /** Its place among all entries of the workbook, chart sheets included. */
  readonly index: number;
}

type Parts = ReadonlyMap<string, Uint8Array>;

const resolve = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** The sheets of cells in the workbook's order. @throws Error where a part is malformed. */
export function sheetEntries(parts: Parts): readonly SheetEntry[] {
  const targets = new Map<string, string>();
  readXml(decodeXml(parts.get('xl/_rels/workbook.xml.rels')), {
    open: (name, { Id, Target, Type }) => {
      if (name === 'Relationship' && Id && Target && Type?.endsWith('/worksheet')) targets.set(Id, resolve(Target));
    },
  });
  const entries: SheetEntry[] = [];
  let index = -1;
  readXml(decodeXml(parts.get('xl/workbook.xml')), {
    open: (tag, { name, id, state }) => {
      if (tag !== 'sheet') return;
      index++;
      const part = targets.get(id ?? '');
      const hidden = state !== undefined && state !== 'visible';
      if (part !== undefined) entries.push({ name: name ?? '', hidden, part, index });
    },
  });
  return entries;
}

/**
 * What a number format prints as its currency: `[$€-407]` and `[$CHF]` in brackets, an ISO code or a symbol beside the
 * digits. For a bare `$` the format's locale decides where it has one.
 */
export function formatCurrency(code: string): string | undefined {
  const [, symbol, locale] = /\[\$([^\]-]*)(?:-([0-9a-f]+))?\]/i.exec(code) ?? [];
  if (symbol?.trim() === '$') return DOLLARS[locale?.toUpperCase().slice(-4).padStart(4, '0') ?? ''] ?? '$';
  if (symbol?.trim()) return symbol.trim();
  const bare = code.replace(/\[[^\]]*\]/g, '').replace(/["\\_*]/g, ' ');
  return /[€£¥$]|\b[A-Z]{3}\b/.exec(bare)?.[0];
}

/** Windows locale → whose dollar. */
const DOLLARS: Readonly<Record<string, string>> = { '0409': 'USD', '1009': 'CAD', '0C0C': 'CAD', '0C09': 'AUD' };

/** For each cell style, by its index, the currency its format prints. @throws Error where the part is malformed. */
export function styleCurrencies(parts: Parts): readonly (string | undefined)[] {
  const formats = new Map<string, string>();
  const styles: (string | undefined)[] = [];
  let inCellStyles = false;
  const part = parts.get('xl/styles.xml');
  if (!part) return styles;
  readXml(decodeXml(part), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId && formatCode) formats.set(numFmtId, formatCode);
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) styles.push(formatCurrency(formats.get(numFmtId ?? '') ?? ''));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
