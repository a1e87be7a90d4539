import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { CONTENT_MESSAGES } from '../core/messages/contract.ts';
import { CONTRACT_VERSION, Reply } from '../core/messages/envelope.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import type { PageReport } from '../core/page-report.ts';

const PAUSE_MS = 500;
const LONGEST_MS = 60_000;
/** A page that comes up passes by its login page now and then. */
const LOGIN_LOOKS = 4;

/** Waits until the tab's Orders list was read. @returns why it was not. */
export async function awaitReading(tabId: number, wasRead: () => Promise<boolean>): Promise<Reason | undefined> {
  let logins = 0;
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await pause()) {
    if (!(await exists(tabId))) return notice('orders-not-read');
    // Answers once a list that has to be scrolled through was.
    const page = await pageOf(tabId);
    logins = page === 'login' ? logins + 1 : 0;
    if (logins >= LOGIN_LOOKS) return notice('page-logged-out');
    if (page === 'orders' && (await wasRead())) return undefined;
  }
  return notice('orders-not-read');
}

/** Asking keeps the worker awake meanwhile. */
async function pageOf(tabId: number): Promise<PageReport['page'] | undefined> {
  const question = { wmpc: CONTRACT_VERSION, name: 'page.report', body: { records: false } };
  try {
    const reply = v.safeParse(Reply, await browser.tabs.sendMessage(tabId, question, { frameId: 0 }));
    if (!reply.success || !reply.output.ok) return undefined;
    const answer = v.safeParse(CONTENT_MESSAGES['page.report'].response, reply.output.value);
    return answer.success ? answer.output.report.page : undefined;
  } catch {
    // It has not come up yet.
    return undefined;
  }
}

const exists = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
