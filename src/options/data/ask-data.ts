import { BACKUP_MESSAGES } from '../../core/messages/backup-contract.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of all data as a whole. @throws MessageError as `asker`. */
export const askData = asker(BACKUP_MESSAGES);
