import { nameKey } from '../customer.ts';

/** A line and the cells it falls into; one cell where it has no columns. */
export interface Cells {
  readonly text: string;
  readonly cells: readonly string[];
  /** Whether it may be a sentence: it has no columns, or only commas part them. */
  readonly inWords: boolean;
}

/** Which column holds what, where a line of headings says so. */
export interface Columns {
  readonly quantity: number | undefined;
  readonly names: readonly number[];
}

/** What stands before a line of a list in a mail. */
const BULLET = /^(?:[-–—•*·▪>]+\s+)+/u;
const SEPARATORS = ['\t', ';', '|'] as const;

export function splitCells(line: string): Cells {
  const text = line.replace(BULLET, '').trim();
  const separator = SEPARATORS.find((each) => split(text, each).length > 1);
  const cells = (separator === undefined ? byCommas(text) : split(text, separator)).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return {
    text,
    cells: cells.filter((cell, i) => cell !== '' || i < cells.length),
    inWords: separator === undefined,
  };
}

/** Splits outside of quotation marks that a cell begins and ends with. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [''];
  let quoted = false;
  for (const char of text) {
    const part = parts.at(-1) ?? '';
    if (char === '"' && (quoted || part.trim() === '')) quoted = !quoted;
    if (char === separator && !quoted) parts.push('');
    else parts[parts.length - 1] = part + char;
  }
  // A mark of inches, and no quotation: nothing was meant to be held together by it.
  return quoted ? text.split(separator) : parts;
}

/** A number that stands by itself at the end of a text: a comma and digits behind it may make it a decimal one. */
const OPEN_NUMBER = /(?:^|[\s,;(×*x])\d{1,5}$/iu;

/** Between two digits a comma may be a decimal one, so it parts nothing there. */
function byCommas(text: string): string[] {
  const parts: string[] = [];
  for (const part of split(text, ',')) {
    const before = parts.at(-1);
    if (before !== undefined && OPEN_NUMBER.test(before) && /^\d/.test(part))
      parts[parts.length - 1] = `${before},${part}`;
    else parts.push(part);
  }
  return parts;
}

// Words: en | de | es | fr | it | nl.
const QUANTITY =
  'quantity|qty|amount|pcs|pieces|units|count|menge|anzahl|stück|stk|stueck|cantidad|uds|unidades|quantité|qté|quantita|quantità|qta|pezzi|aantal|hoeveelheid|stuks';
const NAME =
  'sku|article|article number|item|item number|part number|product|product name|name|description|model|artikel|artikelnummer|artikel-nr|art.-nr|produkt|bezeichnung|modell|gerät|producto|referencia|nombre|descripción|modelo|artículo|produit|référence|désignation|modèle|nom|prodotto|codice|descrizione|modello|nome|articolo|omschrijving|naam|productnaam';
const OTHER =
  'pos|position|no|nr|#|price|unit price|total|preis|einzelpreis|gesamt|summe|precio|importe|prix|montant|prezzo|totale|prijs|totaal|discount|rabatt|stock|bestand|remark|bemerkung|note';

const words = (list: string): ReadonlySet<string> => new Set(list.split('|').map(nameKey));
const [QUANTITIES, NAMES, OTHERS] = [words(QUANTITY), words(NAME), words(OTHER)];
const headingKey = (cell: string): string => nameKey(cell.replace(/[.:*]+$/u, ''));

/** A line all of whose cells are names of columns, at least two of them; `undefined` for any other. */
export function headings({ cells }: Cells): Columns | undefined {
  const keys = cells.map(headingKey);
  if (keys.filter((key) => key !== '').length < 2) return undefined;
  if (!keys.every((key) => key === '' || QUANTITIES.has(key) || NAMES.has(key) || OTHERS.has(key))) return undefined;
  const quantities = keys.flatMap((key, i) => (QUANTITIES.has(key) ? [i] : []));
  const names = keys.flatMap((key, i) => (NAMES.has(key) ? [i] : []));
  if (names.length === 0 && quantities.length === 0) return undefined;
  return { quantity: quantities.length === 1 ? quantities[0] : undefined, names };
}
