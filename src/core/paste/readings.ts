import type { Cells, Columns } from './cells.ts';
import type { Reading } from './parse.ts';

export const MOST_UNITS = 99_999;

const UNIT = '(?:x|×|pcs?|pieces?|units?|stk|stück|stueck|st|uds?|unidades|unités?|pièces?|pezzi|pz|stuks?|ea|each)';
const COUNT = '(\\d{1,5})(?:[.,]0{1,2})?';
const ALONE = new RegExp(`^${COUNT}\\s*(?:${UNIT}\\.?)?$`, 'iu');
const ALONE_AFTER = new RegExp(`^${UNIT}\\s*${COUNT}$`, 'iu');

/** `12`, `12 pcs`, `12,00`, `x12`. Not `1.000`: that is one, or a thousand. */
export function quantityOf(text: string): number | undefined {
  const match = ALONE.exec(text.trim()) ?? ALONE_AFTER.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  return value >= 1 && value <= MOST_UNITS ? value : undefined;
}

/** All ways to read a line. */
export function readings({ cells, text, inWords: sentence }: Cells, columns: Columns | undefined): readonly Reading[] {
  const found = [
    ...(cells.length > 1 ? inColumns(cells, columns) : []),
    ...(cells.length > 1 ? (sentence ? inWords(text) : []) : inWords(cells[0] ?? '')),
  ];
  const seen = new Set<string>();
  return found.filter((reading) => {
    const key = JSON.stringify([reading.name, reading.quantity]);
    if (reading.name === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inColumns(cells: readonly string[], columns: Columns | undefined): Reading[] {
  const counts =
    columns?.quantity === undefined
      ? cells.flatMap((cell, i) => (quantityOf(cell) === undefined ? [] : [i]))
      : [columns.quantity].filter((i) => quantityOf(cells[i] ?? '') !== undefined);
  const names = columns !== undefined && columns.names.length > 0 ? columns.names : [...cells.keys()];
  // A cell that stands for the quantity names nothing, but where it could be either.
  const named = names.filter(
    (i) => /\p{L}/u.test(cells[i] ?? '') || (counts.length > 1 && quantityOf(cells[i] ?? '') === undefined),
  );
  const [only] = counts;
  const quantity = counts.length === 1 && only !== undefined ? quantityOf(cells[only] ?? '') : undefined;
  const whole = named.flatMap((i) => {
    const name = cells[i] ?? '';
    return quantity === undefined ? inWords(name) : [{ name, quantity }];
  });
  return whole;
}

const BEFORE = new RegExp(`^${COUNT}\\s*(?:${UNIT}\\.?(?=[\\s:])|[×x*](?=\\s?\\S))?\\s*[:\\s]?\\s*(.+)$`, 'iu');
const BEFORE_SPACED = /^\d{1,5}(?:[.,]0{1,2})?(?:\s|[×*:])/u;
const BEFORE_X = /^\d{1,5}\s?[x]\s/iu;
const IN_BRACKETS = new RegExp(`^(.+?)\\s*[([]\\s*(?:${UNIT}\\s*)?${COUNT}\\s*(?:${UNIT}\\.?)?\\s*[)\\]]$`, 'iu');
const AFTER_SIGN = new RegExp(
  `^(.+?)\\s*(?:[:=,]\\s*|\\s[-–—]\\s*|\\s[x×*]\\s*)(?:${UNIT}\\s*)?${COUNT}\\s*(?:${UNIT}\\.?)?$`,
  'iu',
);
/** What follows the comma may be the fraction of the number before it. */
const DECIMAL_END = /(?:^|[\s,;(×*x])\d{1,5},\d[^,]*$/iu;
const AFTER_SPACE = new RegExp(`^(.+?)\\s+${COUNT}\\s*(?:${UNIT}\\.?)?$`, 'iu');

function inWords(text: string): Reading[] {
  const found: Reading[] = [];
  const add = (name: string | undefined, count: string | undefined) => {
    const quantity = quantityOf(count ?? '');
    const trimmed = (name ?? '').replace(/^[\s:x×*–-]+(?=\S)|[\s:,;–-]+$/gu, '').trim();
    if (quantity !== undefined && /\p{L}/u.test(trimmed)) found.push({ name: trimmed, quantity });
  };
  if (BEFORE_SPACED.test(text) || BEFORE_X.test(text)) {
    const match = BEFORE.exec(text);
    add(match?.[2], match?.[1]);
  }
  for (const pattern of [IN_BRACKETS, ...(DECIMAL_END.test(text) ? [] : [AFTER_SIGN]), AFTER_SPACE]) {
    const match = pattern.exec(text);
    add(match?.[1], match?.[2]);
  }
  found.push({ name: text });
  return found;
}
