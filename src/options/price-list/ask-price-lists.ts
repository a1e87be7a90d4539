import { PRICE_LIST_MESSAGES } from '../../core/messages/price-list-contract.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of the price lists. @throws MessageError as `asker`. */
export const askLists = asker(PRICE_LIST_MESSAGES);
