import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { instantText, plural, reasonText, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { askData } from './ask-data.ts';

/** Kinds of what is synchronised, by how their keys begin. */
const KINDS = ['word', 'page', 'discount'] as const;

/** What goes with the browser's own sync, and what it did not take. */
export function SyncLine(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('sync', () => askData('data.sync', {}));
  useEffect(() => {
    const listener = (_: unknown, area: string) => area === 'sync' && again();
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  }, [again]);
  const { refused = [], at } = value?.state ?? {};
  return (
    <div data-testid="sync">
      <h3>{t('sync_title')}</h3>
      <p class="soft">
        {t('sync_why')} {at && t('sync_at', instantText(at))}
      </p>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {KINDS.map((kind) => {
        const count = refused.filter((key) => key.startsWith(`${kind}:`)).length;
        return (
          count > 0 && (
            <p class="notice attention" key={kind}>
              {plural(`sync_refused_${kind}`, count)}
            </p>
          )
        );
      })}
    </div>
  );
}
