import * as v from 'valibot';

/**
 * The pattern alone lets 31 February through, and a whole batch would fail on one such day. By hand, since content scripts
 * do without the calendar's library.
 */
const exists = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return day <= (month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31);
};

/** A calendar date without time or zone, `yyyy-mm-dd`. */
export const CalendarDate = v.pipe(v.string(), v.isoDate(), v.check(exists, 'no such day'), v.brand('CalendarDate'));
export type CalendarDate = v.InferOutput<typeof CalendarDate>;

/** A point in time, ISO 8601 in UTC. Only for "when was it seen", never for rules. */
export const Instant = v.pipe(v.string(), v.isoTimestamp(), v.brand('Instant'));
export type Instant = v.InferOutput<typeof Instant>;

/** What the order form calls Duration, as ISO 8601 durations (R1). */
export const Duration = v.picklist(['P1M', 'P1Y', 'P5Y']);
export type Duration = v.InferOutput<typeof Duration>;

/** Subscription length of a PBX (R1): a Duration, or LifeTime. */
export const Term = v.picklist(['P1M', 'P1Y', 'P5Y', 'lifetime']);
export type Term = v.InferOutput<typeof Term>;

/** How a device is provided (DOMAIN.md, Words). `unknown`: the page shows something else or nothing. */
export const Contract = v.picklist(['capex', 'hwaas', 'rental', 'unknown']);
export type Contract = v.InferOutput<typeof Contract>;

/**
 * Integer minor units (cents) and an ISO 4217 currency. `currencySaid`: the page left the currency open, and it is the one of the
 * partner's setting: an estimate, and shown as one. What is worked out of it does not carry this, and is an estimate anyway.
 */
export const Money = v.object({
  amountMinor: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  currencySaid: v.optional(v.literal(true)),
});
export type Money = v.InferOutput<typeof Money>;

const Text = v.pipe(v.string(), v.maxLength(500));

/** One device as read from a Devices page. Absent means: not shown, or not readable with certainty. */
export const DeviceFacts = v.object({
  /** Identity of the row: the serial, else the MAC. */
  key: v.pipe(Text, v.minLength(1)),
  serial: v.optional(Text),
  mac: v.optional(Text),
  model: v.optional(Text),
  /** Name of the PBX as the page prints it. */
  pbx: v.optional(Text),
  contract: Contract,
});
export type DeviceFacts = v.InferOutput<typeof DeviceFacts>;

/** One PBX as read from a PBXes page. */
export const PbxFacts = v.object({
  name: v.pipe(Text, v.minLength(1)),
  term: v.optional(Term),
  expiration: v.optional(CalendarDate),
  /** HWaaS or Rental where the PBX is known to hold such devices (R12). */
  hardware: v.optional(v.picklist(['hwaas', 'rental'])),
});
export type PbxFacts = v.InferOutput<typeof PbxFacts>;
