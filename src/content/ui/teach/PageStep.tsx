import { TEACHABLE_PAGES, type TeachablePage } from '../../../core/page-profile.ts';
import { pageName, t } from '../../../platform/i18n.ts';
import { onlyByPerson } from '../consent.ts';
import type { PanelProps } from './TeachPanel.tsx';

/** What page it is, and which words of its title say so. */
export function PageStep({ draft, reading, steps }: PanelProps) {
  const { customer, pbx } = reading.page;
  return (
    <>
      <label>
        {t('teach_page')}
        <select value={draft.page} onChange={(event) => steps.page(event.currentTarget.value as TeachablePage)}>
          {TEACHABLE_PAGES.map((page) => (
            <option key={page} value={page}>
              {pageName(page)}
            </option>
          ))}
        </select>
      </label>
      <p class="muted">{t('teach_title_why')}</p>
      <ul class="things">
        <li>
          <span>{t('teach_title_line')}</span>
          <span class="acts">
            {draft.titles.length > 0 && (
              <button type="button" onClick={steps.dropTitle}>
                {t('teach_forget')}
              </button>
            )}
            <button type="button" data-point="title" onClick={onlyByPerson(steps.pointTitle)}>
              {t('teach_point')}
            </button>
          </span>
        </li>
      </ul>
      {draft.titles.length > 0 && (
        <ul class="things parts">
          {draft.titles.map((part, index) => (
            <li key={`${index}${part.whole}`}>
              <input
                aria-label={t('teach_title_words', index + 1)}
                dir="auto"
                value={part.label}
                maxLength={60}
                onChange={(event) => steps.title(index, { ...part, label: event.currentTarget.value })}
              />
              <select
                aria-label={t('teach_title_means', index + 1)}
                value={part.means ?? ''}
                onChange={(event) => steps.title(index, { ...part, means: meansOf(event.currentTarget.value) })}
              >
                <option value="">{t('teach_choose')}</option>
                <option value="page">{t('teach_means_page')}</option>
                <option value="name">{t('teach_means_name')}</option>
                <option value="other">{t('teach_means_other')}</option>
              </select>
            </li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <dt>{t('label_customer')}</dt>
        <dd dir="auto">{customer?.name ?? t('teach_nobody')}</dd>
        {pbx !== undefined && (
          <>
            <dt>{t('label_pbx')}</dt>
            <dd dir="auto">{pbx}</dd>
          </>
        )}
      </dl>
    </>
  );
}

const meansOf = (value: string) => (value === 'page' || value === 'name' || value === 'other' ? value : undefined);
