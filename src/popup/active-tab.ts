import browser from 'webextension-polyfill';
import { originOf } from '../core/messages/senders.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import type { PageReport } from '../core/page-report.ts';
import { coversOrigin } from '../core/portal-host.ts';
import { askTab, MessageError } from '../platform/send.ts';

export interface TabAnswer {
  readonly tabId?: number | undefined;
  readonly statement: Reason;
  readonly report?: PageReport;
  /** What the page lacks could be pointed out on it. */
  readonly teachable?: boolean;
}

/** What the Companion says of a tab, by default of the one that the popup hangs on. */
export async function askAboutTab(tabId: number | undefined, records: boolean): Promise<TabAnswer> {
  const id = tabId ?? (await activeTab());
  if (id === undefined) return { statement: notice('page-no-portal') };
  try {
    const { report, statement, teachable } = await askTab(id, 'page.report', { records });
    return { tabId: id, report, statement, teachable };
  } catch (error) {
    if (!(error instanceof MessageError) || error.reason.code !== 'no-answer') throw error;
    // Without an answer it is another page, or WMP without a content script: only a granted host's address is told to us.
    return { tabId: id, statement: notice((await isPortal(id)) ? 'page-not-reached' : 'page-no-portal') };
  }
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

async function isPortal(tabId: number): Promise<boolean> {
  const [tab, { origins = [] }] = await Promise.all([
    browser.tabs.get(tabId).catch(() => undefined),
    browser.permissions.getAll(),
  ]);
  const origin = originOf(tab?.url ?? '');
  return origins.some((pattern) => coversOrigin(pattern, origin));
}
