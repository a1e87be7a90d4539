import type { CustomerRef } from '../../../core/customer.ts';
import type { DeviceFacts } from '../../../core/facts.ts';
import type { JudgedDevices, RememberedPbx } from '../../judged-devices.ts';
import type { PrintedDates } from '../../portal/records.ts';

/** What the advisors go by: the page's devices, and which of them WMP holds selected. */
export interface AdvisorView {
  readonly customer: CustomerRef;
  readonly pbx: string | undefined;
  readonly level: 'customer' | 'pbx' | undefined;
  readonly devices: readonly DeviceFacts[];
  readonly selected: readonly DeviceFacts[];
  readonly dates: ReadonlyMap<string, PrintedDates>;
  readonly pbxes: readonly RememberedPbx[];
  readonly complete: boolean;
  /** Rows that are scrolled away say nothing of their selection now. */
  readonly windowed: boolean;
}

/** Not where the page cannot be worked on, which the bar above the list explains. */
export const hasAdvice = (judged: JudgedDevices | undefined): judged is JudgedDevices & { customer: CustomerRef } =>
  judged?.customer !== undefined && judged.obstacle === undefined && judged.devices.size > 0;

export function advisorView(
  judged: JudgedDevices | undefined,
  selected: ReadonlySet<string>,
  page: { readonly level: 'customer' | 'pbx' | null; readonly windowed: boolean },
): AdvisorView | undefined {
  if (!hasAdvice(judged)) return undefined;
  // A key that stands there twice is no device that anything could be said of.
  const devices = [...judged.devices.values()].filter(({ key }) => !judged.twice.has(key));
  return {
    customer: judged.customer,
    pbx: judged.pbx,
    level: page.level ?? undefined,
    devices,
    selected: devices.filter(({ key }) => selected.has(key)),
    dates: judged.dates,
    pbxes: judged.pbxes,
    complete: judged.complete && judged.rowsWithoutKey === 0,
    windowed: page.windowed,
  };
}
