import { findDialogs, isBusy } from './dialogs.ts';
import { isOwn } from './dom.ts';
import { until } from './wait.ts';

/** What WMP made of a press on Save & Recalculate. `silent`: nothing on the page moved, so it may never have been taken. */
export type Reaction = 'done' | 'error' | 'silent';

const REACTION_MS = 4000;
const CALM_MS = 400;

/** Watches the page from the press on, until it has moved and is calm again. Begin it before the press is handled. */
export async function awaitReaction(button: Element | undefined, signal: AbortSignal): Promise<Reaction> {
  let last: number | undefined;
  const dialogsBefore = askedNow();
  const observer = new MutationObserver((records) => {
    // A button's own pressed look is not WMP's answer.
    if (
      records.some(
        (record) =>
          !isOwn(record.target) &&
          button?.contains(record.target) !== true &&
          ![...record.addedNodes, ...record.removedNodes].every(isOwn),
      )
    )
      last = performance.now();
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  try {
    const moved = await until(() => (last === undefined && !isBusy() ? undefined : true), REACTION_MS, signal);
    if (moved === undefined) return 'silent';
    await until(() => (!isBusy() && performance.now() - (last ?? 0) > CALM_MS ? true : undefined), 20_000, signal);
  } finally {
    observer.disconnect();
  }
  return askedNow() > dialogsBefore ? 'error' : 'done';
}

/** That the cart was recalculated, WMP may tell in passing. */
const askedNow = (): number => findDialogs().filter(({ passing }) => passing !== true).length;
