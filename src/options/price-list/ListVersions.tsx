import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Reason } from '../../core/outcome.ts';
import type { PriceListRecord } from '../../core/records/price-list.ts';
import { dateText, instantText, plural, t } from '../../platform/i18n.ts';
import { listReasonText } from './list-words.ts';

interface Props {
  readonly lists: readonly PriceListRecord[];
  readonly active: string | undefined;
  /** Of the active list's age. */
  readonly warning: Reason | undefined;
  readonly busy: boolean;
  readonly onActivate: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** Every list that was kept, newest first; quotes use the active one. */
export function ListVersions({ lists, active, warning, busy, onActivate, onRemove }: Props): JSX.Element {
  const [asking, setAsking] = useState<string>();
  return (
    <ul class="versions">
      {lists.map(({ id, name, listDate, importedAt, items, rejected }) => (
        <li key={id} data-testid="price-list" aria-current={id === active ? 'true' : undefined}>
          <div>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            {id === active && <span class="mark">{t('list_active')}</span>}
            <p class="soft">
              {listDate ? t('list_dated', dateText(listDate)) : t('list_undated')} {plural('list_articles', items)}{' '}
              {rejected > 0 && plural('list_rejected_kept', rejected)} {t('list_imported', instantText(importedAt))}
            </p>
            {id === active && warning && (
              <p class="aged" data-testid="list-age-warning">
                {listReasonText(warning)}
              </p>
            )}
          </div>
          {asking === id ? (
            <div class="actions">
              <span>{t('list_remove_sure', name)}</span>
              <button
                type="button"
                disabled={busy}
                ref={(button) => button?.focus()}
                onClick={() => {
                  setAsking(undefined);
                  onRemove(id);
                }}
              >
                {t('list_remove_yes')}
              </button>
              <button type="button" onClick={() => setAsking(undefined)}>
                {t('list_remove_no')}
              </button>
            </div>
          ) : (
            <div class="actions">
              {id !== active && (
                <button type="button" disabled={busy} onClick={() => onActivate(id)}>
                  {t('list_activate')}
                </button>
              )}
              <button type="button" disabled={busy} onClick={() => setAsking(id)}>
                {t('list_remove')}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
