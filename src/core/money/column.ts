import { type AmountReading, parseAmount } from './amount.ts';
import type { DecimalMark } from './digits.ts';

/** A column of printed amounts, read together. */
export interface ColumnReading {
  /** The decimal mark that doubtful values were read with; absent where nothing settled it. */
  readonly mark?: DecimalMark;
  /** How many values show which mark. Both above zero: the column contradicts itself. */
  readonly evidence: Readonly<Record<DecimalMark, number>>;
  /** What settled it. */
  readonly by: 'column' | 'setting' | 'nothing';
  readonly values: readonly AmountReading[];
}

/**
 * Reads a column's texts. Doubtful values (`1.234`) are settled by those that show their mark, if these agree; else by
 * the partner's `setting`; else they stay ambiguous.
 */
export function readColumn(texts: readonly string[], setting?: DecimalMark): ColumnReading {
  const first = texts.map((text) => parseAmount(text));
  const evidence = { point: 0, comma: 0 };
  for (const value of first) if (value.kind === 'ok' && value.mark !== undefined) evidence[value.mark]++;
  const column = evidence.point > 0 === evidence.comma > 0 ? undefined : evidence.point > 0 ? 'point' : 'comma';
  const mark = column ?? setting;
  if (mark === undefined) return { evidence, by: 'nothing', values: first };
  return {
    mark,
    evidence,
    by: column === undefined ? 'setting' : 'column',
    values: texts.map((text) => parseAmount(text, mark)),
  };
}
