/** What a drawing looks like by the points that it paints, of a raster laid over its place. */
export interface Drawing {
  /** Painted points of all, from nought to one. */
  readonly part: number;
  /** Painted points of those in the smallest box around them: near one for a solid box, less for one with something cut out. */
  readonly fill: number;
  /** Painted points of those in the middle of that box: none for an outline, however thick. */
  readonly heart: number;
  /** Of that box, as parts of the raster. */
  readonly width: number;
  readonly height: number;
}

/** @param side points to a side of the raster; `isPainted` is asked for each. */
export function drawingOf(side: number, isPainted: (x: number, y: number) => boolean): Drawing {
  const points: (readonly [x: number, y: number])[] = [];
  for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) if (isPainted(x, y)) points.push([x, y]);
  if (points.length === 0) return { part: 0, fill: 0, heart: 0, width: 0, height: 0 };
  const across = reachOf(points.map(([x]) => x));
  const down = reachOf(points.map(([, y]) => y));
  const middle = points.filter(([x, y]) => across.isMiddle(x) && down.isMiddle(y)).length;
  return {
    part: points.length / side ** 2,
    fill: points.length / (across.length * down.length),
    heart: middle / (across.middle * down.middle),
    width: across.length / side,
    height: down.length / side,
  };
}

/** This part of each side is not the middle. */
const EDGE = 0.3;

function reachOf(places: readonly number[]) {
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const length = most - least + 1;
  const edge = Math.floor(length * EDGE);
  return {
    length,
    middle: length - 2 * edge,
    isMiddle: (place: number): boolean => place >= least + edge && place <= most - edge,
  };
}

/** An outline with a tick in it fills less of its box, a solid box with a tick cut out more; a thick outline has nothing in its middle. */
const SOLID = 0.55;
const BODY = 0.25;
const WHOLE = 0.9;
/** Rounded corners and edges between two points. */
const SLACK = 0.02;

const isSolid = (drawing: Drawing | undefined): boolean =>
  drawing !== undefined && drawing.fill >= SOLID && drawing.heart >= BODY;

/**
 * What two drawings of one mark say by their solid bodies, where both have one: a solid box is the empty one if the other is the same
 * box with something cut out of it. `cut`: so it is. `unclear`: two solid drawings that are not such a pair.
 */
export function solidPair(more: Drawing | undefined, less: Drawing | undefined): 'cut' | 'unclear' | undefined {
  if (more === undefined || less === undefined || !isSolid(more) || !isSolid(less)) return undefined;
  const sameBox = Math.abs(more.width - less.width) <= 0.1 && Math.abs(more.height - less.height) <= 0.1;
  return sameBox && more.fill >= WHOLE && less.fill < more.fill - SLACK ? 'cut' : 'unclear';
}
