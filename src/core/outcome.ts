/** The rules of DOMAIN.md, by their number there. */
export type RuleId = `R${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

/** A value a reason's sentence needs. Words live in `_locales`; only data travels. */
export type ReasonParams = Readonly<Record<string, string | number>>;

/**
 * Why a rule answered as it did: a code (the key of a message in `_locales`), the rule it rests on, and what the
 * sentence needs. Never an English sentence.
 */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly rule?: RuleId;
  readonly params?: ReasonParams;
}

/** Three-valued: where a fact is missing, the answer is neither yes nor no. */
export type Verdict = 'yes' | 'no' | 'unknown';

/**
 * A rule's answer. `reasons` says why for `no`, and what is missing or contradictory for `unknown`;
 * for `yes` it holds remarks worth showing, if any.
 */
export interface Judgement<Code extends string = string> {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason<Code>[];
}
