import { SAVED_CART_MESSAGES } from '../core/messages/saved-cart-contract.ts';
import { asker } from '../platform/send.ts';

/** Asks the worker for saved carts. @throws MessageError as `asker`. */
export const askCarts = asker(SAVED_CART_MESSAGES);
