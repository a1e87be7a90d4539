import * as v from 'valibot';
import { CustomerRef } from '../customer.ts';
import { Instant } from '../facts.ts';
import { ReasonData } from '../reasons.ts';
import { Seen, Stamp } from './stamp.ts';

/**
 * The steps of a conversion, in order. `agreeing` is on disk before Agree is pressed; what is in it when a run breaks is
 * `unknown`, and only reading Devices again settles that.
 */
export const RUN_STEPS = ['planned', 'selecting', 'selected', 'asked', 'agreeing', 'accepted', 'confirmed'] as const;
export const RunStep = v.picklist([...RUN_STEPS, 'unknown', 'not-converted']);
export type RunStep = v.InferOutput<typeof RunStep>;

const Text = v.pipe(v.string(), v.maxLength(500));

export const RunDevice = v.object({
  key: v.pipe(Text, v.minLength(1)),
  serial: v.optional(Text),
  mac: v.optional(Text),
  model: v.optional(Text),
  pbx: v.optional(Text),
  step: RunStep,
  /** When Agree was journalled for it: the ten minutes of R8 count from here. */
  agreedAt: v.optional(Instant),
  /** When Devices showed it as HWaaS. */
  confirmedAt: v.optional(Instant),
  /** When Devices was read after those ten minutes and did not show it as HWaaS: a matter for Customer Care. */
  notShownAt: v.optional(Instant),
});
export type RunDevice = v.InferOutput<typeof RunDevice>;

export const RunRecord = v.object({
  ...Stamp.entries,
  customer: CustomerRef,
  devices: v.pipe(v.array(RunDevice), v.minLength(1)),
  startedAt: Instant,
  /** When Agree was last journalled or accepted. */
  agreedAt: v.optional(Instant),
  endedAt: v.optional(Instant),
  /** Why it stopped before the end, if it did. */
  stopped: v.optional(ReasonData),
  /** The PBX whose Devices page it was begun on, at PBX level. */
  pbx: v.optional(Text),
  /** Who was logged in to WMP, where the page shows it. */
  by: v.optional(Text),
  /** Everything up to Agree, and then cancelled. */
  trial: v.optional(v.boolean()),
  /** The partner presses WMP's Agree; from `selected` on it may be pressed at any time. */
  partnerAgrees: v.optional(v.boolean()),
  /** The browser's id of the document that carries it out, where it gives one. */
  documentId: v.optional(Text),
  /** When the partner was reminded to look at Devices again. */
  remindedAt: v.optional(Instant),
  /** Came in with a file of another computer's, or of an earlier installation: it is looked after here, never carried out. */
  elsewhere: v.optional(v.boolean()),
  seen: Seen,
});
export type RunRecord = v.InferOutput<typeof RunRecord>;
