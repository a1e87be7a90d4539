/** `1.5E3` → `1500`: files write very large and very small numbers with an exponent. */
function shiftPoint(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)\.?(\d*)[eE]([+-]?\d{1,3})$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A number as a workbook writes it, as a plain decimal. Programs write up to 17 digits and show 15: what a person sees as
 * 906.805 may be written as 906.8049999999999, and rounding that to cents would give another price than the one seen.
 */
export function plainDecimal(written: string): string {
  const text = shiftPoint(written);
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits <= 15 || !text.includes('.')) return text;
  const shown = shiftPoint(Number(text).toPrecision(15));
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown;
}
