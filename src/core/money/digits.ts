/** Which character divides units from decimals: `1.234,56` has a comma, `1,234.56` a point. */
export type DecimalMark = 'point' | 'comma';

/** A bare number as printed. `mark` is there where the text itself shows which its decimal mark is. */
export type DigitsReading =
  | { readonly kind: 'ok'; readonly decimal: string; readonly mark?: DecimalMark }
  | { readonly kind: 'ambiguous'; readonly point: string; readonly comma: string }
  | { readonly kind: 'malformed' };

const MARK: Readonly<Record<string, DecimalMark>> = { '.': 'point', ',': 'comma' };
const MALFORMED: DigitsReading = { kind: 'malformed' };

/**
 * Reads digits with separators: points, commas, apostrophes and white space, in threes, or with commas the Indian way. `1.234` and
 * `1,234` can be two numbers and come back as both; nothing is guessed.
 */
export function readDigits(text: string): DigitsReading {
  const plain = text.replaceAll(/\s/gu, ' ').replaceAll(/['’‘`´ʼ]/gu, "'");
  if (!/^[.,]?\d+(?:[., ']\d+)*$/.test(plain)) return MALFORMED;
  const groups = plain.split(/[., ']/);
  const separators = plain.replaceAll(/\d/g, '');
  const last = separators.at(-1);
  if (last === undefined) return ok(plain, '');
  const kinds = new Set(separators);
  const mark = MARK[last];
  if (kinds.size === 1) {
    if (mark === undefined) return isGrouped(groups, last) ? ok(groups.join(''), '') : MALFORMED;
    if (separators.length > 1) return isGrouped(groups, last) ? ok(groups.join(''), '', other(mark)) : MALFORMED;
    const [units = '', decimals = ''] = groups;
    if (!isGrouped(groups, last)) return ok(units, decimals, mark);
    const [whole, parts] = [canonical(units + decimals, ''), canonical(units, decimals)];
    return mark === 'point'
      ? { kind: 'ambiguous', point: parts, comma: whole }
      : { kind: 'ambiguous', point: whole, comma: parts };
  }
  const decimals = groups.at(-1) ?? '';
  const units = groups.slice(0, -1);
  const oneDecimalMark = mark !== undefined && kinds.size === 2 && separators.indexOf(last) === separators.length - 1;
  return oneDecimalMark && isGrouped(units, separators[0]) ? ok(units.join(''), decimals, mark) : MALFORMED;
}

/** 1 234 567 or, as in India, 12,34,567; never with a leading zero. */
function isGrouped(groups: readonly string[], separator: string | undefined): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0 || first === '' || first.startsWith('0')) return false;
  if (first.length <= 3 && rest.every((group) => group.length === 3)) return true;
  if (separator !== ',') return false;
  return first.length <= 2 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((group) => group.length === 2);
}

const ok = (units: string, decimals: string, mark?: DecimalMark): DigitsReading => ({
  kind: 'ok',
  decimal: canonical(units, decimals),
  ...(mark === undefined ? {} : { mark }),
});

function canonical(units: string, decimals: string): string {
  const whole = units.replace(/^0+(?=\d)/, '') || '0';
  const rest = decimals.replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

const other = (mark: DecimalMark): DecimalMark => (mark === 'point' ? 'comma' : 'point');
