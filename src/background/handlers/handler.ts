import type { CalendarDate, Instant } from '../../core/facts.ts';
import type { Request, Response, WorkerMessageName } from '../../core/messages/contract.ts';

/** When an event came, by the worker's clock: as an instant, and as the calendar day where the partner sits. */
export interface EventTime {
  readonly at: Instant;
  readonly today: CalendarDate;
}

/** Answers one message. @throws RefusedError for a no with its reason; anything else is a failure. */
export type Handler<N extends WorkerMessageName> = (body: Request<N>, time: EventTime) => Promise<Response<N>>;

export type Handlers = { readonly [N in WorkerMessageName]: Handler<N> };
