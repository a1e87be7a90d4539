import browser from 'webextension-polyfill';
import type { Instant } from '../core/facts.ts';
import { log } from './db/log.ts';

/**
 * Tells open pages that something stored has changed, by an item of `storage.local` that they follow. One that does not hear of
 * it reads what is new when it is loaded anew, so that a full disk fails nothing.
 */
export async function tellPages(key: string, at: Instant): Promise<void> {
  try {
    await browser.storage.local.set({ [key]: `${at} ${crypto.randomUUID()}` });
  } catch (error) {
    await log('pages-not-told', `${key}: ${error}`);
  }
}
