import * as v from 'valibot';
import { StatedDiscount, StatedDiscounts } from '../rules/discount/schedule.ts';
import { Key, message, Nothing } from './message.ts';

const Stated = v.object({ schedules: StatedDiscounts, unreadable: v.number() });

/** The partner's own discounts. A table by itself: a content script has no use for their schema. */
export const STATED_MESSAGES = {
  /** Puts one in, or in the place of the one of its id (R4): a quote goes by it before anything learned of the same product. */
  'discount.put': message(['options'], v.strictObject({ schedule: StatedDiscount }), Stated),
  'discount.drop': message(['options'], v.strictObject({ id: Key }), Stated),
  'discount.stated': message(['content', 'popup', 'options'], Nothing, Stated),
} as const;
