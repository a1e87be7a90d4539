import { describe, expect, test } from 'vitest';
import { type Drawing, drawingOf, solidPair } from '../../../src/content/portal/drawing.ts';

const drawing = (...lines: string[]): Drawing => drawingOf(lines.length, (x, y) => lines[y]?.[x] === '#');

const EMPTY = drawing('........', '........', '........', '........', '........', '........', '........', '........');
const FRAME = drawing('........', '.######.', '.#....#.', '.#....#.', '.#....#.', '.#....#.', '.######.', '........');
const SOLID = drawing('........', '.######.', '.######.', '.######.', '.######.', '.######.', '.######.', '........');
const TICKED = drawing('........', '.######.', '.####.#.', '.###.##.', '.#.#.##.', '.##.###.', '.######.', '........');
const DASHED = drawing('........', '.######.', '.######.', '.######.', '.#....#.', '.######.', '.######.', '........');
const SMALL = drawing('........', '........', '..####..', '..####..', '..####..', '..####..', '........', '........');

describe('a drawing', () => {
  test('is known by what it paints, and by how much of the box around that', () => {
    expect(FRAME).toEqual({ part: 20 / 64, fill: 20 / 36, heart: 0, width: 6 / 8, height: 6 / 8 });
    expect(SOLID.fill).toBe(1);
  });

  test('of nothing has no box', () => {
    expect(EMPTY).toEqual({ part: 0, fill: 0, heart: 0, width: 0, height: 0 });
  });
});

describe('two drawings of one mark', () => {
  test.each([
    ['a solid box and the same with a tick cut out: the tick', SOLID, TICKED, 'cut'],
    ['two solid boxes with something cut out of each: unclear', DASHED, TICKED, 'unclear'],
    ['a solid box and a smaller one: unclear', SOLID, SMALL, 'unclear'],
    ['a solid box and an outline, however thick: told by the amount', SOLID, FRAME, undefined],
    ['a solid box and nothing: told by the amount', SOLID, EMPTY, undefined],
    ['a solid box and one that cannot be measured: told by the amount', SOLID, undefined, undefined],
  ])('%s', (_what, more, less, pair) => {
    expect(solidPair(more, less)).toBe(pair);
  });
});
