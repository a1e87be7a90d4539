import * as v from 'valibot';
import { isCurrencyCode } from './money/currency.ts';
import type { ProrationSettings } from './rules/proration.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The choices of each setting that has some. Not taken from the rules themselves: a content script would carry their calendar. */
export const CHOICES = {
  convention: ['actual-days', 'inclusive-days', 'thirty-day-month', 'months-and-days', 'started-months'],
  roundEach: ['line', 'unit'],
  rounding: ['half-up', 'half-even'],
  decimalMark: ['page', 'point', 'comma'],
  pagePrice: ['term', 'month'],
} as const satisfies { readonly [N in keyof ProrationSettings]: readonly ProrationSettings[N][] } & {
  readonly decimalMark: readonly string[];
  readonly pagePrice: readonly string[];
};

/** How a part of a term is priced (R3): the vendor's formula is not published. */
export const PRORATION_ENTRIES = {
  convention: v.optional(v.picklist(CHOICES.convention), 'actual-days'),
  roundEach: v.optional(v.picklist(CHOICES.roundEach), 'line'),
  rounding: v.optional(v.picklist(CHOICES.rounding), 'half-up'),
};

/** Days after the due date from which each step holds (R7, 2025 revision). */
export const OverdueDays = v.pipe(
  v.object({
    warning: whole(1, 365),
    ordersBlocked: whole(1, 365),
    portalLocked: whole(1, 365),
    servicesSuspended: whole(1, 365),
  }),
  v.check(
    (days) =>
      days.warning < days.ordersBlocked &&
      days.ordersBlocked < days.portalLocked &&
      days.portalLocked < days.servicesSuspended,
    'the steps must rise',
  ),
);
export type OverdueDays = v.InferOutput<typeof OverdueDays>;

/** One address and nothing else: it becomes part of a link. */
export const MailAddress = v.union([v.literal(''), v.pipe(v.string(), v.trim(), v.maxLength(254), v.email())]);

/** A currency's code by ISO 4217, or nothing. */
export const PageCurrency = v.union([v.literal(''), v.pipe(v.string(), v.check(isCurrencyCode, 'no currency'))]);

const REMINDER_ENTRIES = {
  remindShipped: v.optional(v.boolean(), false),
  remindLate: v.optional(v.boolean(), false),
  remindUnknown: v.optional(v.boolean(), false),
  remindExpiring: v.optional(v.boolean(), false),
  remindOverdue: v.optional(v.boolean(), false),
};

/** The settings that switch reminders of facts on. */
export const REMINDER_SETTINGS = Object.keys(REMINDER_ENTRIES) as readonly (keyof typeof REMINDER_ENTRIES)[];

/** The item of the browser's synchronised storage that holds them. */
export const SETTINGS_KEY = 'settings';

/** The partner's settings. Every unknown of DOMAIN.md that a rule needs is one of these, with its default. */
export const Settings = v.object({
  /** Helper id → switched off. */
  helpersOff: v.optional(v.record(v.string(), v.boolean()), {}),
  /** Most devices in one conversion run. */
  largestBatch: v.optional(whole(1, 2000), 200),
  /** Most devices that are selected and agreed to at a time; a larger batch is converted in groups. */
  groupSize: v.optional(whole(1, 2000), 200),
  /** Pause between groups, in seconds. */
  groupPause: v.optional(whole(0, 600), 3),
  /** The run stops at WMP's own Agree, for the partner to press. */
  partnerAgrees: v.optional(v.boolean(), false),
  /** Months after which settled runs are deleted from the history; 0: never. */
  keepRunsMonths: v.optional(whole(0, 240), 24),
  /** Reminds of devices that were agreed to and are not seen as HWaaS ten minutes later (R8). */
  remindUnconfirmed: v.optional(v.boolean(), true),
  /** Days without a change after which a pending order needs the partner; 0: never. */
  staleDays: v.optional(whole(0, 365), 14),
  /** Opens Orders once a day in a tab behind, reads it and closes it. */
  dailyRefresh: v.optional(v.boolean(), false),
  /** Notifications of what is new, each kind by itself. */
  ...REMINDER_ENTRIES,
  /** Hours of the day between which all reminders wait; the same twice: never. */
  quietFrom: v.optional(whole(0, 23), 20),
  quietUntil: v.optional(whole(0, 23), 7),
  /** How numbers of doubtful form are read: `1.234` as one thousand or as one. `page` follows the column, else cannot tell. */
  decimalMark: v.optional(v.picklist(CHOICES.decimalMark), 'page'),
  /** Of WMP's prices where the page shows a sign of several currencies, or none; empty: such prices are not read. */
  pageCurrency: v.optional(PageCurrency, ''),
  ...PRORATION_ENTRIES,
  /** What WMP's own prices cover where their column does not say: the Duration, or a month. */
  pagePrice: v.optional(v.picklist(CHOICES.pagePrice), 'term'),
  /** Where signed agreements are sent (R6); empty: not told. */
  areaManagerMail: v.optional(MailAddress, ''),
  /** A quote warns where its price list is older than this many months. */
  listAgeMonths: v.optional(whole(1, 120), 12),
  overdueDays: v.optional(OverdueDays, { warning: 2, ordersBlocked: 5, portalLocked: 30, servicesSuspended: 35 }),
});
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});
