import { ask } from '../../platform/send.ts';
import { listDesk, type SeenList } from '../lists/page-lists.ts';
import { noteFacts } from '../noting.tsx';
import type { Page } from '../portal/page.ts';
import { pbxRows } from '../portal/records.ts';
import { isUndisturbed } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

interface Told {
  readonly customer: string;
  readonly rows: string;
  readonly complete: boolean;
  /** What the rows said, as printed. */
  readonly printed: ReadonlySet<string>;
}

/** The last list that was told, over visits: a page may show a new customer's name above the old customer's rows for a while. */
let told: Told | undefined;

const printedOf = ({ grid }: SeenList): string[] => grid.rows.map(({ said }) => JSON.stringify([...(said ?? [])]));

/** Whether a list was told before, or is a part of what was told of another customer. */
function isOld(list: SeenList, { customer, rows, complete, printed }: Told): boolean {
  if (told === undefined) return false;
  if (told.customer === customer) return told.rows === rows && told.complete === complete;
  return told.rows === rows || (!list.complete && [...printed].every((row) => told?.printed.has(row)));
}

function remember(list: SeenList, page: Page, visit: Visit): void {
  const { drawn, grid } = list;
  if (page.customer === undefined || drawn.rows.length === 0) return;
  if (drawn.columns.get('term')?.state !== 'ok' || !isUndisturbed(drawn)) return;
  const pbxes = pbxRows(grid);
  const complete = list.complete && pbxes.length === list.rows;
  const fresh: Told = {
    customer: page.customer.key,
    rows: JSON.stringify(pbxes),
    complete,
    printed: new Set(printedOf(list)),
  };
  if (pbxes.length === 0 || isOld(list, fresh)) return;
  const previous = told;
  told = fresh;
  const body = { customer: page.customer, pbxes, complete, url: location.href };
  void noteFacts(visit, 'pbxes', () => ask('pbxes.seen', body)).then((noted) => {
    if (!noted && told === fresh) told = previous;
  });
}

/** Remembers the terms and expirations that a PBXes page shows (R1, R2), for the Devices and Order pages. */
export const pbxMemory: Helper = {
  id: 'pbx-memory',
  pages: ['pbxes'],
  init: (visit) => listDesk(visit, 'pbxes').onSeen((list, page) => remember(list, page, visit)),
};
