import { type TaughtColumn, type TaughtColumnConcept, TEACHABLE } from '../../../core/page-profile.ts';
import { t } from '../../../platform/i18n.ts';
import type { ColumnConcept } from '../../portal/vocabulary/columns.ts';
import { lackingColumns } from '../../teach/draft.ts';
import { onlyByPerson } from '../consent.ts';
import type { PanelProps } from './TeachPanel.tsx';

/** Every column that counts on the page: read by itself, taught, or still lacking; what cannot be done without is said. */
export function ColumnsStep({ draft, reading, steps }: PanelProps) {
  const lacking = new Set(lackingColumns(draft.page, reading.read));
  return (
    <>
      <p>{t('teach_columns_why')}</p>
      <ul class="things">
        {TEACHABLE[draft.page].columns.map((concept) => {
          const taught = draft.columns.find((column) => column.concept === concept);
          const words = t(`teach_column_${concept}`);
          return (
            <li key={concept}>
              <span>
                <strong>{words}</strong>
                <ColumnSaid {...{ concept, taught, reading }} />
                {lacking.has(concept) && <span class="need"> {t('teach_needed')}</span>}
              </span>
              <span class="acts">
                {taught !== undefined && (
                  <button
                    type="button"
                    aria-label={t('teach_forget_that', words)}
                    onClick={() => steps.dropColumn(concept)}
                  >
                    {t('teach_forget')}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={t('teach_point_that', words)}
                  data-point={concept}
                  onClick={onlyByPerson(() => steps.pointColumn(concept))}
                >
                  {t('teach_point')}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      {reading.words.length > 0 && <ValueWords {...{ draft, reading, steps }} />}
    </>
  );
}

const MEANINGS = ['capex', 'hwaas', 'rental'] as const;

/** Words that stand in the column of contract types and are not known: what is sure, the partner says. */
function ValueWords({ draft, reading, steps }: Pick<PanelProps, 'draft' | 'reading' | 'steps'>) {
  return (
    <>
      <p>{t('teach_words_why')}</p>
      <ul class="things parts">
        {reading.words.map((word) => (
          <li key={word}>
            <bdi>{word}</bdi>
            <select
              aria-label={t('teach_word_means', word)}
              value={draft.values.find(({ label }) => label === word)?.means ?? ''}
              onChange={({ currentTarget: { value } }) =>
                steps.value(
                  word,
                  MEANINGS.find((means) => means === value),
                )
              }
            >
              <option value="">{t('teach_word_unknown')}</option>
              {MEANINGS.map((means) => (
                <option key={means} value={means}>
                  {t(`teach_value_${means}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Said {
  readonly concept: TaughtColumnConcept;
  readonly taught: TaughtColumn | undefined;
  readonly reading: PanelProps['reading'];
}

function ColumnSaid({ concept, taught, reading }: Said) {
  const column = reading.grid?.columns.get(concept as ColumnConcept);
  const state = column?.state ?? 'missing';
  if (taught !== undefined)
    return (
      <span class={state === 'ok' || reading.grid === undefined ? 'read' : 'need'}>
        <bdi>{taught.label ?? t('teach_target_place', (taught.place?.index ?? 0) + 1, taught.place?.of ?? 0)}</bdi>
        {state !== 'ok' && reading.grid !== undefined && ` · ${t(`check_state_${state}`)}`}
      </span>
    );
  if (state === 'missing') return <span class="muted">{t('teach_not_yet')}</span>;
  return (
    <span class="muted">
      {state === 'ok' ? t('teach_read_itself') : t(`check_state_${state}`)} <bdi>{column?.header}</bdi>
    </span>
  );
}
