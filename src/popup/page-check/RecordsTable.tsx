import type { JSX } from 'preact';
import type { PageReport } from '../../core/page-report.ts';
import { plural, t } from '../../platform/i18n.ts';
import { Scroller } from './Scroller.tsx';

type Records = NonNullable<PageReport['records']>;

/** More rows than a person reads here; the JSON has them all. */
const SHOWN = 200;

export function RecordsTable({ records }: { records: Records }): JSX.Element {
  const shown = records.slice(0, SHOWN);
  const fields = [...new Set(shown.flatMap((record) => Object.keys(record)))];
  return (
    <section>
      <h2>{plural('check_records', records.length)}</h2>
      {shown.length < records.length && <p class="soft">{t('check_records_shown', shown.length)}</p>}
      <Scroller label={plural('check_records', records.length)}>
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  <code>{field}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((record, index) => (
              <tr key={index}>
                {fields.map((field) => (
                  <td key={field}>
                    <bdi>{cellText((record as Record<string, unknown>)[field])}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

/** Lists of reasons by their codes; everything else as it is. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  if (typeof value === 'object') return 'code' in value ? String(value.code) : JSON.stringify(value);
  return String(value);
}
