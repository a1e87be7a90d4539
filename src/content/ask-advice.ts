import { ADVICE_MESSAGES } from '../core/messages/advice-contract.ts';
import { ADVISOR_MESSAGES } from '../core/messages/advisor-contract.ts';
import { asker } from '../platform/send.ts';

const { 'transfer.advise': transfer, 'replacement.plan': replacement } = ADVICE_MESSAGES;

/** Asks the worker what the advisors on Devices show. @throws MessageError as `asker`. */
export const askAdvice = asker({
  ...ADVISOR_MESSAGES,
  'transfer.advise': transfer,
  'replacement.plan': replacement,
} as const);
