import * as v from 'valibot';
import type { Reason } from './outcome.ts';

/** Run-time form of a Reason, for messages and storage. */
export const ReasonData: v.GenericSchema<Reason> = v.object({
  code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  rule: v.optional(v.pipe(v.string(), v.regex(/^R([1-9]|1[0-4])$/))),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
}) as never;

export const VerdictData = v.picklist(['yes', 'no', 'unknown']);

/** Run-time form of a Judgement. */
export const JudgementData = v.object({ verdict: VerdictData, reasons: v.array(ReasonData) });
