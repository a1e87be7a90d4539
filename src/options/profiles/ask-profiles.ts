import { PROFILE_MESSAGES } from '../../core/messages/profile-contract.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of the taught pages. @throws MessageError as `asker`. */
export const askProfiles = asker(PROFILE_MESSAGES);
