import { ask } from '../../platform/send.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { pbxRows } from '../portal/records.ts';
import { isUndisturbed, isWhole } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** The last list that was told, over visits: a page may show a new customer's name above the old customer's rows for a while. */
let told: { customer: string; rows: string } | undefined;

function remember(page: Page, visit: Visit): void {
  const grid = oneGrid(page, 'pbxes');
  if (grid === undefined || grid === 'twice' || page.customer === undefined || grid.rows.length === 0) return;
  if (grid.columns.get('term')?.state !== 'ok' || !isUndisturbed(grid)) return;
  const pbxes = pbxRows(grid);
  const rows = JSON.stringify(pbxes);
  if (pbxes.length === 0 || told?.rows === rows) return;
  const previous = told;
  told = { customer: page.customer.key, rows };
  const complete = isWhole(grid, pbxes.length);
  ask('pbxes.seen', { customer: page.customer, pbxes, complete, url: location.href }).catch((error: unknown) => {
    told = previous;
    if (!visit.signal.aborted) console.error('WMP Companion:', error);
  });
}

/** Remembers the terms and expirations that a PBXes page shows (R1, R2), for the Devices and Order pages. */
export const pbxMemory: Helper = {
  id: 'pbx-memory',
  pages: ['pbxes'],
  init: (visit) => visit.onRead((page) => remember(page, visit)),
};
