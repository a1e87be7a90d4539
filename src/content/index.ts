import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { ask } from '../platform/send.ts';
import { HELPERS } from './helpers/index.ts';
import { followCustomers } from './known-customers.ts';
import { beginLife } from './lifecycle.ts';
import { answerMessages } from './messages.ts';
import { checkPage } from './page-check.ts';
import { setMoneyHints } from './portal/money-hints.ts';
import { followProfiles, loadProfiles } from './taught-pages.ts';
import { teachPage } from './teach/teach.tsx';
import { followPointer } from './ui/pointer.ts';
import { dropStaleMarks } from './ui/row-marks.ts';
import { followPage, guarded, type Visit } from './visit.ts';

const life = beginLife();
let visit: Visit | undefined;

answerMessages(
  {
    'page.report': ({ records }) => checkPage(() => visit, records, life),
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

followPointer(life);
followProfiles(life, () => visit?.readSoon());
followCustomers(life, () => visit?.readSoon());

void Promise.all([settings, loadProfiles()]).then(([said]) => {
  const { helpersOff } = said;
  setMoneyHints(said);
  followPage(
    life,
    function* (begun) {
      visit = begun;
      const { kind } = begun.page();
      for (const helper of HELPERS) {
        if (helpersOff[helper.id] === true || (helper.pages !== 'all' && !helper.pages.includes(kind))) continue;
        guarded(() => helper.init(begun));
        yield;
      }
    },
    dropStaleMarks,
  );
});
