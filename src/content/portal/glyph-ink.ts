import { type Drawing, drawingOf } from './drawing.ts';

/** How much of its square a letter of a font paints, from nought to one, and whether its middle is painted. */
export interface GlyphInk {
  readonly part: number;
  readonly filled: boolean;
  readonly drawing: Drawing;
}

/** Pixels that a letter is high for measuring, and around it. */
const EM = 24;
const AROUND = 8;
const SIDE = EM + 2 * AROUND;
/** The middle of what is painted, a tick's or an empty box's: this part of each side is left out. */
const EDGE = 0.35;

const known = new Map<string, GlyphInk>();
let pen: CanvasRenderingContext2D | null | undefined;

/**
 * Measures one letter as its font draws it: icons in fonts are letters without a meaning of their own, and a box with a tick in it
 * paints more than an empty one. `undefined` for more than one letter, and while the font is not there.
 */
export function glyphInk(text: string, style: CSSStyleDeclaration): GlyphInk | undefined {
  if ([...text].length !== 1) return undefined;
  const font = `${style.fontStyle} ${style.fontWeight} ${EM}px ${style.fontFamily}`;
  const key = `${font} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (document.fonts?.check(font, text) !== true) return undefined;
  pen ??= newPen();
  if (pen === null) return undefined;
  pen.font = font;
  pen.clearRect(0, 0, SIDE, SIDE);
  pen.fillText(text, AROUND, AROUND + EM * 0.85);
  const ink = measured(pen.getImageData(0, 0, SIDE, SIDE).data);
  known.set(key, ink);
  return ink;
}

function newPen(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  return canvas.getContext('2d', { willReadFrequently: true });
}

function measured(pixels: Uint8ClampedArray): GlyphInk {
  const isPainted = (x: number, y: number) => (pixels[4 * (y * SIDE + x) + 3] ?? 0) > 127;
  const painted = Array.from({ length: SIDE * SIDE }, (_, i) => [i % SIDE, Math.floor(i / SIDE)] as const).filter(
    ([x, y]) => isPainted(x, y),
  );
  const [xs, ys] = [painted.map(([x]) => x), painted.map(([, y]) => y)];
  const within = (all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const edge = (most - least + 1) * EDGE;
    return (value: number) => value >= least + edge && value <= most - edge;
  };
  const [across, down] = [within(xs), within(ys)];
  const middle = painted.filter(([x, y]) => across(x) && down(y)).length;
  const size = Math.max(1, xs.length === 0 ? 1 : spread(xs) * spread(ys)) * (1 - 2 * EDGE) ** 2;
  return { part: painted.length / (EM * EM), filled: middle > size / 2, drawing: drawingOf(SIDE, isPainted) };
}

const spread = (all: readonly number[]): number => Math.max(...all) - Math.min(...all) + 1;
