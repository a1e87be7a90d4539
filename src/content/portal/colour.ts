/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];
/** And how opaque it is, 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** A colour as computed styles print it. What is none of these is seen through. */
export function parseColour(text: string): Rgba {
  const numbers = /(?:rgba?|color\(srgb)\(?([^)]*)\)/.exec(text)?.[1];
  if (numbers === undefined) return OTHER.test(text) ? painted(text) : NOTHING;
  // `color(srgb 1 0 0 / 0.5)` counts from nought to one.
  const scale = text.includes('color(srgb') ? 255 : 1;
  const [r = 0, g = 0, b = 0, a = 1] = (numbers.match(/[\d.]+/g) ?? []).map(Number);
  return [r * scale, g * scale, b * scale, a];
}

const NOTHING: Rgba = [0, 0, 0, 0];
const OTHER = /^(oklch|oklab|lch|lab|hwb|hsla?|color)\([^()]*\)$/;

const known = new Map<string, Rgba>();
let pen: CanvasRenderingContext2D | null | undefined;

/** A colour that is printed by other measures than red, green and blue, as the browser paints it. */
function painted(text: string): Rgba {
  const before = known.get(text);
  if (before !== undefined) return before;
  pen ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (pen === null) return NOTHING;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = text;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
  const colour: Rgba = [r, g, b, a / 255];
  known.set(text, colour);
  return colour;
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
