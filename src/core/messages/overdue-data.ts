import * as v from 'valibot';
import { CalendarDate } from '../facts.ts';
import { JudgementData } from '../reasons.ts';

const Step = v.picklist(['warning', 'orders-blocked', 'portal-locked', 'services-suspended']);

/** Where the oldest open invoice stands on the ladder of R7, as messages carry it. */
export const OverdueData = v.object({
  ordering: JudgementData,
  due: v.optional(CalendarDate),
  daysOverdue: v.number(),
  step: v.picklist([...Step.options, 'none']),
  steps: v.array(v.object({ step: Step, date: CalendarDate, reached: v.boolean() })),
  next: v.optional(v.object({ step: Step, date: CalendarDate, inDays: v.number() })),
  undated: v.number(),
});
export type OverdueData = v.InferOutput<typeof OverdueData>;
