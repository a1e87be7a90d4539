import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { ask } from '../platform/send.ts';
import { HELPERS } from './helpers/index.ts';
import { deviceDesk } from './judged-devices.ts';
import { beginLife } from './lifecycle.ts';
import { answerMessages } from './messages.ts';
import { readPage, readPageWork } from './portal/page.ts';
import { inSlices } from './portal/slices.ts';
import { pause } from './portal/wait.ts';
import { reportPage } from './report.ts';
import { isTeachable, statementOf } from './statement.ts';
import { followProfiles, loadProfiles } from './taught-pages.ts';
import { teachPage } from './teach/teach.tsx';
import { dropStaleMarks } from './ui/row-marks.ts';
import { followPage, guarded, type Visit } from './visit.ts';

/** As long as whoever asks may wait for a list that has to be scrolled through. */
const WALK_MS = 5000;

const life = beginLife();
let visit: Visit | undefined;

answerMessages(
  {
    'page.report': async ({ records }) => {
      const page = (await inSlices(readPageWork(), life)) ?? readPage();
      const desk =
        visit === undefined || visit.signal.aborted || page.kind !== 'devices' ? undefined : deviceDesk(visit);
      const judged = await Promise.race([desk?.settled(), pause(WALK_MS, life).then(() => desk?.now())]);
      const report = reportPage(page, judged, records);
      return { report, statement: statementOf(page), teachable: isTeachable(page) };
    },
    'page.teach': () => {
      teachPage(life);
      return {};
    },
  },
  life,
);

/** The partner's settings; without an answer the defaults, so that a page is never left without its helpers. */
const settings: Promise<Settings> = ask('settings.get', {}).then(
  (answer) => answer.settings,
  () => DEFAULT_SETTINGS,
);

followProfiles(life, () => visit?.readSoon());

void Promise.all([settings, loadProfiles()]).then(([{ helpersOff }]) =>
  followPage(
    life,
    (begun) => {
      visit = begun;
      const { kind } = begun.page();
      for (const helper of HELPERS) {
        if (helpersOff[helper.id] === true || (helper.pages !== 'all' && !helper.pages.includes(kind))) continue;
        guarded(() => helper.init(begun));
      }
    },
    dropStaleMarks,
  ),
);
