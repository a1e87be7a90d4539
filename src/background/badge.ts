import browser from 'webextension-polyfill';
import { log } from './db/log.ts';
import { countPending } from './handlers/orders.ts';

/** The number of pending orders on the toolbar button; nothing where there is none. Never fails its event. */
export async function refreshBadge(): Promise<void> {
  try {
    const count = await countPending();
    await browser.action.setBadgeBackgroundColor({ color: '#0b5c8f' });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    await browser.action.setBadgeText({ text: badgeText(count) });
  } catch (error) {
    await log('badge', String(error));
  }
}

/** Four characters are all that fits. */
export const badgeText = (count: number): string => (count === 0 ? '' : count > 999 ? '999+' : String(count));
