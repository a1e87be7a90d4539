import { nameKey } from '../../core/customer.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { oneAction } from './actions.ts';
import { type Dialog, findDialogs, isBusy } from './dialogs.ts';
import { flatParent } from './dom.ts';
import { type Grid, rereadGrid } from './grid.ts';
import { broughtOut } from './menus.ts';
import { oneGrid, type Page, readPage } from './page.ts';
import { isMoving, press } from './press.ts';
import { deviceFacts, deviceRows } from './records.ts';
import type { GridRow } from './rows.ts';
import { isAligned } from './scrollers.ts';
import { type Selection, saidSelected } from './select.ts';
import { isMac, isSerial } from './shapes.ts';
import { Stop } from './stop.ts';
import { labelKey } from './vocabulary/label.ts';
import { isTaughtAction } from './vocabulary/taught.ts';
import { until } from './wait.ts';
import { type Reach, walkGrid } from './walk.ts';

/** The devices that a run is about, by their keys, on the page of one customer. */
export interface Plan {
  readonly customerKey: string;
  readonly pbx: string | undefined;
  readonly keys: ReadonlySet<string>;
}

const DIALOG_MS = 8000;
const REACTION_MS = 2500;
const STANDING_MS = 200;

function devicesGrid(): Grid {
  const grid = oneGrid(readPage(), 'devices');
  if (grid === 'twice') throw new Stop(notice('grid-twice'));
  if (grid === undefined) throw new Stop(notice('grid-missing'));
  return grid;
}

/** Whether this is still the page that was reviewed. */
export function checkPage(plan: Plan): Page {
  const page = readPage();
  if (page.kind === 'login') throw new Stop(notice('page-logged-out'));
  if (page.kind !== 'devices' || page.customer?.key !== plan.customerKey) throw new Stop(notice('page-left'));
  if (
    (page.pbx === undefined ? undefined : nameKey(page.pbx)) !==
    (plan.pbx === undefined ? undefined : nameKey(plan.pbx))
  )
    throw new Stop(notice('page-left'));
  return page;
}

/**
 * Makes WMP's own selection exactly the plan's: selects what is missing, takes back what does not belong, row by row and
 * looking at each. `changes` is told of each row before it is pressed. @throws Stop
 */
export async function selectPlan(
  plan: Plan,
  selection: Selection,
  signal: AbortSignal,
  changes: (key: string, was: boolean) => void,
): Promise<void> {
  const grid = devicesGrid();
  const now = () => rereadGrid(grid);
  const found = new Set<string>();
  let taught = false;
  // The plan's own first: pressing one of them is what teaches how a selected row looks.
  await walkGrid(now, signal, async (part, reach) => {
    for (const { facts, row } of deviceRows(part))
      if (facts !== undefined && plan.keys.has(facts.key)) {
        found.add(facts.key);
        await put(facts.key, row, true, reach);
      }
  });
  const lost = [...plan.keys].find((key) => !found.has(key));
  if (lost !== undefined) throw new Stop(notice('row-vanished', { key: lost }));
  await walkGrid(now, signal, async (part, reach) => {
    for (const { facts, row } of deviceRows(part)) {
      if (facts !== undefined && !plan.keys.has(facts.key)) await put(facts.key, row, false, reach);
      else if (facts === undefined && selection.state(row) === true) throw new Stop(selectionDiffers(plan, found, 1));
    }
  });

  /** Lets one of the plan's own rows go and takes it again: that shows how a row looks that is not selected. */
  async function teach(): Promise<boolean> {
    const [key] = taught ? [] : plan.keys;
    taught = true;
    if (key === undefined) return false;
    const read = () => rowOf(now(), key);
    const row = read();
    if (row === undefined || saidSelected(row) !== true) return false;
    changes(key, true);
    return (await selection.set(read, false, signal)) && (await selection.set(read, true, signal));
  }

  async function put(key: string, seen: GridRow, wanted: boolean, reach: Reach): Promise<void> {
    const row = stands(seen, key) ? seen : await reach(seen, (list) => rowOf(list, key));
    if (row === undefined) throw new Stop(notice('row-vanished', { key }));
    if (!isAligned(row)) throw new Stop(notice('row-not-selected', { key }));
    let state = selection.state(row);
    if (state === undefined && !wanted && (await teach()))
      state = selection.state(stands(row, key) ? row : (rowOf(now(), key) ?? row));
    if (state === wanted) return;
    // A row outside the plan is never pressed to find out what it is.
    const known = wanted || state !== undefined;
    if (known) changes(key, state ?? !wanted);
    if (!known || !(await selection.set(() => (stands(row, key) ? row : rowOf(now(), key)), wanted, signal)))
      throw new Stop(notice('row-not-selected', { key }));
  }
}

