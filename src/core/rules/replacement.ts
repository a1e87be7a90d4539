import type { DeviceFacts } from '../facts.ts';
import type { Reason } from '../outcome.ts';
import { groupBy } from './group-by.ts';
import { pbxKey } from './pbx.ts';
import { reason } from './reasons.ts';

/** Devices in one replacement request at most (R11). */
export const MOST_REPLACED = 5;

/** A device to be replaced, and where the new one goes if that is known. */
export type Replaceable = DeviceFacts & { readonly address?: string };

export interface ReplacementRequest {
  readonly pbx: string;
  readonly model: string;
  readonly address?: string;
  readonly devices: readonly Replaceable[];
}

export type ReplacementReason =
  | 'not-hwaas'
  | 'contract-unknown'
  | 'model-not-shown'
  | 'pbx-not-shown'
  | 'pbx-differs-from-page';

export interface ReplacementPlan {
  readonly requests: readonly ReplacementRequest[];
  /** Devices that fit no request, with what is in the way. */
  readonly leftOut: readonly { readonly device: Replaceable; readonly reasons: readonly Reason<ReplacementReason>[] }[];
}

/**
 * Splits a selection into valid requests (R11): each of at most {@link MOST_REPLACED} devices of one model on one PBX for one
 * address, in the selection's order. `page.pbx` stands in for rows that show no PBX. A device given twice counts once.
 */
export function planReplacements(
  selection: readonly Replaceable[],
  page: { readonly pbx?: string } = {},
): ReplacementPlan {
  const unique = [...new Map(selection.map((device) => [device.key, device])).values()];
  const judged = unique.map((device) => ({ device, reasons: obstacles(device, page) }));
  const fit = judged.filter(({ reasons }) => reasons.length === 0).map(({ device }) => device);
  const groups = groupBy(fit, ({ pbx = page.pbx ?? '', model = '', address }) =>
    JSON.stringify([pbxKey(pbx), model.trim(), address?.replace(/\s+/gu, ' ').trim()]),
  );
  const requests = [...groups.values()].flatMap((group) => inRequests(group, page));
  return { requests, leftOut: judged.filter(({ reasons }) => reasons.length > 0) };
}

function inRequests(group: readonly Replaceable[], page: { readonly pbx?: string }): ReplacementRequest[] {
  const requests: ReplacementRequest[] = [];
  for (let start = 0; start < group.length; start += MOST_REPLACED) {
    const devices = group.slice(start, start + MOST_REPLACED);
    const { pbx = page.pbx ?? '', model = '', address } = devices[0] ?? {};
    requests.push({ pbx, model, ...(address !== undefined && { address }), devices });
  }
  return requests;
}

function obstacles(
  { contract, model, pbx }: Replaceable,
  page: { readonly pbx?: string },
): Reason<ReplacementReason>[] {
  const found: Reason<ReplacementReason>[] = [];
  if (contract === 'unknown') found.push(reason('contract-unknown', 'R11', {}));
  else if (contract !== 'hwaas') found.push(reason('not-hwaas', 'R11', {}));
  if (model === undefined || model.trim() === '') found.push(reason('model-not-shown', 'R11', {}));
  if (pbxKey(pbx ?? page.pbx ?? '') === '') found.push(reason('pbx-not-shown', 'R11', {}));
  else if (pbx !== undefined && page.pbx !== undefined && pbxKey(pbx) !== pbxKey(page.pbx))
    found.push(reason('pbx-differs-from-page', 'R11', { pbx, page: page.pbx }));
  return found;
}
