import type { Duration, OrderLine } from '../shared/types.ts';

/** What happened on the server, in words that tests read. */
export type LogEvent =
  | { kind: 'login'; user: string }
  | { kind: 'session-expired'; by: string }
  | { kind: 'pressed'; button: string }
  | { kind: 'fault'; fault: string }
  | { kind: 'convert-asked'; serials: string[]; customer: number; pbx: number | null }
  | { kind: 'convert-agreed'; serials: string[]; customer: number; pbx: number | null }
  | { kind: 'convert-refused'; serials: string[]; reason: string }
  | { kind: 'converted'; serial: string }
  | { kind: 'replace-asked'; serials: string[]; customer: number }
  | { kind: 'cancel-asked'; serials: string[]; customer: number; pbx: number | null }
  | { kind: 'cart-changed'; customer: number; change: string }
  | { kind: 'cart-saved'; customer: number }
  | { kind: 'cart-recalculated'; customer: number; discountMinor: number }
  | { kind: 'checkout'; customer: number; recalculated: boolean }
  | { kind: 'checkout-refused'; customer: number; reason: string }
  | ({ kind: 'order-placed' } & PlacedOrder)
  | { kind: 'order-viewed'; number: number }
  | { kind: 'orders-listed' }
  | { kind: 'bill-paid'; number: string };

export interface PlacedOrder {
  number: number;
  customer: number;
  pbx: number;
  duration: Duration;
  lines: OrderLine[];
  reference: string;
  address: string;
  totalMinor: number;
  currency: string;
  recalculated: boolean;
}

/** `at` is milliseconds since the epoch, `seq` counts from 1. */
export type LogEntry = LogEvent & { seq: number; at: number };

export class Log {
  #entries: LogEntry[] = [];
  #seq = 0;

  add(event: LogEvent): void {
    this.#entries.push({ ...event, seq: ++this.#seq, at: Date.now() });
  }

  read(): LogEntry[] {
    return structuredClone(this.#entries);
  }

  clear(): void {
    this.#entries = [];
  }
}