/** Where the list stands now, and what lies around it: called again, it stands there. */
export function scrollPosition(): () => void {
  const places = new Map<Element, number>();
  for (const part of devicesGrid().rows[0]?.elements ?? [])
    for (let up: Element | null = part; up !== null; up = flatParent(up))
      if (up.scrollHeight > up.clientHeight) places.set(up, up.scrollTop);
  return () => {
    for (const [element, top] of places) if (element.scrollTop !== top) element.scrollTop = top;
  };
}

/** Gives rows the selection back that they had, where it can be told what they have now. */
export async function putBack(
  before: ReadonlyMap<string, boolean>,
  selection: Selection,
  signal: AbortSignal,
): Promise<void> {
  const grid = devicesGrid();
  const now = () => rereadGrid(grid);
  await walkGrid(now, signal, async (part, reach) => {
    for (const { facts, row } of deviceRows(part)) {
      const was = facts === undefined ? undefined : before.get(facts.key);
      if (facts === undefined || was === undefined) continue;
      const there = stands(row, facts.key) ? row : await reach(row, (list) => rowOf(list, facts.key));
      const state = there === undefined ? undefined : selection.state(there);
      if (state === undefined || state === was) continue;
      const read = () => (row === there && stands(row, facts.key) ? row : rowOf(now(), facts.key));
      await selection.set(read, was, signal);
    }
  });
}

/** A framework draws rows anew while it selects; one that was seen is good as long as it stands and says the same. */
const stands = (row: GridRow, key: string): boolean =>
  row.elements.every((element) => element.isConnected) &&
  row.elements.some((element) => (element.textContent ?? '').includes(key));

/** The one row of a device. A look at a row's text costs less than reading it, where its text is to be had that way. */
function rowOf(grid: Grid | undefined, key: string): GridRow | undefined {
  if (grid === undefined) return undefined;
  const likely = grid.rows.filter(({ elements }) => elements.some((element) => element.textContent?.includes(key)));
  const rows = (likely.length > 0 ? likely : grid.rows).filter((row) => deviceFacts(grid, row)?.key === key);
  return rows.length === 1 ? rows[0] : undefined;
}

/** Reads WMP's selection back, row by row. @throws Stop where it is not exactly the plan's. */
export async function checkSelection(plan: Plan, selection: Selection, signal: AbortSignal): Promise<void> {
  const grid = devicesGrid();
  const selected = new Set<string>();
  let unreadable = 0;
  const walk = await walkGrid(
    () => rereadGrid(grid),
    signal,
    (part) => {
      for (const { facts, row } of deviceRows(part)) {
        const state = selection.state(row);
        if (state === undefined || (facts === undefined && state)) unreadable += 1;
        else if (state && facts !== undefined) selected.add(facts.key);
      }
    },
  );
  const same = selected.size === plan.keys.size && [...plan.keys].every((key) => selected.has(key));
  if (!same || unreadable > 0 || (!walk.complete && !walk.paged))
    throw new Stop(selectionDiffers(plan, selected, unreadable));
}

