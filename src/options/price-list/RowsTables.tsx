import type { JSX } from 'preact';
import type { ListItem } from '../../core/price-list/item.ts';
import type { RejectedRow, SkippedRow } from '../../core/price-list/result.ts';
import { plural, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { listReasonText } from './list-words.ts';

const DURATIONS = ['P1M', 'P1Y', 'P5Y'] as const;
const PREVIEW = 5;
const SHOWN = 200;

/** The first articles as they would be saved. */
export const ArticlesPreview = ({ items }: { readonly items: readonly ListItem[] }): JSX.Element => (
  <div class="scroll">
    <table>
      <caption>{t('list_preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list_role_sku')}</th>
          <th scope="col">{t('list_role_name')}</th>
          {DURATIONS.map((duration) => (
            <th key={duration} scope="col" class="amount">
              {t(`term_${duration}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.slice(0, PREVIEW).map(({ sku, name, prices }) => (
          <tr key={sku}>
            <th scope="row" class="sku">
              <bdi>{sku}</bdi>
            </th>
            <td>
              <bdi>{name}</bdi>
            </td>
            {DURATIONS.map((duration) => {
              const price = prices[duration];
              return (
                <td key={duration} class="amount">
                  {price && <bdi>{moneyText(price.money)}</bdi>}
                  {price && duration !== 'P1M' && <span class="soft">{t(`list_unit_${price.unit}`)}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Every row that was not understood, and why. */
export function RejectedRows({ rows }: { readonly rows: readonly RejectedRow[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 20}>
      <summary>{plural('list_rejected', rows.length)}</summary>
      <div class="scroll tall">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('list_row')}</th>
              <th scope="col">{t('list_row_why')}</th>
              <th scope="col">{t('list_row_cells')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ row, reason, cells }, index) => (
              <tr key={`${row} ${index}`} data-testid="rejected-row">
                <th scope="row">{row}</th>
                <td>{listReasonText(reason)}</td>
                <td class="soft cells">
                  {cells.filter(Boolean).map((cell, at) => (
                    <bdi key={`${at}${cell}`}>{cell}</bdi>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p class="soft">{t('list_rows_shown', SHOWN, rows.length)}</p>}
    </details>
  );
}

/** Titles, headings and notes: rows that hold no price and are not meant to. */
export function SkippedRows({ rows }: { readonly rows: readonly SkippedRow[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{plural('list_skipped', rows.length)}</summary>
      <ul class="skipped">
        {rows.slice(0, SHOWN).map(({ row, kind, text }, index) => (
          <li key={`${row} ${index}`}>
            <span class="soft">{t(`list_skipped_${kind.replaceAll('-', '_')}`)}</span> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
