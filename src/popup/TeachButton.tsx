import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { reasonText, t } from '../platform/i18n.ts';
import { askTab } from '../platform/send.ts';
import { failureOf } from '../platform/use-answer.ts';

/** Opens the panel on the page, where the partner points; the popup itself goes out of the way. */
export function TeachButton({ tabId }: { tabId: number }): JSX.Element {
  const [said, setSaid] = useState('');

  async function teach(): Promise<void> {
    try {
      await askTab(tabId, 'page.teach', {});
      if ((await browser.tabs.getCurrent()) === undefined) window.close();
      else setSaid(t('teach_open'));
    } catch (error) {
      setSaid(reasonText(failureOf(error)));
    }
  }

  return (
    <p class="teach">
      <button type="button" onClick={teach}>
        {t('teach_this_page')}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
