import * as v from 'valibot';
import { indexLabels, labelKey, type Vocabulary } from '../label.ts';
import { OrderState } from '../records/order.ts';
import { type KnownState, STATE_WORDS } from './state-words.ts';

/** What the partner says a word means. `unknown`: he was asked, and it is to stay as it is. */
export const OwnWord = v.object({ word: v.pipe(v.string(), v.minLength(1), v.maxLength(60)), state: OrderState });
export type OwnWord = v.InferOutput<typeof OwnWord>;

/** The partner's own words by {@link wordKey}. */
export type OwnWords = Readonly<Record<string, OwnWord>>;

/** One spelling of a status word, for comparing. */
export const wordKey = (word: string): string => labelKey(word) || word.trim();

const known = indexLabels<KnownState>(
  Object.fromEntries(
    Object.entries(STATE_WORDS).map(([state, words]) => [state, Object.values(words).join('|')]),
  ) as Vocabulary<KnownState>,
);

/** What a printed status is usually taken to mean; `unknown` for a word that is not in the table, or stands in it twice. */
export function parseOrderState(word: string): OrderState {
  const [state, ...others] = known(word);
  return state === undefined || others.length > 0 ? 'unknown' : state;
}

/** What it means to this partner. */
export const stateOf = (word: string, own: OwnWords): OrderState => own[wordKey(word)]?.state ?? parseOrderState(word);

/** Whether the partner is to be asked what a word means: once, so not where he answered, whatever he said. */
export const isQuestion = (word: string, own: OwnWords): boolean =>
  wordKey(word) !== '' && own[wordKey(word)] === undefined && parseOrderState(word) === 'unknown';
