import * as v from 'valibot';
import { Instant } from '../facts.ts';
import { Mapping } from '../price-list/mapping.ts';
import { Stamp } from './stamp.ts';

/** How files of one shape are read, as the partner last left it. */
export const MappingRecord = v.object({
  ...Stamp.entries,
  mapping: Mapping,
  /** The last file that it was used for, and when. */
  usedFor: v.pipe(v.string(), v.maxLength(300)),
  usedAt: Instant,
});
export type MappingRecord = v.InferOutput<typeof MappingRecord>;

const WHOLE = 1000;

/** The id under which a shape's mapping is kept: the shape itself, a very long one by its beginning, length and sum. */
export function mappingId(shape: string): string {
  if (shape.length <= WHOLE) return shape;
  let sum = 0x811c9dc5;
  for (let at = 0; at < shape.length; at++) sum = Math.imul(sum ^ shape.charCodeAt(at), 0x01000193) >>> 0;
  return `${shape.slice(0, WHOLE)}…${shape.length}:${sum.toString(36)}`;
}
