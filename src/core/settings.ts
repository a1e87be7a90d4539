import * as v from 'valibot';

/** The partner's settings. Every unknown of DOMAIN.md that a rule needs is one of these, with its default. */
export const Settings = v.object({
  /** Helper id → switched off. */
  helpersOff: v.optional(v.record(v.string(), v.boolean()), {}),
  /** Most devices in one conversion run. */
  largestBatch: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)), 200),
  /** How numbers of doubtful form are read: `1.234` as one thousand or as one. `page` follows the column, else cannot tell. */
  decimalMark: v.optional(v.picklist(['page', 'point', 'comma']), 'page'),
});
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});
