import type { CalendarDate, Instant } from '../../core/facts.ts';
import type { AnyMessageName, RequestOf, ResponseOf } from '../../core/messages/worker-contract.ts';

/** Where an event came from and when, by the worker's clock: as an instant, and as the calendar day where the partner sits. */
export interface EventTime {
  readonly at: Instant;
  readonly today: CalendarDate;
  /** The browser's id of the document it came from, where it gives one. */
  readonly documentId?: string | undefined;
  /** The browser's id of the tab it came from. */
  readonly tab?: number | undefined;
}

/** Answers one message. @throws RefusedError for a no with its reason; anything else is a failure. */
export type Handler<N extends AnyMessageName> = (body: RequestOf<N>, time: EventTime) => Promise<ResponseOf<N>>;

export type Handlers = { readonly [N in AnyMessageName]: Handler<N> };
