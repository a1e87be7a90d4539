import type { JSX } from 'preact';
import type { GridReport } from '../../core/page-report.ts';
import { t } from '../../platform/i18n.ts';
import { Scroller } from './Scroller.tsx';

/** One grid: which columns were recognised, by what, and how much of it was seen. */
export function GridView({ grid }: { grid: GridReport }): JSX.Element {
  const seen =
    grid.rowsTotal === null
      ? t('check_rows_seen', grid.rowsSeen)
      : t('check_rows_seen_of', grid.rowsSeen, grid.rowsTotal);
  return (
    <section>
      <h2>
        {t('check_grid')} <code>{grid.concept}</code>
      </h2>
      <p class="facts soft">
        <span>{seen}</span>
        <span>{t(grid.complete ? 'check_complete' : 'check_incomplete')}</span>
        <span>
          {t('check_reader')} <code>{grid.reader}</code>
        </span>
      </p>
      <Scroller label={t('check_grid')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('check_column')}</th>
              <th scope="col">{t('check_header')}</th>
              <th scope="col">{t('check_how')}</th>
              <th scope="col">{t('check_state')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(grid.columns).map(([concept, { header, how, state }]) => (
              <tr key={concept}>
                <th scope="row">
                  <code>{concept}</code>
                </th>
                <td>
                  <bdi>{header ?? '–'}</bdi>
                </td>
                <td>{t(`check_how_${how.replace('+', '_')}`)}</td>
                <td>
                  <span class={state === 'ok' ? 'state good' : 'state attention'}>{t(`check_state_${state}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {grid.problems.length > 0 && (
        <ul class="codes">
          {grid.problems.map((problem) => (
            <li key={problem}>
              <code>{problem}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
