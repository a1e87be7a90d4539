import { MEMORY_MESSAGES } from '../core/messages/memory-contract.ts';
import { asker } from '../platform/send.ts';

/** Asks the worker by the messages of what is remembered. @throws MessageError as `asker`. */
export const askMemory = asker(MEMORY_MESSAGES);
