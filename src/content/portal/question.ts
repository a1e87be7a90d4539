import { notice } from '../../core/notices.ts';
import { oneAction } from './actions.ts';
import { type Dialog, findDialogs, isBusy } from './dialogs.ts';
import { holdsField, refusalSince } from './heard.ts';
import { surveyFrame } from './known-rows.ts';
import { broughtOut } from './menus.ts';
import { oneGrid, readPage } from './page.ts';
import { checkPage, type Plan } from './plan.ts';
import { isMoving, press } from './press.ts';
import { lacksCount, otherCount } from './question-count.ts';
import { deviceRows } from './records.ts';
import { isMac, isSerial } from './shapes.ts';
import { Stop } from './stop.ts';
import { labelKey } from './vocabulary/label.ts';
import { isTaughtAction } from './vocabulary/taught.ts';
import { until } from './wait.ts';

const DIALOG_MS = 8000;
const REACTION_MS = 2500;
const STANDING_MS = 200;

/** Presses Convert to HWaaS and waits for its confirmation. A second press only where the first one changed nothing. @throws Stop */
export async function openConfirmation(plan: Plan, signal: AbortSignal): Promise<Dialog> {
  const before = new Set(findDialogs().map((dialog) => dialog.element));
  if (before.size > 0)
    throw new Stop(notice('dialog-unexpected', { text: findDialogs()[0]?.text.slice(0, 200) ?? '' }));
  for (let attempt = 0; attempt < 2; attempt += 1) {
    checkPage(plan);
    const action = await broughtOut('convert', signal);
    if (action === undefined || action === 'several')
      throw new Stop(notice('action-missing', { action: 'Convert to HWaaS' }));
    if (!action.enabled || !(await press(action.element, signal)))
      throw new Stop(notice('portal-did-not-react', { action: action.label }));
    const opened = await until(() => findDialogs().at(-1), attempt === 0 ? REACTION_MS : DIALOG_MS, signal);
    if (opened !== undefined) return (await until(standing(), DIALOG_MS, signal)) ?? opened;
  }
  throw new Stop(notice('dialog-not-opened'));
}

/** The dialog once it has come in and says all it has to say: the same for a while, in the same place. */
function standing(): () => Dialog | undefined {
  let last = '';
  let since = performance.now();
  return () => {
    const dialog = findDialogs().at(-1);
    if (dialog === undefined) return undefined;
    const { left, top, width, height } = dialog.element.getBoundingClientRect();
    const now = JSON.stringify([dialog.text, left, top, width, height]);
    if (now !== last || isMoving(dialog.element)) since = performance.now();
    last = now;
    return performance.now() - since >= STANDING_MS ? dialog : undefined;
  };
}

/**
 * Whether a dialog asks what was reviewed: it has Agree, speaks of converting to HWaaS, and names neither another number
 * of devices nor a device that is not in the plan, nor has something to be chosen besides. @throws Stop
 */
export function checkConfirmation(dialog: Dialog, plan: Plan): HTMLElement {
  const unexpected = new Stop(notice('dialog-unexpected', { text: dialog.text.slice(0, 200) }));
  const agree = oneAction(dialog.actions, 'agree');
  if (agree === undefined || agree === 'several' || !agree.enabled) throw unexpected;
  if (!labelKey(dialog.text).includes('hwaas')) throw unexpected;
  if (namesOthers(dialog.text, plan) || holdsField(dialog.element)) throw unexpected;
  const planned = plan.keys.size;
  const shown =
    otherCount(dialog.text, planned) ?? (isTaughtAction(agree.label) ? lacksCount(dialog.text, planned) : undefined);
  if (shown !== undefined) throw new Stop(notice('dialog-count-differs', { shown, planned }));
  return agree.element;
}

