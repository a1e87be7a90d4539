import { distance, parseColour, type Rgba } from './colour.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { glyphInk } from './glyph-ink.ts';
import { maskInk } from './mask-ink.ts';

/**
 * How much a cell that holds nothing but a mark shows. A box that is empty, or drawn faintly, is not ticked; one with something in
 * it is: that is all a person has to go by where a page says nothing.
 */
export interface Ink {
  /** Things drawn inside, each as far as it is opaque. */
  readonly amount: number;
  /** Whether anything is there to press at all: a frame, a glyph, an image. */
  readonly drawn: boolean;
  /** Whether a frame of about equal sides is among it, as check boxes have and other icons do not. */
  readonly boxed: boolean;
  /** Whether an icon of a font is among it that is painted in its middle: no empty box. */
  readonly filled: boolean;
  /** What it looks like, where it is one drawing and nothing else. */
  readonly drawing?: Drawing;
  /** Whether a picture in it was not looked at yet, so that its amount is not known. */
  readonly coming: boolean;
}

/** Less than this is no difference: shades and anti-aliasing. */
const STEP = 0.3;

export const sameInk = (a: Ink, b: Ink): boolean => Math.abs(a.amount - b.amount) < STEP / 2;
export const differentInk = (a: Ink, b: Ink): boolean => Math.abs(a.amount - b.amount) >= STEP;

/** Measures a cell; its own background is the row's, and does not count. */
export function inkOf(cell: Element): Ink {
  let amount = 0;
  let drawn = false;
  let boxed = false;
  let filled = false;
  let coming = false;
  let things = 0;
  let drawing: Drawing | undefined;
  visit(cell, 1, behind(cell), true);
  const only = things === 1 && drawing !== undefined && !boxed ? { drawing } : {};
  return { amount: Math.round(amount * 10) / 10, drawn, boxed, filled, coming, ...only };

  function visit(element: Element, opacityAround: number, ground: Rgba, isCell: boolean): void {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility !== 'visible') return;
    const opacity = opacityAround * (isCell ? 1 : Number(style.opacity));
    const box = element.getBoundingClientRect();
    const shown = box.width > 1 && box.height > 1;
    if (shown && style.backgroundImage !== 'none') add(opacity);
    if (element instanceof SVGElement && shown && !element.matches('svg,g,defs,title'))
      if (element instanceof SVGGeometryElement) addDrawing(painted(element, style), opacity);
      else add(opacity);
    const colour = parseColour(style.backgroundColor);
    if (!isCell && shown && colour[3] > 0.1 && distance(colour, ground) > 60)
      addMasked(style, box, opacity * colour[3]);
    if (!isCell && shown && isFrame(style, box)) {
      drawn = true;
      boxed = true;
    }
    for (const pseudo of ['::before', '::after']) visitPseudo(getComputedStyle(element, pseudo), opacity);
    for (const node of (element.shadowRoot ?? element).childNodes)
      if (node instanceof Element) visit(node, opacity, colour[3] > 0.5 ? colour : ground, false);
      else if (node instanceof Text && /\S/.test(node.data)) addLetter(node.data.trim(), style, opacity);
  }

  function visitPseudo(style: CSSStyleDeclaration, opacity: number): void {
    if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return;
    if (style.visibility !== 'visible' || /^matrix\(0, 0, 0, 0/.test(style.transform)) return;
    const framed = style.content === '""' && isFrame(style, { width: px(style.width), height: px(style.height) });
    boxed ||= framed;
    drawn = true;
    // A frame drawn by a pseudo-element is the empty box itself.
    const size = { width: px(style.width), height: px(style.height) };
    if (style.content === '""' && maskInk(style, size.width, size.height) !== undefined)
      addMasked(style, size, opacity * Number(style.opacity));
    else if (!framed) addLetter(quoted(style.content), style, opacity * Number(style.opacity));
    else if (style.backgroundImage !== 'none') add(opacity * Number(style.opacity));
  }

  /** Weighed as a drawing is, where it is one letter of a font. */
  function addLetter(text: string, style: CSSStyleDeclaration, opacity: number): void {
    const ink = glyphInk(text, style);
    filled ||= ink?.filled === true && opacity > 0.5;
    if (ink === undefined) add(opacity);
    else addDrawing({ ...ink.drawing, part: ink.part }, opacity);
  }

  /** A colour, as far as a mask lets it be seen. */
  function addMasked(
    style: CSSStyleDeclaration,
    { width, height }: { width: number; height: number },
    opacity: number,
  ): void {
    const mask = maskInk(style, width, height);
    if (mask === 'coming') coming = true;
    if (mask === undefined || mask === 'coming') add(opacity);
    else addDrawing(mask, opacity);
  }

  function addDrawing(one: Drawing, opacity: number): void {
    if (one.part > 0) drawing = one;
    add(opacity * FULL * one.part, one.part > 0 ? 1 : 0);
  }

  function add(weight: number, count = 1): void {
    things += count;
    amount += weight;
    drawn = true;
  }
}

/** Points to a side that are looked at in a drawing. */
const GRID = 16;
/** What a drawing weighs that fills all of its picture. */
const FULL = 8;
/** Drawings have their edges on whole and half steps: the points are beside them. */
const ASIDE = 0.47;

/** How much of its picture a shape paints: the outline of a box less than the box with a tick in it. */
function painted(shape: SVGGeometryElement, style: CSSStyleDeclaration): Drawing {
  const box = (shape.ownerSVGElement ?? shape).getBoundingClientRect();
  const toShape = shape.getScreenCTM()?.inverse();
  if (toShape === undefined) return UNKNOWN;
  const [fills, strokes] = [isPaint(style.fill), isPaint(style.stroke)];
  return drawingOf(GRID, (column, row) => {
    const x = box.left + (column + ASIDE) * (box.width / GRID);
    const y = box.top + (row + ASIDE) * (box.height / GRID);
    const point = new DOMPoint(x, y).matrixTransform(toShape);
    return (fills && shape.isPointInFill(point)) || (strokes && shape.isPointInStroke(point));
  });
}

/** Of a shape that cannot be looked at: it weighs as much as any other thing. */
const UNKNOWN: Drawing = { part: 1 / FULL, fill: 0, heart: 0, width: 0, height: 0 };

const quoted = (content: string): string => /^"(.*)"$/s.exec(content)?.[1] ?? '';

const isPaint = (paint: string): boolean => paint !== 'none' && parseColour(paint)[3] > 0.1;

const px = (length: string): number => Number.parseFloat(length) || 0;

function isFrame(style: CSSStyleDeclaration, { width, height }: { width: number; height: number }): boolean {
  const sides = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth];
  return sides.every((side) => px(side) > 0) && width >= 7 && width <= 40 && Math.abs(width - height) <= 0.3 * width;
}

const WHITE: Rgba = [255, 255, 255, 1];

/** The colour of what lies below an element: of the first around it that has one. */
function behind(element: Element): Rgba {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const colour = parseColour(getComputedStyle(up).backgroundColor);
    if (colour[3] > 0.5) return colour;
  }
  return WHITE;
}
