import browser from 'webextension-polyfill';
import { hostOfPattern, PORTAL_PATTERN } from '../core/portal-host.ts';

/** Portal hosts beyond the fixed one that are granted now. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => pattern !== PORTAL_PATTERN && hostOfPattern(pattern) !== undefined);
}

/** Must be called in the click itself: the browser asks the partner only then. The worker does the rest once granted. */
export const requestPattern = (pattern: string): Promise<boolean> =>
  browser.permissions.request({ origins: [pattern] });

export const removePattern = (pattern: string): Promise<boolean> => browser.permissions.remove({ origins: [pattern] });

/** Calls `changed` whenever the browser's grants change, also where the partner does it elsewhere. */
export function watchGrants(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
