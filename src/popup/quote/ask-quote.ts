import { PRICING_MESSAGES } from '../../core/messages/pricing-contract.ts';
import { QUOTE_DRAFT_MESSAGES } from '../../core/messages/quote-draft-contract.ts';
import { asker } from '../../platform/send.ts';

const { 'quote.compute': compute } = PRICING_MESSAGES;

/** Asks the worker for the cart that a quote is made of, and for what it costs. @throws MessageError as `asker`. */
export const askQuote = asker({ ...QUOTE_DRAFT_MESSAGES, 'quote.compute': compute } as const);
