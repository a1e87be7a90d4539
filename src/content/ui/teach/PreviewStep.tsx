import { pageName, plural, t } from '../../../platform/i18n.ts';
import { lackingActions } from '../../teach/draft.ts';
import { previewOf } from '../../teach/reading.ts';
import type { PanelProps } from './TeachPanel.tsx';
import { teachReasonText } from './words.ts';

/** What would be read, before anything is kept. */
export function PreviewStep({ draft, reading, steps }: PanelProps) {
  const columns = previewOf(reading, draft);
  const rows = columns[0]?.values ?? [];
  const { customer } = reading.page;
  return (
    <>
      {reading.problem === undefined ? (
        <p class="note yes">{plural('teach_ready', reading.grid?.rows.length ?? 0)}</p>
      ) : (
        <p class="note no">{teachReasonText(reading.problem)}</p>
      )}
      {reading.problem === undefined &&
        customer === undefined &&
        draft.page !== 'customers' &&
        draft.page !== 'orders' &&
        draft.page !== 'account-balance' && <p class="note unknown">{t('teach_without_customer')}</p>}
      {draft.actions.some(({ concept }) => concept === 'convert') && lackingActions(draft).includes('agree') && (
        <p class="note unknown">{t('teach_without_agree')}</p>
      )}
      {customer !== undefined && (
        <dl class="facts">
          <dt>{t('label_customer')}</dt>
          <dd dir="auto">{customer.name}</dd>
        </dl>
      )}
      {columns.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        <section class="preview" tabIndex={0} aria-label={t('teach_preview')}>
          <table>
            <thead>
              <tr>
                {columns.map(({ concept, header, state }) => (
                  <th key={concept} scope="col">
                    {t(`teach_column_${concept}`)}
                    <span class="muted">
                      <bdi>{header ?? '–'}</bdi>
                    </span>
                    <span class={state === 'ok' ? 'read' : 'need'}>{t(`check_state_${state}`)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((_, row) => (
                <tr key={row}>
                  {columns.map(({ concept, values }) => (
                    <td key={concept} dir="auto">
                      {values[row]?.slice(0, 200)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <label>
        {t('teach_name')}
        <input
          dir="auto"
          maxLength={120}
          value={draft.name}
          placeholder={pageName(draft.page)}
          onChange={(event) => steps.name(event.currentTarget.value)}
        />
      </label>
    </>
  );
}
