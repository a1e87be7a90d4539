import { notice } from '../../core/notices.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { deviceDesk, type JudgedDevice, type JudgedDevices } from '../judged-devices.ts';
import { cellElement, type Grid } from '../portal/grid.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { deviceRows } from '../portal/records.ts';
import type { ColumnConcept } from '../portal/vocabulary/columns.ts';
import { type BadgeTone, badgePlace, createBadge, hasRoom } from '../ui/badge.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

interface Mark {
  readonly key: string;
  readonly words: string;
  /** What stood in the cell when it was marked. */
  readonly text: string | null;
  readonly badge: HTMLElement;
}

const MARK_COLUMNS = ['serial', 'model', 'mac', 'pbx'] as const satisfies readonly ColumnConcept[];
const marks = new WeakMap<Element, Mark>();

/** Words of a verdict: what it is, and why. */
export function verdictWords(verdict: JudgedDevice): string {
  const reasons = verdict.reasons.map(reasonText).join(' ');
  return [t(`verdict_${verdict.verdict}`), reasons].filter((part) => part !== '').join(': ');
}

const toneOf = ({ verdict, reasons }: JudgedDevice): BadgeTone =>
  verdict === 'no' && reasons.every(({ code }) => code === 'already-hwaas') ? 'done' : verdict;

function markRows(page: Page, judged: JudgedDevices): void {
  const grid = oneGrid(page, 'devices');
  if (grid === undefined || grid === 'twice') return;
  const column = markColumn(grid);
  for (const { row, facts } of deviceRows(grid)) {
    const cell = cellElement(grid, row, column);
    if (cell === undefined) continue;
    const verdict = facts === undefined ? undefined : judged.verdicts.get(facts.key);
    const key = facts?.key ?? '';
    const words =
      facts === undefined
        ? `${t('verdict_unknown')}: ${reasonText(notice('column-malformed', { column: t('column_serial') }))}`
        : verdict === undefined
          ? ''
          : verdictWords(verdict);
    const known = marks.get(cell);
    if (known?.badge.isConnected && known.key === key && known.words === words) continue;
    known?.badge.remove();
    if (words === '') continue;
    const badge = createBadge(verdict === undefined ? 'unknown' : toneOf(verdict), words);
    marks.set(cell, { key, words, text: cell.textContent, badge });
    badgePlace(cell).prepend(badge);
  }
}

const columns = new WeakMap<Element, ColumnConcept>();

/** The column that marks go into: where the serial number would be cut off, another one. Once for a list, so that marks stay in line. */
function markColumn(grid: Grid): ColumnConcept {
  const known = columns.get(grid.header.element);
  if (known !== undefined) return known;
  const readable = MARK_COLUMNS.filter((concept) => grid.columns.get(concept)?.state === 'ok');
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

/** A row that is drawn anew for another device must not keep the mark of the one before, not for a frame. */
export function dropStaleMarks(records: readonly MutationRecord[]): void {
  for (const record of records) {
    let up: Node | null = record.target;
    for (let depth = 0; up !== null && depth < 5; up = up.parentNode, depth += 1) {
      const mark = up instanceof Element ? marks.get(up) : undefined;
      if (mark === undefined || !(up instanceof Element)) continue;
      if (up.textContent !== mark.text) mark.badge.remove();
      break;
    }
  }
}

function removeMarks(grid: Grid): void {
  for (const row of grid.rows)
    for (const cell of row.cells) {
      const mark = cell === undefined ? undefined : marks.get(cell);
      mark?.badge.remove();
    }
}

function init(visit: Visit): void {
  const desk = deviceDesk(visit);
  desk.onJudged((judged) => markRows(visit.page(), judged));
  visit.onRead((page) => {
    const judged = desk.now();
    if (judged !== undefined) markRows(page, judged);
  });
  visit.signal.addEventListener('abort', () => {
    const grid = oneGrid(visit.page(), 'devices');
    if (grid !== undefined && grid !== 'twice') removeMarks(grid);
  });
}

/** A mark per device: can be converted, cannot and why, or cannot tell and what is missing (R1, R2, R8, R12). */
export const deviceVerdicts: Helper = { id: 'device-verdicts', pages: ['devices'], init };
