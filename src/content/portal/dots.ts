import { elements } from './flat-tree.ts';

/** Width to height of an icon's lines, at least: three dots in a row, not a list or a cross. */
const ELONGATED = 2.5;
const SHAPES = 'circle,ellipse,rect,path,polygon';

/** Whether an element holds one drawing and nothing else, and that is of three equal parts in a line: the three dots of a menu. */
export function isThreeDots(element: Element): boolean {
  if (/\S/.test(element.textContent ?? '')) return false;
  const [drawing, ...more] = [...elements(element)].flatMap(({ children }) =>
    [...children].filter((child) => child instanceof SVGSVGElement),
  );
  if (drawing === undefined || more.length > 0) return false;
  const shapes = [...drawing.querySelectorAll<SVGGraphicsElement>(SHAPES)].filter(isDrawn);
  return parts(shapes) === 3 && isElongated(shapes.map((shape) => shape.getBoundingClientRect()));
}

/** Icons often hold a shape as large as they are, which nothing is drawn of. */
const isDrawn = (shape: SVGGraphicsElement): boolean =>
  getComputedStyle(shape).fill !== 'none' || getComputedStyle(shape).stroke !== 'none';

const parts = (shapes: readonly SVGGraphicsElement[]): number =>
  shapes.reduce((sum, shape) => sum + Math.max(1, shape.getAttribute('d')?.match(/m/gi)?.length ?? 1), 0);

function isElongated(boxes: readonly DOMRect[]): boolean {
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  return Math.min(width, height) > 0 && Math.max(width, height) >= ELONGATED * Math.min(width, height);
}