/** Whether a question names a device that is not in the plan: one that the list shows besides, or one among those of the plan. */
function namesOthers(text: string, plan: Plan): boolean {
  const mine = new Set([...plan.keys].map(bare));
  const others = new Set<string>();
  const grid = oneGrid(readPage(), 'devices');
  for (const { facts } of grid === undefined || grid === 'twice' ? [] : deviceRows(grid))
    for (const name of [facts?.key, facts?.serial, facts?.mac])
      if (facts !== undefined && name !== undefined) (plan.keys.has(facts.key) ? mine : others).add(bare(name));
  const tokens = text.split(/[\s,;()]+/).map((token) => token.replace(/[.:?!]+$/, ''));
  if (tokens.some((token) => others.has(bare(token)) && !mine.has(bare(token)))) return true;
  const strangers = tokens.filter(
    (token) => (isSerial(token) || isMac(token)) && /\d/.test(token) && token.length >= 8 && !mine.has(bare(token)),
  );
  return strangers.length > 0 && tokens.some((token) => mine.has(bare(token)));
}

/** A serial number or MAC address without what groups its digits. */
const bare = (name: string): string => name.replace(/[:.\s-]/g, '').toUpperCase();

/** The dialog as it is now. @throws Stop where it is gone, or says something else by now. */
export function sameDialog(dialog: Dialog): Dialog {
  const now = findDialogs().at(-1);
  if (now === undefined) throw new Stop(notice('dialog-not-opened'));
  if (now.element !== dialog.element || now.text !== dialog.text)
    throw new Stop(notice('dialog-unexpected', { text: now.text.slice(0, 200) }));
  return now;
}

/** Puts WMP's question away again, where it can be. Never presses Agree. */
export async function cancelConfirmation(dialog: Dialog, signal: AbortSignal): Promise<void> {
  const now = findDialogs().find((other) => other.element === dialog.element);
  const cancel = now === undefined ? undefined : oneAction(now.actions, 'cancel');
  if (cancel === undefined || cancel === 'several' || signal.aborted) return;
  await press(cancel.element, signal).catch(() => false);
}

/** What became of a pressed Agree: the confirmation closed, WMP said something else, or nothing can be told. */
export type Answer = { kind: 'accepted' } | { kind: 'said'; text: string } | { kind: 'silent' };

/** So long nothing must be asked or told after the confirmation closed: an error may take a moment. */
const CALM_MS = 1500;
/** So long WMP has to say the same thing. */
const SAID_MS = 600;

/** Waits for WMP's answer to Agree. Never presses anything. `before`: what said on the page before that something was not done. */
export async function awaitAnswer(
  confirmation: Dialog,
  before: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Answer> {
  let calmSince: number | undefined;
  let said = { text: '', since: performance.now() };
  const answer = await until<Answer>(
    () => {
      const page = readPage();
      if (page.kind === 'login') return { kind: 'said', text: '' };
      const refusal = refusalSince(before, surveyFrame());
      if (refusal !== undefined) return { kind: 'said', text: refusal };
      // Its thanks may stand in a corner, to be put away.
      const asking = page.dialogs.filter(({ passing }) => passing !== true);
      const other = asking.find(
        (dialog) => dialog.element !== confirmation.element || dialog.text !== confirmation.text,
      );
      const text = other !== undefined && oneAction(other.actions, 'agree') === undefined ? other.text : '';
      // A dialog on its way out loses its words and buttons one by one.
      if (text !== said.text || (other !== undefined && isMoving(other.element)))
        said = { text, since: performance.now() };
      if (/\S/.test(text) && performance.now() - said.since >= SAID_MS) return { kind: 'said', text };
      if (asking.length > 0 || page.kind !== 'devices' || isBusy()) calmSince = undefined;
      else calmSince ??= performance.now();
      return calmSince !== undefined && performance.now() - calmSince >= CALM_MS ? { kind: 'accepted' } : undefined;
    },
    60_000,
    signal,
  );
  return answer ?? { kind: 'silent' };
}
