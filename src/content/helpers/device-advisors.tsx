import { deviceDesk } from '../judged-devices.ts';
import type { Grid } from '../portal/grid.ts';
import { isWindowed } from '../portal/list-height.ts';
import { oneGrid, type Page } from '../portal/page.ts';

import { SelectedDevices } from '../selected-devices.ts';
import { AdvisorsPanel } from '../ui/advisors/AdvisorsPanel.tsx';
import { sheet } from '../ui/advisors/sheet.ts';
import { type AdvisorView, advisorView, hasAdvice } from '../ui/advisors/view.ts';
import { placeFloating } from '../ui/host.ts';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function listOf(page: Page): Grid | undefined {
  const grid = oneGrid(page, 'devices');
  return grid === 'twice' ? undefined : grid;
}

function init(visit: Visit): void {
  const desk = deviceDesk(visit);
  const surface = createSurface(
    'advisors',
    visit.signal,
    // Over the page, not above the list: what makes the list lower makes a conversion of many rows slower.
    (host) => placeFloating(host, 'side', visit.signal),
    [sheet()],
  );
  /** Rows are asked for their selection only once somebody wants to know. */
  let selected: SelectedDevices | undefined;
  let open = false;
  let offered = false;

  /** A closed panel costs a page that reads its list all the time nothing: it says the same whatever the list says. */
  function show(): void {
    const offers = hasAdvice(desk.now());
    if (!open && offers && offered && surface.host.isConnected) return;
    offered = offers;
    surface.show(offers ? <AdvisorsPanel view={open ? viewNow() : undefined} onToggle={toggle} /> : null);
  }

  function viewNow(): AdvisorView | undefined {
    const page = visit.page();
    const grid = listOf(page);
    return advisorView(desk.now(), selected?.now() ?? new Set(), {
      level: page.level,
      windowed: grid !== undefined && isWindowed(grid),
    });
  }

  function toggle(now: boolean): void {
    open = now;
    if (open) selected ??= new SelectedDevices(visit, show);
    offered = false;
    show();
  }

  desk.onJudged(show);
  // A re-render of the page throws the panel out; the next reading puts it back.
  visit.onRead(() => {
    if (!surface.host.isConnected) show();
  });
}

/** Beside the list: transfer (R9), cancellation (R10), replacement (R11) and Rental (R12), explained. It presses nothing. */
export const deviceAdvisors: Helper = { id: 'device-advisors', pages: ['devices'], init };
