import browser from 'webextension-polyfill';
import { PROFILE_MESSAGES, PROFILES_CHANGED } from '../core/messages/profile-contract.ts';
import { asker } from '../platform/send.ts';
import { setProfiles } from './portal/profiles.ts';

export const askProfiles = asker(PROFILE_MESSAGES);

/** Loads what was taught. Without an answer nothing taught counts: the built-in words are enough or they are not. */
export async function loadProfiles(): Promise<void> {
  try {
    setProfiles((await askProfiles('profiles.list', {})).profiles);
  } catch (error) {
    console.warn('WMP Companion:', error);
  }
}

/** Loads them again when they change, taught in another tab or removed in the options. */
export function followProfiles(life: AbortSignal, onChange: () => void): void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && PROFILES_CHANGED in changes) void loadProfiles().then(() => !life.aborted && onChange());
  };
  browser.storage.onChanged.addListener(listener);
  life.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(listener);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
