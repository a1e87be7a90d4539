import type { JSX } from 'preact';
import type { ColumnUse } from '../../core/price-list/mapping.ts';
import type { ReadList } from '../../core/price-list/result.ts';
import { t } from '../../platform/i18n.ts';
import { asksUnit, ROLES, roleOf, UNITS, useOf } from './column-use.ts';

interface Props {
  readonly list: ReadList;
  readonly busy: boolean;
  readonly onChange: (columns: ColumnUse[]) => void;
}

/** What each column is read as, with its first values beside it; every choice can be changed. */
export function ColumnsTable({ list: { columns }, busy, onChange }: Props): JSX.Element {
  const change = (index: number, use: ColumnUse): void =>
    onChange(columns.map((column, at) => (at === index ? use : column.use)));
  return (
    <div class="scroll">
      <table class="columns">
        <thead>
          <tr>
            <th scope="col">{t('list_column')}</th>
            <th scope="col">{t('list_column_values')}</th>
            <th scope="col">{t('list_column_use')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ letter, header, use, samples }, index) => (
            <tr key={letter} class={use.role === 'ignore' ? 'unused' : ''}>
              <th scope="row">
                <span class="letter">{letter}</span> <bdi>{header}</bdi>
              </th>
              <td class="soft">
                {samples.slice(0, 3).map((sample, at) => (
                  <bdi key={`${at}${sample}`}>{sample}</bdi>
                ))}
              </td>
              <td>
                <div class="uses">
                  <select
                    aria-label={t('list_column_use_of', letter)}
                    disabled={busy}
                    value={roleOf(use)}
                    onChange={(event) => {
                      const role = ROLES.find((one) => one === event.currentTarget.value);
                      if (role) change(index, useOf(role, use));
                    }}
                  >
                    {ROLES.map((role) => (
                      <option key={role} value={role}>
                        {t(`list_role_${role}`)}
                      </option>
                    ))}
                  </select>
                  {asksUnit(use) && (
                    <select
                      aria-label={t('list_column_unit_of', letter)}
                      disabled={busy}
                      value={use.unit}
                      onChange={(event) => {
                        const unit = UNITS.find((one) => one === event.currentTarget.value);
                        if (unit) change(index, { ...use, unit });
                      }}
                    >
                      {UNITS.map((unit) => (
                        <option key={unit} value={unit}>
                          {t(`list_unit_${unit}`)}
                        </option>
                      ))}
                    </select>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
