import type { JSX } from 'preact';
import type { CalendarDate } from '../../core/facts.ts';
import type { Mapping } from '../../core/price-list/mapping.ts';
import type { ReadList } from '../../core/price-list/result.ts';
import { t } from '../../platform/i18n.ts';
import type { Settled } from './read-list.ts';

interface Props {
  readonly list: ReadList;
  readonly busy: boolean;
  readonly listDate: string;
  readonly onDate: (date: CalendarDate | '') => void;
  readonly onSettle: (settled: Settled) => void;
}

const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD'];
const MARKS = ['point', 'comma'] as const;

/** What holds for the whole list. Sheet, currency and decimal mark are asked for only where they are in question. */
export function SettleFields({ list, busy, listDate, onDate, onSettle }: Props): JSX.Element {
  const { mapping, sheets, open } = list;
  const asked = (code: string): boolean => open.some((reason) => reason.code === code);
  const settle = (change: Partial<Mapping>): void => {
    const columns = list.columns.map(({ use }) => use);
    onSettle({ mapping: { ...mapping, columns, ...change } });
  };
  return (
    <div class="fields">
      <label for="list-date">{t('list_date')}</label>
      <input
        id="list-date"
        type="date"
        disabled={busy}
        value={listDate}
        onChange={(event) => onDate(event.currentTarget.value as CalendarDate | '')}
      />
      {sheets.length > 1 && (
        <>
          <label for="list-sheet">{t('list_sheet')}</label>
          <select
            id="list-sheet"
            disabled={busy}
            value={mapping.sheet}
            onChange={(event) => onSettle({ sheet: event.currentTarget.value })}
          >
            {sheets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      {(asked('list-currency-unknown') || mapping.currency !== undefined) && (
        <>
          <label for="list-currency">{t('list_currency')}</label>
          <select
            id="list-currency"
            disabled={busy}
            value={mapping.currency ?? ''}
            onChange={(event) => settle({ currency: event.currentTarget.value })}
          >
            {mapping.currency === undefined && <option value="">{t('list_not_chosen')}</option>}
            {[...new Set([...CURRENCIES, ...(mapping.currency ? [mapping.currency] : [])])].map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        </>
      )}
      {(asked('list-decimal-mark-unknown') || mapping.decimalMark !== undefined) && (
        <>
          <label for="list-mark">{t('list_decimal_mark')}</label>
          <select
            id="list-mark"
            disabled={busy}
            value={mapping.decimalMark ?? ''}
            onChange={(event) => {
              const mark = MARKS.find((one) => one === event.currentTarget.value);
              if (mark) settle({ decimalMark: mark });
            }}
          >
            {mapping.decimalMark === undefined && <option value="">{t('list_not_chosen')}</option>}
            {MARKS.map((mark) => (
              <option key={mark} value={mark}>
                {t(`options_decimal_mark_${mark}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
