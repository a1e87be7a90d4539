import { lostDiscount } from '../core/rules/quote/printed-total.ts';
import { isStopping, type OrderCheck, orderChecks } from './order-checks.ts';
import type { OrderKnowledge } from './order-desk.ts';
import type { OrderForm } from './portal/order-form.ts';
import { cleanSignature } from './recalculated.ts';
import type { HoldGrounds } from './ui/checkout-hold.tsx';
import { checkWords } from './ui/order-checklist.tsx';
import { isStockUnderstood } from './understood.ts';

/** What Checkout is held back for. `key`: two equal ones are the same cart for the same reasons. */
export interface Held {
  readonly key: string;
  readonly grounds: HoldGrounds;
}

/**
 * Why the cart on the page should not be checked out as it is; `undefined` where nothing is against it, or the cart cannot be
 * read. `known` counts only where it was asked of this very order.
 */
export function holdGrounds(form: OrderForm, known: OrderKnowledge | undefined): Held | undefined {
  if (form.signature === undefined || form.cart === undefined || form.cart.length === 0) return undefined;
  const recalculate = form.signature !== cleanSignature(form);
  const same = known?.form.signature === form.signature && known.form.customer?.key === form.customer?.key;
  const checks = same ? orderChecks(known, isStockUnderstood(known)) : [];
  const stopping = checks.filter((check) => isStopping(check) && check.id !== 'recalculated');
  if (!recalculate && stopping.length === 0) return undefined;
  const words = (list: readonly OrderCheck[]) =>
    same ? list.flatMap((check) => checkWords(check, known)).filter((text) => text !== '') : [];
  const { quote } = (same ? known.quote : undefined) ?? {};
  const lines = quote?.lines ?? [];
  return {
    key: JSON.stringify([form.customer?.key ?? '', form.signature, recalculate, stopping.map(({ id }) => id)]),
    grounds: {
      recalculate,
      stopping: words(stopping),
      looks: words(checks.filter(({ state }) => state === 'look')),
      lost: quote && lostDiscount(quote),
      tiersKnown:
        lines.some((line) => 'tier' in line && line.tier !== undefined) ||
        (same && known.quote?.lines.some(({ hint }) => hint !== undefined) === true),
    },
  };
}
