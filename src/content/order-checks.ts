import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { readPrintedTotal } from '../core/rules/quote/printed-total.ts';
import type { OrderKnowledge } from './order-desk.ts';
import { type CartStock, cartStock } from './order-stocks.ts';

/**
 * One thing to look at before Checkout. `stop`: Checkout is held back once for it, and the partner may go on; `refused`: the
 * same, and WMP itself is known to refuse it; `look`: worth a look; `later`: WMP asks for it at Checkout.
 */
export interface OrderCheck {
  readonly id: 'duration' | 'recalculated' | 'overdue' | 'stock' | 'agreement' | 'address';
  readonly state: 'ok' | 'stop' | 'refused' | 'look' | 'later';
  readonly reasons: readonly Reason[];
}

/** The list before Checkout, always in the same order: a list whose items change places is not read. */
export function orderChecks(known: OrderKnowledge, understood: boolean): readonly OrderCheck[] {
  return [
    durationCheck(known),
    recalculatedCheck(known),
    overdueCheck(known),
    stockCheck(known, cartStock(known.form, known.memory), understood),
    agreementCheck(known),
    addressCheck(known),
  ];
}

export const isStopping = ({ state }: OrderCheck): boolean => state === 'stop' || state === 'refused';

/** WMP orders for LifeTime and expired PBXs not at all (R1, R3); another Duration than the PBX's it may let through. */
const REFUSED: ReadonlySet<string> = new Set(['pbx-lifetime', 'pbx-expired']);

function durationCheck({ advice }: OrderKnowledge): OrderCheck {
  if (advice === undefined) return { id: 'duration', state: 'look', reasons: [] };
  const { verdict, reasons } = advice.judgement;
  const refused = reasons.some(({ code }) => REFUSED.has(code));
  const state = verdict === 'yes' ? 'ok' : verdict === 'unknown' ? 'look' : refused ? 'refused' : 'stop';
  return { id: 'duration', state, reasons };
}

function recalculatedCheck(known: OrderKnowledge): OrderCheck {
  const { form, recalculated, doubt } = known;
  const empty = (form.cart === undefined && doubt === undefined) || form.cart?.length === 0;
  const doubtful = doubt !== undefined || recalculated === undefined || lacksDiscount(known);
  const state = empty ? 'later' : recalculated === false ? 'stop' : doubtful ? 'look' : 'ok';
  return { id: 'recalculated', state, reasons: [] };
}

/** Whether WMP's own total has none of the quantity discount that is known for this cart (R4). */
export function lacksDiscount({ printed, printedLines, quote }: OrderKnowledge): boolean {
  if (printed === undefined || quote?.quote === undefined) return false;
  return readPrintedTotal(printed, printedLines, quote.quote, quote.proration)?.reading === 'undiscounted';
}

function overdueCheck({ memory }: OrderKnowledge): OrderCheck {
  const { overdue } = memory ?? {};
  if (overdue === undefined) return { id: 'overdue', state: 'look', reasons: [] };
  const { verdict, reasons } = overdue.ordering;
  const state = verdict === 'no' ? 'refused' : verdict === 'yes' && reasons.length === 0 ? 'ok' : 'look';
  return { id: 'overdue', state, reasons };
}

function stockCheck({ form }: OrderKnowledge, { summary, unknown }: CartStock, understood: boolean): OrderCheck {
  const fine = summary.backordered === 0 && unknown === 0;
  const state = form.cart === undefined || form.cart.length === 0 ? 'later' : fine || understood ? 'ok' : 'look';
  return { id: 'stock', state, reasons: [] };
}

function agreementCheck({ form, agreement }: OrderKnowledge): OrderCheck {
  if (form.customer === undefined) return { id: 'agreement', state: 'look', reasons: [notice('customer-unknown')] };
  if (agreement === undefined) return { id: 'agreement', state: 'look', reasons: [] };
  return { id: 'agreement', state: agreement.verdict === 'yes' ? 'ok' : 'look', reasons: agreement.reasons };
}

function addressCheck({ address }: OrderKnowledge): OrderCheck {
  const state = address === undefined ? 'later' : address === '' ? 'look' : 'ok';
  return { id: 'address', state, reasons: [] };
}
