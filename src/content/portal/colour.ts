/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];
/** And how opaque it is, 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** A colour as computed styles print it. What is none of these is seen through. */
export function parseColour(text: string): Rgba {
  const numbers = /(?:rgba?|color\(srgb)\(?([^)]*)\)/.exec(text)?.[1];
  if (numbers === undefined) return [0, 0, 0, 0];
  // `color(srgb 1 0 0 / 0.5)` counts from nought to one.
  const scale = text.includes('color(srgb') ? 255 : 1;
  const [r = 0, g = 0, b = 0, a = 1] = (numbers.match(/[\d.]+/g) ?? []).map(Number);
  return [r * scale, g * scale, b * scale, a];
}

/** How far two colours are apart, 0 to 765. */
export const distance = (x: Rgb | Rgba, y: Rgb | Rgba): number =>
  Math.abs(x[0] - y[0]) + Math.abs(x[1] - y[1]) + Math.abs(x[2] - y[2]);

/** A colour laid over another one. */
export const over = (below: Rgb, [r, g, b, a]: Rgba): Rgb => [
  below[0] + (r - below[0]) * a,
  below[1] + (g - below[1]) * a,
  below[2] + (b - below[2]) * a,
];
