import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseColour } from '../../../src/content/portal/colour.ts';

afterEach(() => vi.unstubAllGlobals());

describe('parseColour', () => {
  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
    ['color(srgb 1 0 0 / 0.5)', [255, 0, 0, 0.5]],
    ['none', [0, 0, 0, 0]],
    ['transparent', [0, 0, 0, 0]],
  ])('%s', (text, colour) => {
    expect(parseColour(text)).toEqual(colour);
  });

  it('has the browser paint what is printed by other measures, once', () => {
    const getImageData = vi.fn(() => ({ data: [10, 20, 30, 255] }));
    const pen = { clearRect: () => {}, fillRect: () => {}, fillStyle: '', getImageData };
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => pen }) });
    expect(parseColour('oklch(0.9 0.05 250)')).toEqual([10, 20, 30, 1]);
    expect(pen.fillStyle).toBe('oklch(0.9 0.05 250)');
    parseColour('oklch(0.9 0.05 250)');
    expect(getImageData).toHaveBeenCalledTimes(1);
  });
});
