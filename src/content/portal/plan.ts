import { nameKey } from '../../core/customer.ts';
import { notice } from '../../core/notices.ts';
import type { Grid } from './grid.ts';
import { oneGrid, type Page, readPage } from './page.ts';
import { Stop } from './stop.ts';

/** The devices that a run is about, by their keys, on the page of one customer. */
export interface Plan {
  readonly customerKey: string;
  readonly pbx: string | undefined;
  readonly keys: ReadonlySet<string>;
}

/** The one list of devices. @throws Stop */
export function devicesGrid(): Grid {
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
