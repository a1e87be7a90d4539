import { deviceDesk } from '../judged-devices.ts';
import type { Grid } from '../portal/grid.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { isWindowed } from '../portal/walk.ts';
import { followSelection } from '../selected-devices.ts';
import { AdvisorsPanel } from '../ui/advisors/AdvisorsPanel.tsx';
import { sheet } from '../ui/advisors/sheet.ts';
import { advisorView } from '../ui/advisors/view.ts';
import { placeAbove, placeFloating } from '../ui/host.ts';
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
    (host) => {
      const grid = listOf(visit.page());
      if (grid === undefined) placeFloating(host, 'side', visit.signal);
      else placeAbove(host, grid.element, grid.header.element, visit.signal, 'side');
    },
    [sheet()],
  );
  /** Rows are asked for their selection only once somebody wants to know. */
  let selected: (() => ReadonlySet<string>) | undefined;

  function show(): void {
    const page = visit.page();
    const grid = listOf(page);
    const view = advisorView(desk.now(), selected?.() ?? new Set(), {
      level: page.level,
      windowed: grid !== undefined && isWindowed(grid),
    });
    surface.show(view === undefined ? null : <AdvisorsPanel view={view} onOpen={follow} />);
  }

  function follow(): void {
    if (selected !== undefined) return;
    selected = followSelection(visit, show);
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
