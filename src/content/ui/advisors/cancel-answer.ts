import type { InferOutput } from 'valibot';
import type { ADVISOR_MESSAGES } from '../../../core/messages/advisor-contract.ts';

/** What the worker answers about a cancellation. */
export type Response = InferOutput<(typeof ADVISOR_MESSAGES)['cancellation.review']['response']>;
