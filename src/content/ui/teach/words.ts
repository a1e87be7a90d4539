import type { Reason } from '../../../core/outcome.ts';
import { pageName, reasonText, t } from '../../../platform/i18n.ts';

/** The words of a reason whose parameters name concepts: those are put into words too. */
export function teachReasonText(reason: Reason): string {
  const { column, state, meaning, page } = reason.params ?? {};
  if (reason.code === 'teach-column-state')
    return t('reason_teach_column_state', columnWords(String(column)), t(`check_state_${state}`));
  if (reason.code === 'teach-column-lacking') return t('reason_teach_column_lacking', columnWords(String(column)));
  if (reason.code === 'teach-label-known')
    return t('reason_teach_label_known', String(reason.params?.['label']), meaningWords(String(meaning)));
  if (reason.code === 'teach-page-other') return t('reason_teach_page_other', pageName(String(page)));
  return reasonText(reason);
}

const said = (key: string): string | undefined => {
  const words = t(key);
  return words === key ? undefined : words;
};

const columnWords = (concept: string): string => said(`teach_column_${concept}`) ?? concept;
const meaningWords = (concept: string): string =>
  said(`teach_column_${concept}`) ??
  said(`teach_action_${concept}`) ??
  said(`page_${concept.replaceAll('-', '_')}`) ??
  concept;
