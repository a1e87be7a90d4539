import type { Judgement } from '../outcome.ts';
import { reason } from './reasons.ts';

/** A PBX and whether it holds active licences; absent: not known. */
export interface LicensedPbx {
  readonly name: string;
  readonly licensed?: boolean;
}

/** Has the customer at most one PBX with active licences (R13)? */
export function oneLicensedPbx(
  pbxes: readonly LicensedPbx[],
): Judgement<'several-licensed-pbxes' | 'licences-unknown'> {
  const licensed = pbxes.filter((pbx) => pbx.licensed === true).length;
  const open = pbxes.filter((pbx) => pbx.licensed === undefined).length;
  if (licensed > 1) return { verdict: 'no', reasons: [reason('several-licensed-pbxes', 'R13', { count: licensed })] };
  if (licensed + open > 1) return { verdict: 'unknown', reasons: [reason('licences-unknown', 'R13', { count: open })] };
  return { verdict: 'yes', reasons: [] };
}
