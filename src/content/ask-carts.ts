import { QUOTE_DRAFT_MESSAGES } from '../core/messages/quote-draft-contract.ts';
import { SAVED_CART_MESSAGES } from '../core/messages/saved-cart-contract.ts';
import { asker } from '../platform/send.ts';

const { 'quoteDraft.open': open } = QUOTE_DRAFT_MESSAGES;

/** Asks the worker for saved carts, and for a quote of the cart on the page. @throws MessageError as `asker`. */
export const askCarts = asker({ ...SAVED_CART_MESSAGES, 'quoteDraft.open': open } as const);
