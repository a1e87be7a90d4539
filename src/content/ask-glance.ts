import { GLANCE_MESSAGES } from '../core/messages/glance-contract.ts';
import { asker } from '../platform/send.ts';

/** Asks the worker for what is worth knowing of customers. @throws MessageError as `asker`. */
export const askGlance = asker(GLANCE_MESSAGES);
