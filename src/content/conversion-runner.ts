import { isSettled } from '../core/conversion-run.ts';
import type { CustomerRef } from '../core/customer.ts';
import type { DeviceFacts } from '../core/facts.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import type { RunRecord } from '../core/records/run.ts';
import { ask, MessageError } from '../platform/send.ts';
import {
  awaitAnswer,
  cancelConfirmation,
  checkConfirmation,
  checkPage,
  checkSelection,
  openConfirmation,
  type Plan,
  Stop,
  sameDialog,
  selectPlan,
} from './portal/conversion.ts';
import type { Dialog } from './portal/dialogs.ts';
import { press } from './portal/press.ts';
import { Selection } from './portal/select.ts';
import { Gone } from './portal/wait.ts';

/** How a run ended for the page that carried it out. */
export interface RunOutcome {
  readonly run: RunRecord | undefined;
  /** Why it did not go through, if so. */
  readonly reason: Reason | undefined;
}

const LOCK = 'wmp-companion-conversion';

/**
 * Carries one reviewed batch through: journalled step by step, each step on disk before what it stands for is done.
 * Agree is pressed once, after `agreeing` is on disk; never again, whatever happens then.
 */
export async function runConversion(
  customer: CustomerRef,
  pbx: string | undefined,
  devices: readonly DeviceFacts[],
  signal: AbortSignal,
  progress: (run: RunRecord) => void,
): Promise<RunOutcome> {
  const lock = await navigator.locks.request(`${LOCK}:${customer.key}`, { ifAvailable: true }, async (held) => {
    if (held === null) return { run: undefined, reason: notice('another-run') };
    return carryOut();
  });
  return lock;

  async function carryOut(): Promise<RunOutcome> {
    const id = crypto.randomUUID();
    let run: RunRecord | undefined;
    let pressed = false;
    let opened: Dialog | undefined;
    const watch = watchPartner(signal);
    try {
      ({ run } = await ask('runs.plan', {
        id,
        customer,
        ...(pbx === undefined ? {} : { pbx }),
        devices: [...devices],
        url: location.href,
      }));
      progress(run);
      const plan: Plan = { customerKey: customer.key, pbx, keys: new Set(devices.map((device) => device.key)) };
      const selection = new Selection();
      checkPage(plan);
      await step('selecting');
      await selectPlan(plan, selection, watch.signal);
      await step('selected');
      await checkSelection(plan, selection, watch.signal);
      const dialog = await openConfirmation(plan, watch.signal);
      opened = dialog;
      await step('asked');
      checkConfirmation(dialog, plan);
      // What WMP asks about is what it holds selected now, not what it held before it was asked.
      await checkSelection(plan, selection, watch.signal);
      // The journal first: whatever breaks from here on, these devices are never agreed to again.
      await step('agreeing');
      checkPage(plan);
      const agree = checkConfirmation(sameDialog(dialog), plan);
      watch.throwIfTouched();
      pressed = true;
      if (!(await press(agree, watch.signal))) {
        pressed = false;
        throw new Stop(notice('portal-did-not-react', { action: 'Agree' }));
      }
      watch.end();
      const answer = await awaitAnswer(dialog, signal);
      if (answer.kind === 'accepted') await step('accepted');
      else
        return await interrupted(
          answer.kind === 'said' && answer.text !== ''
            ? notice('portal-refused', { text: answer.text.slice(0, 300) })
            : notice('portal-did-not-react', { action: 'Agree' }),
        );
      return { run, reason: undefined };
    } catch (error) {
      const reason = watch.reason() ?? reasonOf(error, signal);
      if (opened !== undefined && !pressed && watch.reason() === undefined) await cancelConfirmation(opened, signal);
      return await interrupted(reason);
    } finally {
      watch.end();
    }

    async function step(to: 'selecting' | 'selected' | 'asked' | 'agreeing' | 'accepted'): Promise<void> {
      watch.throwIfTouched();
      run = (await ask('runs.advance', { id, to })).run;
      progress(run);
    }

    async function interrupted(reason: Reason): Promise<RunOutcome> {
      if (run === undefined) return { run, reason };
      try {
        // An error of WMP's after Agree proves nothing about its server: those devices are unknown until Devices is read.
        run = (await ask('runs.interrupt', { id, ...(pressed ? { from: 'agreeing' as const } : {}), reason })).run;
        progress(run);
      } catch (error) {
        console.error('WMP Companion:', error);
      }
      return { run, reason };
    }
  }
}

function reasonOf(error: unknown, signal: AbortSignal): Reason {
  if (error instanceof Stop || error instanceof MessageError) return error.reason;
  if (signal.reason instanceof Stop) return signal.reason.reason;
  if (error instanceof Gone || signal.aborted) return notice('page-left');
  console.error('WMP Companion:', error);
  return notice('worker-failed', { detail: error instanceof Error ? error.message : String(error) });
}

/** A press or a key of the partner's own in WMP, while a run selects and asks, ends the run: two hands at one selection. */
function watchPartner(signal: AbortSignal): {
  signal: AbortSignal;
  throwIfTouched(): void;
  reason(): Reason | undefined;
  end(): void;
} {
  const hand = new AbortController();
  const listening = new AbortController();
  let touched = false;
  const touch = (event: Event) => {
    if (!event.isTrusted || isOurs(event) || (event instanceof KeyboardEvent && MODIFIERS.has(event.key))) return;
    touched = true;
    hand.abort();
  };
  for (const type of ['pointerdown', 'mousedown', 'keydown'] as const)
    addEventListener(type, touch, { capture: true, signal: listening.signal });
  signal.addEventListener('abort', () => hand.abort(), { signal: listening.signal });
  return {
    signal: hand.signal,
    throwIfTouched() {
      if (touched) throw new Stop(notice('partner-clicked'));
      if (signal.aborted) throw new Gone('the visit is over');
    },
    reason: () => (touched ? notice('partner-clicked') : undefined),
    end: () => listening.abort(),
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

const isOurs = (event: Event): boolean => event.target instanceof Element && event.target.localName === 'wmp-companion';

/** Runs whose page is gone: nobody holds the customer's lock, so nobody is going on with them. Settles what can be. */
export async function settleStaleRuns(customer: CustomerRef, runs: readonly RunRecord[]): Promise<RunRecord[]> {
  const stale = runs.filter((run) =>
    run.devices.some((device) => !isSettled(device.step) && device.step !== 'accepted' && device.step !== 'unknown'),
  );
  if (stale.length === 0) return [...runs];
  return navigator.locks.request(`${LOCK}:${customer.key}`, { ifAvailable: true }, async (held) => {
    if (held === null) return [...runs];
    const settled = new Map<string, RunRecord>();
    for (const { id } of stale) settled.set(id, (await ask('runs.abandon', { id, dialogStands: false })).run);
    return runs.map((run) => settled.get(run.id) ?? run);
  });
}
