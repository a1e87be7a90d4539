import * as v from 'valibot';
import { OwnWord } from '../orders/states.ts';
import { Stamp } from './stamp.ts';

/** What a status word means to the partner. */
export const StateWordRecord = v.object({ ...Stamp.entries, ...OwnWord.entries });
export type StateWordRecord = v.InferOutput<typeof StateWordRecord>;
