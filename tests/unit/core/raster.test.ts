import { expect, test } from 'vitest';
import { rasterKind } from '../../../src/core/raster.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('raster pictures are known by how they begin, and nothing else is', () => {
  expect(rasterKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png');
  expect(rasterKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
  expect(rasterKind(bytes('RIFF\u0000\u0000\u0000\u0000WEBP'))).toBe('webp');
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF\u0000\u0000\u0000\u0000WAVE', 'GIF89a', ''])
    expect(rasterKind(bytes(other))).toBeUndefined();
});
