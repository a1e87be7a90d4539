import type { DeviceFacts, PbxFacts } from '../facts.ts';
import type { Reason } from '../outcome.ts';
import { groupBy } from './group-by.ts';
import { pbxKey } from './pbx.ts';
import { reason } from './reasons.ts';

export type RentalReason =
  | 'hwaas-and-rental'
  | 'pbx-keeps-rental'
  | 'pbx-keeps-hwaas'
  | 'contracts-not-read'
  | 'devices-without-pbx';

/** What the devices of one PBX say of Rental (R12). `conflict`: HWaaS and Rental stand on it together. */
export interface PbxHardware {
  readonly pbx: string;
  readonly state: 'conflict' | 'rental' | 'hwaas' | 'free' | 'unknown';
  readonly reasons: readonly Reason<RentalReason>[];
}

/**
 * Which PBXs hold Rental and which HWaaS (R12): the two cannot be mixed on one PBX, and the type, once applied, stays. `free`
 * only where every device's contract was read. `known` is what is remembered of the PBXs, `page.pbx` stands in for rows
 * that show none.
 */
export function rentalConflicts(
  devices: readonly DeviceFacts[],
  known: readonly PbxFacts[] = [],
  page: { readonly pbx?: string } = {},
): readonly PbxHardware[] {
  const named = devices.filter((device) => pbxKey(device.pbx ?? page.pbx ?? '') !== '');
  const groups = groupBy(named, (device) => pbxKey(device.pbx ?? page.pbx ?? ''));
  const hardware = (kind: string, key: string) =>
    known.some((pbx) => pbxKey(pbx.name) === key && pbx.hardware === kind);
  const found = [...groups].map(([key, group]): PbxHardware => {
    const pbx = group[0]?.pbx ?? page.pbx ?? '';
    const has = (kind: 'hwaas' | 'rental') => group.some(({ contract }) => contract === kind) || hardware(kind, key);
    const unread = group.filter(({ contract }) => contract === 'unknown').length;
    return {
      pbx,
      ...judged(pbx, has('hwaas'), has('rental'), unread),
    };
  });
  const homeless = devices.length - named.length;
  if (homeless === 0) return found;
  return [
    ...found,
    { pbx: '', state: 'unknown', reasons: [reason('devices-without-pbx', 'R12', { count: homeless })] },
  ];
}

function judged(pbx: string, hwaas: boolean, rental: boolean, unread: number): Omit<PbxHardware, 'pbx'> {
  const missing = unread === 0 ? [] : [reason('contracts-not-read', 'R12', { pbx, count: unread })];
  if (hwaas && rental) return { state: 'conflict', reasons: [reason('hwaas-and-rental', 'R12', { pbx }), ...missing] };
  // What could not be read may be the other kind.
  if (rental) return { state: 'rental', reasons: [reason('pbx-keeps-rental', 'R12', { pbx }), ...missing] };
  if (hwaas) return { state: 'hwaas', reasons: [reason('pbx-keeps-hwaas', 'R12', { pbx }), ...missing] };
  return { state: unread === 0 ? 'free' : 'unknown', reasons: missing };
}
