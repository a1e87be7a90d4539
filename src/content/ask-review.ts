import { REVIEW_MESSAGES } from '../core/messages/review-contract.ts';
import { asker } from '../platform/send.ts';

/** Asks the worker by the messages of a review. @throws MessageError as `asker`. */
export const askReview = asker(REVIEW_MESSAGES);
