import type { Response } from '../core/messages/contract.ts';
import { type DeviceDesk, deviceDesk, isOfPage, type JudgedDevices } from './judged-devices.ts';
import { settleWhose } from './known-customers.ts';
import { isWalked, listDesks, walkedList } from './lists/page-lists.ts';
import { hasMoved } from './portal/grid.ts';
import { type Page, readPage, readPageWork } from './portal/page.ts';
import { inSlices } from './portal/slices.ts';
import { pause } from './portal/wait.ts';
import { reportPage } from './report.ts';
import { isTeachable, statementOf } from './statement.ts';
import type { Visit } from './visit.ts';

/** As long as whoever asks may wait for a list that has to be scrolled through. */
const WALK_MS = 5000;

/** What is understood of the page now; a list that has to be scrolled through is waited for, but not for long. */
export async function checkPage(
  current: () => Visit | undefined,
  records: boolean,
  life: AbortSignal,
): Promise<Response<'page.report'>> {
  const readNow = async () => settleWhose(await readSteady(life));
  const visitNow = () => {
    const visit = current();
    return visit?.signal.aborted === false ? visit : undefined;
  };
  let page = await readNow();
  let judged: JudgedDevices | undefined;
  const desk = page.kind === 'devices' ? deskOf(visitNow()) : undefined;
  if (desk !== undefined) {
    judged = await judgedSoon(desk, life);
    // Only then: a list that is walked draws nothing while its tab is not on show.
    if (judged !== undefined && !isOfPage(judged, page)) {
      await Promise.race([visitNow()?.reread(), pause(WALK_MS, life)]);
      judged = await judgedSoon(deskOf(visitNow()) ?? desk, life);
      page = await readNow();
    }
  } else if (page.grids.some((grid) => isWalked(page, grid))) {
    await Promise.race([listsWalked(visitNow), pause(WALK_MS, life)]);
    page = await readNow();
  }
  return answerOf(page, visitNow(), judged, records);
}

/** The page as it stands at one moment: where something moved while it was read in slices, it is read at once. */
async function readSteady(life: AbortSignal): Promise<Page> {
  let touched = false;
  const observer = new MutationObserver(() => {
    touched = true;
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  try {
    const page = await inSlices(readPageWork(), life);
    touched ||= observer.takeRecords().length > 0;
    return page === undefined || touched || page.grids.some(hasMoved) ? readPage() : page;
  } finally {
    observer.disconnect();
  }
}

const judgedSoon = (desk: DeviceDesk, life: AbortSignal): Promise<JudgedDevices | undefined> =>
  Promise.race([desk.settled(), pause(WALK_MS, life).then(() => desk.now())]);

const deskOf = (visit: Visit | undefined) => (visit === undefined ? undefined : deviceDesk(visit));

/** Once all lists of the page as it is now were scrolled through. */
async function listsWalked(visitNow: () => Visit | undefined): Promise<void> {
  await visitNow()?.reread();
  const visit = visitNow();
  if (visit !== undefined) await Promise.all(listDesks(visit).map((desk) => desk.settled()));
}

function answerOf(
  page: Page,
  visit: Visit | undefined,
  judged: JudgedDevices | undefined,
  records: boolean,
): Response<'page.report'> {
  const report = reportPage(page, judged, records, (grid) =>
    visit === undefined ? undefined : walkedList(visit, page, grid),
  );
  return { report, statement: statementOf(page), teachable: isTeachable(page) };
}
