import * as v from 'valibot';
import { CalendarDate } from '../facts.ts';
import { Month } from '../month.ts';
import { Figures } from '../orders/figures.ts';
import { OrderRecord } from '../records/order.ts';
import { PbxRecord } from '../records/pbx.ts';
import { message } from './message.ts';

/** Most things in one answer of a day, and most orders that are counted for one answer. */
export const DAY_PART = 100;
export const FIGURES_PART = 2000;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(1200));

/** The calendar and the charts of the full page. Every message may be repeated. */
export const OVERVIEW_MESSAGES = {
  /**
   * How much each day of a month holds: expected shipments of pending orders, expirations of PBXes; days with nothing are
   * left out. `month` absent: today's. `aside`: what stands on no day.
   */
  'overview.month': message(
    ['popup'],
    v.strictObject({ month: v.optional(Month) }),
    v.object({
      month: Month,
      today: CalendarDate,
      days: v.array(v.object({ date: CalendarDate, shipments: Count, expirations: Count })),
      aside: v.object({ shipments: Count, expirations: Count, unreadable: Count }),
    }),
  ),
  /** What stands on a day, or (without one) has none: PBXes first, then orders. `skip`, `limit` and `total` go over both. */
  'overview.day': message(
    ['popup'],
    v.strictObject({
      date: v.optional(CalendarDate),
      skip: v.pipe(Count, v.maxValue(1_000_000)),
      limit: v.pipe(Count, v.minValue(1), v.maxValue(DAY_PART)),
    }),
    v.object({ pbxes: v.array(PbxRecord), orders: v.array(OrderRecord), unreadable: Count, total: Count }),
  ),
  /** Figures of the orders after `after`, a part at a time: `next` is the one that the next part begins after. */
  'overview.figures': message(
    ['popup'],
    v.strictObject({ after: v.optional(Id), limit: v.pipe(Count, v.minValue(1), v.maxValue(FIGURES_PART)) }),
    v.object({ figures: Figures, covers: v.picklist(['term', 'month']), next: v.optional(Id) }),
  ),
} as const;
