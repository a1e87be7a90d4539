import { type OwnWords, wordKey } from '../core/orders/states.ts';
import { StateWordRecord } from '../core/records/state-word.ts';
import { readable } from './db/readable.ts';
import type { PlainRow } from './db/schema.ts';

/** What the partner said of status words, by the spelling that compares. */
export const ownWords = (rows: readonly PlainRow[]): OwnWords =>
  Object.fromEntries(
    readable(StateWordRecord, rows).records.map(({ word, state }) => [wordKey(word), { word, state }]),
  );
