import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CalendarDate } from '../../core/facts.ts';
import type { ColumnUse } from '../../core/price-list/mapping.ts';
import type { ReadList } from '../../core/price-list/result.ts';
import { plural, t } from '../../platform/i18n.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { listReasonText } from './list-words.ts';
import { ArticlesPreview, RejectedRows, SkippedRows } from './RowsTables.tsx';
import type { Settled } from './read-list.ts';
import { SettleFields } from './SettleFields.tsx';

interface Props {
  readonly name: string;
  readonly list: ReadList;
  readonly busy: boolean;
  readonly onSettle: (settled: Settled) => void;
  readonly onSave: (listDate: CalendarDate | undefined) => void;
  readonly onCancel: () => void;
}

/** What was understood of a file, before anything of it is kept. */
export function ImportReview({ name, list, busy, onSettle, onSave, onCancel }: Props): JSX.Element {
  const [date, setDate] = useState<CalendarDate | ''>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const listDate = date ?? list.listDate ?? '';
  const prices = list.items.reduce((sum, item) => sum + Object.values(item.prices).filter(Boolean).length, 0);
  const assign = (columns: ColumnUse[]): void => onSettle({ mapping: { ...list.mapping, columns } });
  return (
    <div class="review" aria-busy={busy}>
      <h3 ref={title} tabIndex={-1}>
        {t('list_review', name)}
      </h3>
      <p data-testid="understood">
        {plural('list_articles', list.items.length)} {plural('list_prices', prices)}{' '}
        {list.mappedBy === 'partner' && t('list_mapped_by_partner')}
      </p>
      {list.open.length > 0 && (
        <div class="notice attention" role="alert">
          <p>{t('list_open')}</p>
          <ul class="reasons">
            {list.open.map((reason) => (
              <li key={listReasonText(reason)}>{listReasonText(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      {list.remarks.length > 0 && (
        <ul class="notice reasons">
          {list.remarks.slice(0, 12).map((reason) => (
            <li key={listReasonText(reason)}>{listReasonText(reason)}</li>
          ))}
          {list.remarks.length > 12 && <li>{t('list_rows_shown', 12, list.remarks.length)}</li>}
        </ul>
      )}
      <SettleFields list={list} busy={busy} listDate={listDate} onDate={setDate} onSettle={onSettle} />
      <ColumnsTable list={list} busy={busy} onChange={assign} />
      {list.items.length > 0 && <ArticlesPreview items={list.items} />}
      <RejectedRows rows={list.rejected} />
      <SkippedRows rows={list.skipped} />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={busy || list.status !== 'understood'}
          onClick={() => onSave(listDate === '' ? undefined : listDate)}
        >
          {t('list_save')}
        </button>
        <button type="button" disabled={busy} onClick={onCancel}>
          {t('list_cancel')}
        </button>
        {list.status !== 'understood' && <p class="soft">{t('list_save_not_yet')}</p>}
      </div>
    </div>
  );
}
