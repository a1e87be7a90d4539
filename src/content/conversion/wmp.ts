import type { CustomerRef } from '../../core/customer.ts';
import { findDialogs } from '../portal/dialogs.ts';
import { checkPage, type Plan } from '../portal/plan.ts';
import { checkSelection, putBack, scrollPosition, selectPlan } from '../portal/plan-selection.ts';
import { openConfirmation } from '../portal/question.ts';
import { Selection } from '../portal/select.ts';
import { watchPartner } from './partner-watch.ts';
import type { Portal } from './ports.ts';
import { questionOf } from './question.ts';

/** So long the partner's own selection may take to be given back. */
const RESTORE_MS = 20_000;

/** The Devices page of one customer, as a run reads and presses it. `stay`: ends when the partner leaves it. */
export function devicesPage(customer: CustomerRef, pbx: string | undefined, stay: AbortSignal): Portal {
  const selection = new Selection();
  let scrolled: (() => void) | undefined;
  /** What was changed, with what it was before. */
  const before = new Map<string, boolean>();
  const planOf = (keys: ReadonlySet<string>): Plan => ({ customerKey: customer.key, pbx, keys });
  return {
    checkPage: () => void checkPage(planOf(new Set())),
    async select(keys, signal) {
      scrolled ??= scrollPosition();
      // WMP may hold only so many: what a larger group left selected goes first.
      const left = new Map([...before].filter(([key, was]) => !was && !keys.has(key)));
      if (left.size > 0) await putBack(left, selection, signal);
      await selectPlan(planOf(keys), selection, signal, (key, was) => {
        if (!before.has(key)) before.set(key, was);
      });
    },
    readBack: (keys, signal) => checkSelection(planOf(keys), selection, signal),
    async ask(keys, signal) {
      const plan = planOf(keys);
      return questionOf(await openConfirmation(plan, signal), plan, stay);
    },
    taken(keys) {
      for (const key of keys) before.delete(key);
    },
    async restore() {
      if (stay.aborted) return;
      const watch = watchPartner(AbortSignal.any([stay, AbortSignal.timeout(RESTORE_MS)]));
      try {
        checkPage(planOf(new Set()));
        if (findDialogs().length > 0) return;
        if (before.size > 0) await putBack(before, selection, watch.signal);
        scrolled?.();
      } catch {
        // The page is another by now, or the partner is at it: then it is left alone.
      } finally {
        watch.end();
      }
    },
  };
}
