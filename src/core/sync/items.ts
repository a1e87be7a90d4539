import * as v from 'valibot';
import type { SyncItem } from './plan.ts';

/** The browsers' own limits of synchronised storage, with some room left for the settings. */
export const SYNC_LIMITS = { item: 8192, total: 90_000, items: 480 } as const;

/** Of one item's bytes, what is used: the browser counts its key and quotation marks with it. */
const PART_BYTES = 7000;
/** Parts of one thing at most: a taught page of more is too large to be synchronised. */
const MOST_PARTS = 4;

const Head = v.object({
  at: v.string(),
  /** How many parts its content has, and of how many characters; absent: it was removed. */
  parts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PARTS))),
  length: v.optional(v.number()),
});

const partKey = (key: string, n: number): string => `${key}#${n}`;

/** An item as it is stored, key by key; `undefined` where it is too large. */
export function storedItem({ key, at, body }: SyncItem): Readonly<Record<string, unknown>> | undefined {
  if (key.length > 300) return undefined;
  if (body === undefined) return { [key]: { at } };
  // What is not ASCII is escaped, so that characters are bytes.
  const text = JSON.stringify(body).replace(/[\u0080-\uffff]/g, escaped);
  // The browser stores the text as JSON once more: quotes and backslashes take two bytes.
  const parts = cut(text);
  if (parts.length > MOST_PARTS) return undefined;
  return Object.fromEntries([
    [key, { at, parts: parts.length, length: text.length }],
    ...parts.map((part, n) => [partKey(key, n), part]),
  ]);
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function cut(text: string): string[] {
  const parts: string[] = [];
  let [start, bytes] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    bytes += text[i] === '"' || text[i] === '\\' ? 2 : 1;
    if (bytes < PART_BYTES) continue;
    parts.push(text.slice(start, i + 1));
    [start, bytes] = [i + 1, 0];
  }
  return start < text.length ? [...parts, text.slice(start)] : parts;
}

/** The keys under which an item may have been stored before, in more parts. */
export const partKeys = (key: string): string[] => Array.from({ length: MOST_PARTS }, (_, n) => partKey(key, n));

/** The items among everything that is stored. One that has not come in whole is not there yet. */
export function readItems(
  stored: Readonly<Record<string, unknown>>,
  prefixes: readonly string[],
): Map<string, SyncItem> {
  const items = new Map<string, SyncItem>();
  for (const [key, value] of Object.entries(stored)) {
    if (!prefixes.some((prefix) => key.startsWith(prefix)) || !v.is(Head, value)) continue;
    const { at, parts, length } = value;
    if (parts === undefined) items.set(key, { key, at });
    else {
      const text = Array.from({ length: parts }, (_, n) => stored[partKey(key, n)]).join('');
      const body = text.length === length ? parsed(text) : undefined;
      if (body !== undefined) items.set(key, { key, at, body });
    }
  }
  return items;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bytes as the browser counts them: the key and the value as JSON. */
export const bytesOf = (stored: Readonly<Record<string, unknown>>): number =>
  Object.entries(stored).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
