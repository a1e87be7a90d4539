import { TRACKER_MESSAGES } from '../../core/messages/tracker-contract.ts';
import { asker } from '../../platform/send.ts';

/** Asks the worker by the messages of the order tracker. @throws MessageError as `asker`. */
export const askTracker = asker(TRACKER_MESSAGES);
export type Answers<N extends keyof typeof TRACKER_MESSAGES> = Awaited<ReturnType<typeof askTracker<N>>>;
