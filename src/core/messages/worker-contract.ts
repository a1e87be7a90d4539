import type * as v from 'valibot';
import { ADVICE_MESSAGES } from './advice-contract.ts';
import { ADVISOR_MESSAGES } from './advisor-contract.ts';
import { BACKUP_MESSAGES } from './backup-contract.ts';
import { WORKER_MESSAGES } from './contract.ts';
import { GLANCE_MESSAGES } from './glance-contract.ts';
import { HISTORY_MESSAGES } from './history-contract.ts';
import { MEMORY_MESSAGES } from './memory-contract.ts';
import { OVERVIEW_MESSAGES } from './overview-contract.ts';
import { PRICE_LIST_MESSAGES } from './price-list-contract.ts';
import { PRICING_MESSAGES } from './pricing-contract.ts';
import { PROFILE_MESSAGES } from './profile-contract.ts';
import { QUOTE_DRAFT_MESSAGES } from './quote-draft-contract.ts';
import { REVIEW_MESSAGES } from './review-contract.ts';
import { SAVED_CART_MESSAGES } from './saved-cart-contract.ts';
import { STATED_MESSAGES } from './stated-contract.ts';
import { TRACKER_MESSAGES } from './tracker-contract.ts';

/** Every message that the worker answers. */
export const ALL_MESSAGES = {
  ...WORKER_MESSAGES,
  ...ADVICE_MESSAGES,
  ...PRICING_MESSAGES,
  ...PRICE_LIST_MESSAGES,
  ...PROFILE_MESSAGES,
  ...HISTORY_MESSAGES,
  ...MEMORY_MESSAGES,
  ...STATED_MESSAGES,
  ...REVIEW_MESSAGES,
  ...TRACKER_MESSAGES,
  ...OVERVIEW_MESSAGES,
  ...ADVISOR_MESSAGES,
  ...GLANCE_MESSAGES,
  ...SAVED_CART_MESSAGES,
  ...QUOTE_DRAFT_MESSAGES,
  ...BACKUP_MESSAGES,
} as const;

export type AllMessages = typeof ALL_MESSAGES;
export type AnyMessageName = keyof AllMessages;
export type RequestOf<N extends AnyMessageName> = v.InferOutput<AllMessages[N]['request']>;
export type ResponseOf<N extends AnyMessageName> = v.InferOutput<AllMessages[N]['response']>;
