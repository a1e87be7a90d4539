import { oneAction } from '../portal/actions.ts';
import { type Dialog, findDialogs } from '../portal/dialogs.ts';
import { flatContains } from '../portal/dom.ts';
import { refusalsBefore } from '../portal/heard.ts';
import type { Plan } from '../portal/plan.ts';
import { press } from '../portal/press.ts';
import { awaitAnswer, cancelConfirmation, checkConfirmation, sameDialog } from '../portal/question.ts';
import { pause, until } from '../portal/wait.ts';
import type { Question } from './ports.ts';

/** A click has closed the dialog by then, or it has not. */
const CLOSED_MS = 4000;
/** A dialog that is drawn anew may be gone for a moment. */
const GONE_MS = 400;

/** WMP's confirmation as it was when it opened. `signal`: the page's stay. */
export function questionOf(dialog: Dialog, plan: Plan, signal: AbortSignal): Question {
  const refusals = refusalsBefore();
  const stands = () => findDialogs().some(({ element }) => element === dialog.element);
  const gone = (within: number) => until(() => (stands() ? undefined : true), within, signal).then(Boolean);
  return {
    check: () => void checkConfirmation(sameDialog(dialog), plan),
    agree: (pressing) => press(checkConfirmation(sameDialog(dialog), plan), pressing),
    async cancel() {
      if (signal.aborted) return false;
      await cancelConfirmation(dialog, signal);
      return gone(CLOSED_MS).catch(() => false);
    },
    answer: () => awaitAnswer(dialog, refusals, signal),
    async partnersAnswer() {
      const listening = new AbortController();
      let did: 'agreed' | 'cancelled' | undefined;
      const click = (event: Event) => {
        if (event.isTrusted) did = pressed(dialog, event.composedPath()[0]) ?? did;
      };
      const key = (event: KeyboardEvent) => {
        if (event.isTrusted && event.key === 'Escape') did ??= 'cancelled';
      };
      addEventListener('click', click, { capture: true, signal: listening.signal });
      addEventListener('keydown', key, { capture: true, signal: listening.signal });
      try {
        for (;;) {
          await pause(60, signal);
          if (did === 'agreed') return did;
          if (!stands() && (await gone(GONE_MS))) {
            await pause(GONE_MS, signal);
            if (!stands()) return did ?? 'unclear';
          }
        }
      } finally {
        listening.abort();
      }
    },
  };
}

/** Which of the dialog's two buttons an event hit. */
function pressed(dialog: Dialog, target: EventTarget | undefined): 'agreed' | 'cancelled' | undefined {
  if (!(target instanceof Element)) return undefined;
  const hit = (concept: 'agree' | 'cancel') => {
    const action = oneAction(dialog.actions, concept);
    return action !== undefined && action !== 'several' && flatContains(action.element, target);
  };
  if (hit('agree')) return 'agreed';
  return hit('cancel') ? 'cancelled' : undefined;
}
