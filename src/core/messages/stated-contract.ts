import * as v from 'valibot';
import { StatedDiscounts } from '../rules/discount/schedule.ts';
import { message, Nothing } from './message.ts';

/** The partner's own discounts. A table by itself: a content script has no use for their schema. */
export const STATED_MESSAGES = {
  /** The partner's own discounts (R4), all of them: a quote goes by them before anything learned of the same product. */
  'discount.state': message(
    ['options'],
    v.strictObject({ schedules: StatedDiscounts }),
    v.object({ schedules: StatedDiscounts }),
  ),
  'discount.stated': message(
    ['content', 'popup', 'options'],
    Nothing,
    v.object({ schedules: StatedDiscounts, unreadable: v.number() }),
  ),
} as const;
