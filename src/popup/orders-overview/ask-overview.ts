import { OVERVIEW_MESSAGES } from '../../core/messages/overview-contract.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of calendar and charts. @throws MessageError as `asker`. */
export const askOverview = asker(OVERVIEW_MESSAGES);
