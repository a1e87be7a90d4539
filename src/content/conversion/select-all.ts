import type { DeviceFacts } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import type { JudgedDevices } from '../judged-devices.ts';
import { checkPage } from '../portal/plan.ts';
import { scrollPosition, selectPlan } from '../portal/plan-selection.ts';
import type { Selection } from '../portal/select.ts';
import { Stop } from '../portal/stop.ts';
import { watchPartner } from './partner-watch.ts';

/** Makes WMP's own selection exactly these devices. @returns why it could not, if so. */
export async function selectInPortal(
  { customer, pbx }: JudgedDevices,
  devices: readonly DeviceFacts[],
  selection: Selection,
  signal: AbortSignal,
): Promise<Reason | undefined> {
  if (customer === undefined) return notice('customer-unknown');
  const watch = watchPartner(signal);
  try {
    const plan = { customerKey: customer.key, pbx, keys: new Set(devices.map(({ key }) => key)) };
    checkPage(plan);
    const scrollBack = scrollPosition();
    try {
      await selectPlan(plan, selection, watch.signal, () => undefined);
    } finally {
      scrollBack();
    }
    return undefined;
  } catch (error) {
    if (watch.touched) return notice('partner-clicked');
    if (error instanceof Stop) return error.reason;
    throw error;
  } finally {
    watch.end();
  }
}
