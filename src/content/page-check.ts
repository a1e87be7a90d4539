import type { Response } from '../core/messages/contract.ts';
import { deviceDesk, type JudgedDevices } from './judged-devices.ts';
import { settleWhose } from './known-customers.ts';
import { isWalked, listDesks, walkedList } from './lists/page-lists.ts';
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
  const readNow = async () => settleWhose((await inSlices(readPageWork(), life)) ?? readPage());
  const visitNow = () => {
    const visit = current();
    return visit?.signal.aborted === false ? visit : undefined;
  };
  let page = await readNow();
  let judged: JudgedDevices | undefined;
  const desk = page.kind === 'devices' ? deskOf(visitNow()) : undefined;
  if (desk !== undefined) judged = await Promise.race([desk.settled(), pause(WALK_MS, life).then(() => desk.now())]);
  else if (page.grids.some((grid) => isWalked(page, grid))) {
    await Promise.race([listsWalked(visitNow), pause(WALK_MS, life)]);
    page = await readNow();
  }
  return answerOf(page, visitNow(), judged, records);
}

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
