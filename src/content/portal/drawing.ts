/** What a drawing looks like by the points that it paints, of a raster laid over its place. */
export interface Drawing {
  /** Painted points of all, from nought to one. */
  readonly part: number;
  /** Painted points of those in the smallest box around them: near one for a solid box, less for one with something cut out. */
  readonly fill: number;
  /** Of that box, as parts of the raster. */
  readonly width: number;
  readonly height: number;
}

/** @param side points to a side of the raster; `isPainted` is asked for each. */
export function drawingOf(side: number, isPainted: (x: number, y: number) => boolean): Drawing {
  let [count, left, right, top, bottom] = [0, side, -1, side, -1];
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (!isPainted(x, y)) continue;
      count += 1;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  const [width, height] = [Math.max(0, right - left + 1), Math.max(0, bottom - top + 1)];
  return {
    part: count / side ** 2,
    fill: count === 0 ? 0 : count / (width * height),
    width: width / side,
    height: height / side,
  };
}

/** An outline with a tick in it fills less of its box, a solid box with a tick cut out more. */
const SOLID = 0.55;
const WHOLE = 0.9;
/** Rounded corners and edges between two points. */
const SLACK = 0.02;

const isSolid = (drawing: Drawing | undefined): boolean => drawing !== undefined && drawing.fill >= SOLID;

/**
 * What two drawings of one mark say by their solid bodies, where both have one: a solid box is the empty one if the other is the same
 * box with something cut out of it. `cut`: so it is. `unclear`: two solid drawings that are not such a pair.
 */
export function solidPair(more: Drawing | undefined, less: Drawing | undefined): 'cut' | 'unclear' | undefined {
  if (more === undefined || less === undefined || !isSolid(more) || !isSolid(less)) return undefined;
  const sameBox = Math.abs(more.width - less.width) <= 0.1 && Math.abs(more.height - less.height) <= 0.1;
  return sameBox && more.fill >= WHOLE && less.fill < more.fill - SLACK ? 'cut' : 'unclear';
}
