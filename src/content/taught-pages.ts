import { PROFILE_MESSAGES, PROFILES_CHANGED } from '../core/messages/profile-contract.ts';
import { asker } from '../platform/send.ts';
import { followStorage } from './follow-storage.ts';
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
export const followProfiles = (life: AbortSignal, onChange: () => void): void =>
  followStorage('local', PROFILES_CHANGED, life, () => void loadProfiles().then(() => !life.aborted && onChange()));
