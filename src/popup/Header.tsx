import type { ComponentChildren, JSX } from 'preact';
import browser from 'webextension-polyfill';
import { t } from '../platform/i18n.ts';

export function Header({ title, children }: { title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <header>
      <img src="/icons/icon.svg" alt="" width="20" height="20" />
      <h1>{title}</h1>
      {children ?? (
        <>
          <a href="index.html?view=history" target="_blank" rel="noreferrer">
            {t('history_link')}
          </a>
          <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
            {t('popup_options')}
          </button>
        </>
      )}
    </header>
  );
}
