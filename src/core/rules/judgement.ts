import type { Judgement, Reason } from '../outcome.ts';

/** What speaks against something, and what would have to be known to say yes. */
export interface Findings<Code extends string> {
  readonly against: readonly Reason<Code>[];
  readonly missing: readonly Reason<Code>[];
}

/** One reason against makes it a no, whatever else is missing; else one missing fact makes it unknown. */
export function judge<Code extends string>({ against, missing }: Findings<Code>): Judgement<Code> {
  if (against.length > 0) return { verdict: 'no', reasons: against };
  if (missing.length > 0) return { verdict: 'unknown', reasons: missing };
  return { verdict: 'yes', reasons: [] };
}

/** The findings of several rules about one thing. */
export function together<Code extends string>(...all: readonly Findings<Code>[]): Findings<Code> {
  return { against: all.flatMap((one) => one.against), missing: all.flatMap((one) => one.missing) };
}
