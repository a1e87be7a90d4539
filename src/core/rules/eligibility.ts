import type { CalendarDate, DeviceFacts, PbxFacts } from '../facts.ts';
import type { Judgement } from '../outcome.ts';
import { type Findings, judge, together } from './judgement.ts';
import { indexPbxes, type PbxLookup, type PbxReason, pbxFindings, pbxKey } from './pbx.ts';
import { reason } from './reasons.ts';

export type ConversionReason =
  | PbxReason
  | 'already-hwaas'
  | 'rental-device'
  | 'contract-unknown'
  | 'pbx-not-shown'
  | 'pbx-not-seen'
  | 'pbx-contradictory'
  | 'pbx-differs-from-page'
  | 'pbx-hardware-contradictory';

/** What the page says about all its rows at once. */
export interface DevicePage {
  /** The PBX whose devices the page lists, where it was opened from a PBX. */
  readonly pbx?: string;
}

/**
 * Can this device be converted to HWaaS (R1, R2, R8, R12)?
 * `pbxes` is everything remembered for the device's customer. Yes: not yet HWaaS, not Rental, on a PBX with a running
 * 1 month, 1 year or 5 years subscription and no Rental. Unknown, with what is missing, wherever a fact is not there.
 */
export function conversionEligibility(
  device: DeviceFacts,
  pbxes: readonly PbxFacts[],
  today: CalendarDate,
  page: DevicePage = {},
): Judgement<ConversionReason> {
  const name = device.pbx ?? page.pbx;
  const lookup = name === undefined ? undefined : indexPbxes(pbxes).get(pbxKey(name));
  return judge(together(contractFindings(device), placeFindings(device, page, lookup, today)));
}

/**
 * {@link conversionEligibility} for a whole grid, in its order. What the grid itself shows counts too: where one row is
 * Rental, its PBX holds Rental (R12). Rows alike share one frozen answer, so the cost is a look-up per row.
 */
export function conversionEligibilities(
  devices: readonly DeviceFacts[],
  pbxes: readonly PbxFacts[],
  today: CalendarDate,
  page: DevicePage = {},
): readonly Judgement<ConversionReason>[] {
  const index = withRentalSeen(indexPbxes(pbxes), devices, page);
  const known: Answers = { capex: new Map(), hwaas: new Map(), rental: new Map(), unknown: new Map() };
  const verdicts: Judgement<ConversionReason>[] = [];
  for (const device of devices) {
    const byPbx = known[device.contract];
    let verdict = byPbx.get(device.pbx);
    if (verdict === undefined) {
      verdict = answer(device);
      byPbx.set(device.pbx, verdict);
    }
    verdicts.push(verdict);
  }
  return verdicts;

  function answer(device: DeviceFacts): Judgement<ConversionReason> {
    const name = device.pbx ?? page.pbx;
    const lookup = name === undefined ? undefined : index.get(pbxKey(name));
    return Object.freeze(judge(together(contractFindings(device), placeFindings(device, page, lookup, today))));
  }
}

/** The answers known so far, by PBX. */
type Answers = Record<DeviceFacts['contract'], Map<string | undefined, Judgement<ConversionReason>>>;

const NOTHING: Findings<never> = { against: [], missing: [] };

function contractFindings(device: DeviceFacts): Findings<ConversionReason> {
  switch (device.contract) {
    case 'hwaas':
      return { against: [reason('already-hwaas', 'R8', {})], missing: [] };
    case 'rental':
      return { against: [reason('rental-device', 'R12', {})], missing: [] };
    case 'unknown':
      return { against: [], missing: [reason('contract-unknown', 'R8', {})] };
    case 'capex':
      return NOTHING;
  }
}

type Place = PbxLookup | { readonly kind: 'hardware-contradictory' };

function placeFindings(
  device: DeviceFacts,
  page: DevicePage,
  place: Place | undefined,
  today: CalendarDate,
): Findings<ConversionReason> {
  const name = device.pbx ?? page.pbx;
  if (name === undefined) return { against: [], missing: [reason('pbx-not-shown', 'R8', {})] };
  if (page.pbx !== undefined && pbxKey(name) !== pbxKey(page.pbx))
    return { against: [], missing: [reason('pbx-differs-from-page', 'R8', { pbx: name, page: page.pbx })] };
  switch (place?.kind) {
    case 'found':
      return pbxFindings(place.pbx, today);
    case 'contradictory':
      return { against: [], missing: [reason('pbx-contradictory', 'R8', { pbx: name })] };
    case 'hardware-contradictory':
      return { against: [], missing: [reason('pbx-hardware-contradictory', 'R12', { pbx: name })] };
    default:
      return { against: [], missing: [reason('pbx-not-seen', 'R8', { pbx: name })] };
  }
}

function withRentalSeen(
  index: ReadonlyMap<string, PbxLookup>,
  devices: readonly DeviceFacts[],
  page: DevicePage,
): ReadonlyMap<string, Place> {
  let places: Map<string, Place> | undefined;
  for (const device of devices) {
    if (device.contract !== 'rental') continue;
    const name = device.pbx ?? page.pbx;
    if (name === undefined) continue;
    places ??= new Map<string, Place>(index);
    const key = pbxKey(name);
    const place = places.get(key);
    if (place?.kind !== 'found') continue;
    // R12 rules out both on one PBX: what is remembered and what is shown cannot both be right.
    if (place.pbx.hardware === 'hwaas') places.set(key, { kind: 'hardware-contradictory' });
    else places.set(key, { kind: 'found', pbx: { ...place.pbx, hardware: 'rental' } });
  }
  return places ?? index;
}
