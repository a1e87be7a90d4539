import browser from 'webextension-polyfill';
import { language, t } from './i18n.ts';

/** Language, direction and title of one of the extension's own pages. */
export function nameDocument(title: string): void {
  document.documentElement.lang = language();
  document.documentElement.dir = t('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  document.title = title;
}

/** Says to the style sheet whether this is the popup, whose window takes its size from the page, or a tab. */
export async function markPlace(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  document.documentElement.dataset['place'] = tab === undefined ? 'popup' : 'tab';
}
