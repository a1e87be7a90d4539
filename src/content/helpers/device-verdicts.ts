import { notice } from '../../core/notices.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { deviceDesk, type JudgedDevice, type JudgedDevices } from '../judged-devices.ts';
import { cellElement, cellText, type Grid } from '../portal/grid.ts';
import { oneGrid } from '../portal/page.ts';
import { type DeviceRow, deviceRowsWork } from '../portal/records.ts';
import { rowsNear } from '../portal/rows-near.ts';
import { inSlices, turn, type Work } from '../portal/slices.ts';
import type { ColumnConcept } from '../portal/vocabulary/columns.ts';
import { type BadgeTone, hasRoom } from '../ui/badge.ts';
import { isLong } from '../ui/long-list.ts';
import { dropMark, dropMarks, forgetGoneMarks, type MarkWords, makeMark } from '../ui/row-marks.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

const MARK_COLUMNS = ['serial', 'model', 'mac', 'pbx'] as const satisfies readonly ColumnConcept[];
/** Marks between two places where the work can stop. */
const STRIDE = 25;
const SCROLLED_MS = 60;

/** Words of a verdict: what it is, and why. */
export function verdictWords(verdict: JudgedDevice): string {
  const reasons = verdict.reasons.map(reasonText).join(' ');
  return [t(`verdict_${verdict.verdict}`), reasons].filter((part) => part !== '').join(': ');
}

const toneOf = ({ verdict, reasons }: JudgedDevice): BadgeTone =>
  verdict === 'no' && reasons.every(({ code }) => code === 'already-hwaas') ? 'done' : verdict;

/** Devices of a list mostly share a few verdicts. */
type Told = Map<JudgedDevice, { tone: BadgeTone; words: string }>;

function markOf({ facts }: DeviceRow, judged: JudgedDevices, told: Told): MarkWords | undefined {
  if (facts === undefined) {
    const reason = reasonText(notice('column-malformed', { column: t('column_serial') }));
    return { key: '', tone: 'unknown', words: `${t('verdict_unknown')}: ${reason}` };
  }
  const verdict = judged.verdicts.get(facts.key);
  if (verdict === undefined) return undefined;
  let known = told.get(verdict);
  if (known === undefined) {
    known = { tone: toneOf(verdict), words: verdictWords(verdict) };
    told.set(verdict, known);
  }
  return { key: facts.key, ...known };
}

/**
 * Marks a list's rows, those in the window first; of a long list only what is near the window, and all of that in one go: each mark has
 * the list laid out anew.
 */
export function* markRows(grid: Grid, judged: JudgedDevices): Work<void> {
  const column = markColumn(grid);
  const devices = yield* deviceRowsWork(grid);
  const near = rowsNear(grid);
  const long = isLong(grid);
  const order = new Set(long ? near : [...near, ...devices.keys()]);
  const told: Told = new Map();
  const made: (() => void)[] = [];
  let count = 0;
  for (const index of order) {
    const device = devices[index];
    const cell = device === undefined ? undefined : cellElement(grid, device.row, column);
    if (device === undefined || cell === undefined) continue;
    count += 1;
    if (long || count % STRIDE === 0) yield;
    const put = makeMark(cell, saysStill(grid, device) ? markOf(device, judged, told) : undefined, long);
    if (!long) put();
    else made.push(() => (saysStill(grid, device) ? put() : dropMark(cell)));
  }
  if (!long) return;
  yield 'turn';
  for (const put of made) put();
  // Laid out now, it need not be done in the same go as drawing it.
  grid.element.getBoundingClientRect();
}

/** Whether a row is the device's still: it may have been drawn anew for another one since it was read. */
function saysStill(grid: Grid, { row, facts }: DeviceRow): boolean {
  if (facts === undefined) return true;
  return cellText(grid, row, facts.serial === undefined ? 'mac' : 'serial') === facts.key;
}

const columns = new WeakMap<Element, ColumnConcept>();

/** The column that marks go into: where the serial number would be cut off, another one. Once for a list, so that marks stay in line. */
function markColumn(grid: Grid): ColumnConcept {
  const known = columns.get(grid.header.element);
  if (known !== undefined) return known;
  const readable = MARK_COLUMNS.filter((concept) => grid.columns.get(concept)?.index !== undefined);
  const sample = grid.rows.slice(0, 12);
  const column =
    readable.find((concept) =>
      sample.every((row) => {
        const cell = cellElement(grid, row, concept);
        return cell === undefined || hasRoom(cell);
      }),
    ) ??
    readable[0] ??
    'serial';
  if (grid.rows.length > 0) columns.set(grid.header.element, column);
  return column;
}

function init(visit: Visit): void {
  const desk = deviceDesk(visit);
  let marking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  desk.onJudged(mark);
  visit.onRead(mark);
  document.addEventListener(
    'scroll',
    () => {
      const grid = oneGrid(visit.page(), 'devices');
      if (grid === undefined || grid === 'twice' || !isLong(grid)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        mark();
      }, SCROLLED_MS);
    },
    { capture: true, passive: true, signal: visit.signal },
  );
  visit.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    marking.abort();
    dropMarks();
  });

  /** A newer reading or verdict takes the place of a marking that is not done yet. */
  function mark(): void {
    const judged = desk.now();
    const grid = oneGrid(visit.page(), 'devices');
    if (judged === undefined || grid === undefined || grid === 'twice' || visit.signal.aborted) return;
    marking.abort();
    marking = new AbortController();
    forgetGoneMarks();
    const { signal } = marking;
    void turn().then(() => inSlices(markRows(grid, judged), signal));
  }
}

/** A mark per device: can be converted, cannot and why, or cannot tell and what is missing (R1, R2, R8, R12). */
export const deviceVerdicts: Helper = { id: 'device-verdicts', pages: ['devices'], init };
