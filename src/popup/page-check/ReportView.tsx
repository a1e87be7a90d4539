import type { JSX } from 'preact';
import type { PageReport } from '../../core/page-report.ts';
import { language, pageName, t } from '../../platform/i18n.ts';
import { GridView } from './GridView.tsx';
import { RecordsTable } from './RecordsTable.tsx';
import { Scroller } from './Scroller.tsx';

/** The report as a person reads it. Concepts and codes are shown as they are: they are what support asks about. */
export function ReportView({ report }: { report: PageReport }): JSX.Element {
  const { page, level, confidence, customer, pbx, reasons, grids, actions, records } = report;
  const facts: readonly (readonly [string, string])[] = [
    [t('check_page'), pageName(page)],
    [t('check_level'), level === null ? '–' : t(`check_level_${level}`)],
    [t('check_confidence'), new Intl.NumberFormat(language(), { style: 'percent' }).format(confidence)],
    [t('check_customer'), customer ?? '–'],
    [t('check_pbx'), pbx ?? '–'],
  ];
  const buttons = Object.entries(actions);
  return (
    <>
      <section>
        <dl class="summary">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt class="soft">{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        {reasons.length > 0 && (
          <ul class="codes">
            {reasons.map((reason) => (
              <li key={reason}>
                <code>{reason}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
      {grids.map((grid, index) => (
        <GridView key={`${grid.concept}${index}`} grid={grid} />
      ))}
      {buttons.length > 0 && (
        <section>
          <h2>{t('check_actions')}</h2>
          <Scroller label={t('check_actions')}>
            <table>
              <tbody>
                {buttons.map(([concept, { label, enabled }]) => (
                  <tr key={concept}>
                    <th scope="row">
                      <code>{concept}</code>
                    </th>
                    <td>
                      <bdi>{label}</bdi>
                    </td>
                    <td>{t(enabled ? 'check_enabled' : 'check_disabled')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </section>
      )}
      {records && <RecordsTable records={records} />}
    </>
  );
}
