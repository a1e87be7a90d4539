import { type NoticeCode, notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { obstacleOf } from './judged-devices.ts';
import { oneAction } from './portal/actions.ts';
import { isBusy } from './portal/dialogs.ts';
import type { GridKind } from './portal/grid-kinds.ts';
import { oneGrid, type Page } from './portal/page.ts';
import { hasUnreadRows } from './portal/unread-rows.ts';
import type { ColumnConcept } from './portal/vocabulary/columns.ts';

/** What a page's helpers cannot do without: any one of the columns of each group. */
const NEEDS: Partial<
  Record<Page['kind'], { grid: GridKind; columns: readonly (readonly ColumnConcept[])[]; customer: boolean }>
> = {
  pbxes: { grid: 'pbxes', columns: [['name', 'pbx'], ['term'], ['expiration']], customer: true },
  orders: { grid: 'orders', columns: [['orderNumber', 'reference'], ['status']], customer: false },
  order: { grid: 'products', columns: [['product', 'sku'], ['stock']], customer: true },
};

/** In one sentence, what the Companion makes of a page: readable, or why it does nothing here. */
export function statementOf(page: Page): Reason {
  if (page.kind === 'login') return notice('page-logged-out');
  const stale = page.taught !== undefined && 'misfit' in page.taught ? page.taught.misfit : undefined;
  if (page.kind === 'none' && (document.readyState !== 'complete' || isBusy() || isEmpty()))
    return notice('page-loading');
  if (stale !== undefined) return stale;
  if (page.kind === 'none') return notice('page-not-recognised');
  if (page.kind === 'devices') return obstacleOf(page) ?? notice('page-readable');
  const needs = NEEDS[page.kind];
  if (needs === undefined) return notice('page-readable');
  const grid = oneGrid(page, needs.grid);
  if (grid === 'twice') return notice('grid-twice');
  if (grid === undefined) return notice('grid-missing');
  if (hasUnreadRows(grid)) return notice('rows-not-understood');
  if (grid.rows.length > 0)
    for (const group of needs.columns) {
      const states = group.map((concept) => grid.columns.get(concept)?.state ?? 'missing');
      const [concept = 'name'] = group;
      if (states.includes('ok')) continue;
      const state = states.find((each) => each !== 'missing') ?? 'missing';
      return notice(`column-${state}` as Extract<NoticeCode, 'column-missing'>, { column: concept });
    }
  return needs.customer && page.customer === undefined ? notice('customer-unknown') : notice('page-readable');
}

const LACKS: ReadonlySet<string> = new Set<NoticeCode>([
  'page-not-recognised',
  'grid-missing',
  'grid-twice',
  'column-missing',
  'column-ambiguous',
  'column-malformed',
  'customer-unknown',
]);

/** Whether something is lacking here that the partner could point out. */
export function isTeachable(page: Page): boolean {
  if (page.kind === 'login') return false;
  const { code } = statementOf(page);
  if (LACKS.has(code) || code.startsWith('profile-')) return true;
  return page.kind === 'devices' && oneAction(page.actions, 'convert') === undefined;
}

const isEmpty = (): boolean => (document.body.textContent ?? '').trim().length < 20;
