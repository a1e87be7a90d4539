import { type Drawing, drawingOf } from './drawing.ts';

/** Points to a side of the raster that a mask is drawn on. */
const SIDE = 32;

/** By address; `undefined` while it comes, `null` where it does not. */
const images = new Map<string, HTMLImageElement | null | undefined>();
const known = new Map<string, Drawing>();
let pen: CanvasRenderingContext2D | null | undefined;

/**
 * How much of an element its CSS mask lets be painted: icons are often a colour seen through a picture. `coming` until that was looked
 * at; `undefined` where there is no mask, or none that can be measured: several, a gradient, a picture of another site.
 */
export function maskInk(style: CSSStyleDeclaration, width: number, height: number): Drawing | 'coming' | undefined {
  const address = /^url\("((?:[^"\\]|\\.)*)"\)$/s.exec(style.maskImage)?.[1]?.replace(/\\(.)/gs, '$1');
  if (address === undefined || width < 1 || height < 1 || !isOurs(address)) return undefined;
  const place = `${style.maskSize} ${style.maskPosition} ${Math.round(width)} ${Math.round(height)}`;
  const key = `${place} ${address}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (!images.has(address)) load(address);
  const image = images.get(address);
  if (image === undefined) return 'coming';
  const drawing = image === null ? undefined : drawn(image, style, width, height);
  if (drawing !== undefined) known.set(key, drawing);
  return drawing;
}

/** A picture that is written out in the style, or one of the page's own site, which the browser has by now. */
const isOurs = (address: string): boolean =>
  address.startsWith('data:image/') || (URL.canParse(address) && new URL(address).origin === location.origin);

function load(address: string): void {
  images.set(address, undefined);
  const image = new Image();
  image.src = address;
  image.decode().then(
    () => images.set(address, image),
    () => images.set(address, null),
  );
}

function drawn(
  image: HTMLImageElement,
  { maskSize, maskPosition }: CSSStyleDeclaration,
  width: number,
  height: number,
): Drawing | undefined {
  pen ??= newPen();
  if (pen === null) return undefined;
  const [wide, high] = sizeOf(maskSize, image, width, height);
  const [x = '0%', y = '0%'] = maskPosition.split(' ');
  const scale = SIDE / Math.max(width, height);
  pen.clearRect(0, 0, SIDE, SIDE);
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, width * scale, height * scale);
  pen.clip();
  pen.drawImage(image, at(x, width - wide) * scale, at(y, height - high) * scale, wide * scale, high * scale);
  pen.restore();
  try {
    const { data } = pen.getImageData(0, 0, SIDE, SIDE);
    return drawingOf(SIDE, (column, row) => (data[4 * (row * SIDE + column) + 3] ?? 0) > 127);
  } catch {
    return undefined;
  }
}

function newPen(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  return canvas.getContext('2d', { willReadFrequently: true });
}

function sizeOf(size: string, image: HTMLImageElement, width: number, height: number): readonly [number, number] {
  const ratio = image.naturalWidth / Math.max(1, image.naturalHeight) || 1;
  const inside: readonly [number, number] = width / height > ratio ? [height * ratio, height] : [width, width / ratio];
  if (size === 'contain') return inside;
  if (size === 'cover') return width / height > ratio ? [width, width / ratio] : [height * ratio, height];
  const [first = 'auto', second = 'auto'] = size.split(' ');
  const [wide, high] = [lengthOf(first, width), lengthOf(second, height)];
  if (wide !== undefined) return [wide, high ?? wide / ratio];
  if (high !== undefined) return [high * ratio, high];
  // A drawing without a size of its own is given one that is larger than any icon.
  return image.naturalWidth > width ? inside : [image.naturalWidth, image.naturalHeight];
}

const lengthOf = (text: string, whole: number): number | undefined => {
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) return undefined;
  return text.endsWith('%') ? (number / 100) * whole : number;
};

const at = (text: string, room: number): number => lengthOf(text, room) ?? 0;
