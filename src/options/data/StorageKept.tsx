import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import browser, { type Permissions } from 'webextension-polyfill';
import { language, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';

/** Exempts from quota and from eviction in Chrome and Firefox, without a question to the partner. */
const UNLIMITED = { permissions: ['unlimitedStorage'] } as unknown as Permissions.AnyPermissions;

/** Whether the browser may delete what is kept here, and a way to ask it not to where it may. */
export function StorageKept(): JSX.Element {
  const [{ value }, again] = useAnswer('storage', async () => ({
    kept: (await browser.permissions.contains(UNLIMITED)) || (await navigator.storage.persisted()),
    used: (await navigator.storage.estimate()).usage ?? 0,
  }));
  const [refused, setRefused] = useState(false);

  async function keep(): Promise<void> {
    setRefused(!(await navigator.storage.persist()));
    again();
  }

  return (
    <div data-testid="storage-kept">
      <h3>{t('data_kept_title')}</h3>
      {value && (
        <p class="soft">
          {t(value.kept ? 'data_kept' : 'data_not_kept')} {t('data_used', sizeText(value.used))}
        </p>
      )}
      {value?.kept === false && (
        <p>
          <button type="button" onClick={() => void keep()}>
            {t('data_keep')}
          </button>
        </p>
      )}
      <p role="status">{refused ? t('data_keep_refused') : ''}</p>
    </div>
  );
}

const sizeText = (bytes: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    bytes / 1_000_000,
  );
