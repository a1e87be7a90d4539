import browser from 'webextension-polyfill';
import { plural, t } from '../platform/i18n.ts';
import { now, today } from './clock.ts';
import { log } from './db/log.ts';
import { countNeedsYou } from './handlers/order-lists.ts';
import { openRuns } from './open-runs.ts';
import { countNeedy } from './runs-due.ts';

/**
 * How much waits for the partner, on the toolbar button: orders and runs that need him. Nothing where nothing
 * does; the button's title says of what it is made up. Never fails its event.
 */
export async function refreshBadge(): Promise<void> {
  try {
    const [orders, runs] = [await countNeedsYou(today()), countNeedy(await openRuns(), now())];
    const parts = [
      ...(orders > 0 ? [plural('remind_badge_orders', orders)] : []),
      ...(runs > 0 ? [plural('remind_badge_runs', runs)] : []),
    ];
    await browser.action.setBadgeBackgroundColor({ color: '#0b5c8f' });
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    await browser.action.setBadgeText({ text: badgeText(orders + runs) });
    await browser.action.setTitle({ title: [t('extension_name'), ...parts].join('\n') });
  } catch (error) {
    await log('badge', String(error));
  }
}

/** Four characters are all that fits. */
export const badgeText = (count: number): string => (count === 0 ? '' : count > 999 ? '999+' : String(count));
