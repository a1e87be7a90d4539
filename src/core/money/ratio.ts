/** An exact fraction; `d` is positive. Shares of a term (273/365) have no finite decimals, so sums are kept as fractions. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** `half-up` rounds a half away from zero (−2.5 → −3), `half-even` to the even neighbour. */
export type Rounding = 'half-up' | 'half-even';

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

/** n/d of whole numbers. @throws RangeError for a zero or fractional part. */
export function ratio(n: number | bigint, d: number | bigint = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by zero');
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
}

/** A plain decimal such as `-12.50`. @throws RangeError for any other form. */
export function ratioOf(decimal: string): Ratio {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) throw new RangeError(`not a decimal: ${decimal}`);
  const fraction = match[2] ?? '';
  return { n: BigInt(match[1] + fraction), d: 10n ** BigInt(fraction.length) };
}

export const times = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });

export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : reduced({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });

/** Negative, zero or positive, as a comparator wants it. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function reduced({ n, d }: Ratio): Ratio {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { n, d } : { n: n / a, d: d / a };
}

/** To a whole number. */
export function roundRatio({ n, d }: Ratio, rounding: Rounding = 'half-up'): bigint {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  const twice = (size % d) * 2n;
  const up = twice > d || (twice === d && (rounding === 'half-up' || whole % 2n === 1n));
  const rounded = up ? whole + 1n : whole;
  return n < 0n ? -rounded : rounded;
}

/** To a decimal with exactly `digits` places. */
export function toDecimal(value: Ratio, digits: number, rounding: Rounding = 'half-up'): string {
  const scaled = roundRatio({ n: value.n * 10n ** BigInt(digits), d: value.d }, rounding);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
