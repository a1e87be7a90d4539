import { describe, expect, it } from 'vitest';
import { type ReadRow, RowsSeen } from '../../../src/content/lists/rows-seen.ts';

/** `a` is a row of the key a; `a:1` one that says 1 besides; `-` one without a key. */
const rows = (text: string): ReadRow<string>[] =>
  text.split(' ').map((row) => {
    const [key = '', print = ''] = row.split(':');
    return { key: key === '-' ? undefined : key, print, item: row };
  });

function walked(...windows: string[]) {
  const seen = new RowsSeen<string>();
  const follows = windows.map((window) => seen.window(rows(window)));
  return { seen, follows };
}

describe('rows of a list that is seen window by window', () => {
  it('are each counted once, however often they are seen', () => {
    const { seen, follows } = walked('a b c d', 'c d e f', 'e f g');
    expect(seen.items).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(follows).toEqual([true, true, true]);
    expect([...seen.twice]).toEqual([]);
  });

  it.each([
    ['in one window', ['a b a c']],
    ['in two that overlap', ['a b c', 'b c a d']],
    ['far from each other', ['a b c', 'c d e', 'e f a']],
    ['beside each other, over the edge of a window', ['x y a', 'y a a z']],
  ])('are two where the same stands twice: %s', (_, windows) => {
    const { seen } = walked(...windows);
    expect([...seen.twice]).toEqual(['a']);
    expect(seen.items.filter((item) => item === 'a')).toHaveLength(2);
  });

  it('are as many as there are, where all say the same', () => {
    expect(walked('a a a').seen.size).toBe(3);
  });

  it('are not told apart by a window that has no order in common with the one before', () => {
    const { seen } = walked('a b c d', 'c a e');
    expect([...seen.twice]).toEqual([]);
  });

  it('of one key that say different things are two facts', () => {
    const { seen } = walked('a:1 b:1', 'b:1 a:2');
    expect(seen.items).toEqual(['a:1', 'a:2', 'b:1']);
    expect([...seen.twice]).toEqual(['a']);
  });

  it('are no one list where a window has nothing of the one before', () => {
    expect(walked('a b c', 'x y z').follows).toEqual([true, false]);
  });

  it('without a key count as many as one window had', () => {
    expect(walked('a - - b', 'b - c').seen).toMatchObject({ withoutKey: 2, size: 5 });
  });
});

describe('what is seen of a list after it was walked', () => {
  it('takes the place of what the row said before', () => {
    const { seen } = walked('a:open b:open');
    expect(seen.knows(rows('b:paid'))).toBe(true);
    seen.later(rows('b:paid'));
    expect(seen.items).toEqual(['a:open', 'b:paid']);
  });

  it('needs another walk where a row is new, or cannot be told which of two it is', () => {
    const { seen } = walked('a:1 a:2 b:1');
    expect(seen.knows(rows('a:2 b:1 -'))).toBe(true);
    expect(seen.knows(rows('c:1'))).toBe(false);
    expect(seen.knows(rows('a:3'))).toBe(false);
  });

  it('is the same list where all rows are', () => {
    expect(walked('a b', 'b c').seen.equals(walked('a b c').seen)).toBe(true);
    expect(walked('a b').seen.equals(walked('a b c').seen)).toBe(false);
    expect(walked('a:1').seen.equals(walked('a:2').seen)).toBe(false);
  });
});