/** Both lists, so that the partner sees where they differ. `unreadable`: rows that may be selected besides. */
function selectionDiffers({ keys }: Plan, found: ReadonlySet<string>, unreadable: number): Reason {
  const list = (devices: Iterable<string>) => [...devices].sort().join(', ') || '–';
  return notice('selection-differs', {
    missing: [...keys].filter((key) => !found.has(key)).length,
    extra: [...found].filter((key) => !keys.has(key)).length + unreadable,
    reviewed: list(keys),
    found: list(found),
  });
}

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
 * of devices nor a device that is not in the plan. @throws Stop
 */
export function checkConfirmation(dialog: Dialog, plan: Plan): HTMLElement {
  const unexpected = new Stop(notice('dialog-unexpected', { text: dialog.text.slice(0, 200) }));
  const agree = oneAction(dialog.actions, 'agree');
  if (agree === undefined || agree === 'several' || !agree.enabled) throw unexpected;
  if (!labelKey(dialog.text).includes('hwaas')) throw unexpected;
  const tokens = dialog.text.split(/[\s,;()]+/).map((token) => token.replace(/[.:?!]+$/, ''));
  const strangers = tokens.filter(
    (token) => (isSerial(token) || isMac(token)) && /\d/.test(token) && token.length >= 8 && !plan.keys.has(token),
  );
  const known = tokens.filter((token) => plan.keys.has(token));
  if (known.length > 0 && strangers.length > 0) throw unexpected;
  const shown = printedCount(dialog.text) ?? (isTaughtAction(agree.label) ? anyCount(dialog.text, plan) : undefined);
  if (shown !== undefined && shown !== plan.keys.size)
    throw new Stop(notice('dialog-count-differs', { shown, planned: plan.keys.size }));
  return agree.element;
}

const DEVICE_WORDS =
  'devices?|gerate?n?|dispositivos?|equipos?|appareils?|equipements?|terminaux|dispositiv[io]|apparat[io]|apparaten|apparaat|toestel(?:len)?';
const COUNT = new RegExp(`(\\d[\\d.,]*)\\s+(?:\\p{L}+\\s+){0,2}?(?:${DEVICE_WORDS})\\b`, 'u');

/** "25 devices": how many a dialog speaks of, where it says so. */
function printedCount(text: string): number | undefined {
  const match = COUNT.exec(labelKey(text));
  return match === null ? undefined : Number((match[1] ?? '').replace(/\D/g, ''));
}

/** In a language whose word for devices is not known: where numbers are printed, one of them has to be the plan's. */
function anyCount(text: string, plan: Plan): number | undefined {
  const counts = [...text.matchAll(/(?<![\p{L}\d.,:/-])\d{1,4}(?![\p{L}\d:/-]|[.,]\d)/gu)].map(([digits]) =>
    Number(digits),
  );
  return counts.includes(plan.keys.size) ? plan.keys.size : counts[0];
}

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

/** Waits for WMP's answer to Agree. Never presses anything. */
export async function awaitAnswer(confirmation: Dialog, signal: AbortSignal): Promise<Answer> {
  let calmSince: number | undefined;
  let said = { text: '', since: performance.now() };
  const answer = await until<Answer>(
    () => {
      const page = readPage();
      if (page.kind === 'login') return { kind: 'said', text: '' };
      const other = page.dialogs.find(
        (dialog) => dialog.element !== confirmation.element || dialog.text !== confirmation.text,
      );
      const text = other !== undefined && oneAction(other.actions, 'agree') === undefined ? other.text : '';
      // A dialog on its way out loses its words and buttons one by one.
      if (text !== said.text || (other !== undefined && isMoving(other.element)))
        said = { text, since: performance.now() };
      if (/\S/.test(text) && performance.now() - said.since >= SAID_MS) return { kind: 'said', text };
      if (page.dialogs.length > 0 || page.kind !== 'devices' || isBusy()) calmSince = undefined;
      else calmSince ??= performance.now();
      return calmSince !== undefined && performance.now() - calmSince >= CALM_MS ? { kind: 'accepted' } : undefined;
    },
    60_000,
    signal,
  );
  return answer ?? { kind: 'silent' };
}
