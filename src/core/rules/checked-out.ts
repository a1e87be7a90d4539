import { type CustomerRef, nameKey } from '../customer.ts';
import type { Duration, Money } from '../facts.ts';

/** What a page says of an order that is about to be placed. Absent: it does not say. */
export interface OrderSight {
  readonly customer?: CustomerRef | undefined;
  readonly pbx?: string | undefined;
  readonly duration?: Duration | undefined;
  readonly total?: Money | undefined;
  /** What else its page prints of amounts: a subtotal, tax, shipping. */
  readonly amounts?: readonly Money[] | undefined;
}

/**
 * How far a cart that was checked out is from the page that confirms an order. `document`: the last Checkout that was pressed in this
 * very document; `tab`: the last one in this tab, before the document was loaded anew; `elsewhere`: another tab's.
 */
export type Nearness = 'document' | 'tab' | 'elsewhere';

/** Minutes after which a Checkout is not taken any more for the one that is confirmed. */
export const RECENT_MINUTES = 60;

/**
 * Whether an order that is confirmed is for certain the one of a cart that was checked out. What both name must agree; beyond one
 * document the customer must be named by both, and beyond one tab the total too. A larger total, on a page that prints the cart's too,
 * or what was added to it, is that with tax or shipping: it speaks neither for the cart nor against it.
 * @param age minutes since Checkout was pressed; below zero where the clock was set back
 */
export function isSameOrder(cart: OrderSight, confirmed: OrderSight, near: Nearness, age: number): boolean {
  if (!(age >= 0 && age <= RECENT_MINUTES)) return false;
  const agreements = [
    agree(cart.customer?.key, confirmed.customer?.key),
    agree(named(cart.pbx), named(confirmed.pbx)),
    agree(cart.duration, confirmed.duration),
    agreeOnTotal(cart.total, confirmed),
  ];
  if (agreements.includes('no')) return false;
  const [customer, , , total] = agreements;
  if (near === 'document') return true;
  return customer === 'yes' && (near === 'tab' || total === 'yes');
}

const named = (name: string | undefined): string | undefined => (name === undefined ? undefined : nameKey(name));

const amount = (money: Money | undefined): string | undefined =>
  money === undefined ? undefined : `${money.amountMinor} ${money.currency}`;

function agreeOnTotal(total: Money | undefined, { total: confirmed, amounts = [] }: OrderSight): Agreement {
  const agreed = agree(amount(total), amount(confirmed));
  if (agreed !== 'no' || total === undefined || confirmed === undefined) return agreed;
  const added = confirmed.amountMinor - total.amountMinor;
  if (total.currency !== confirmed.currency || added <= 0) return 'no';
  return amounts.some((one) => amount(one) === amount(total)) || addUp(amounts, confirmed, added) ? 'unsaid' : 'no';
}

/** Whether what is printed beside a total makes up what was added: tax alone, tax and shipping, or all there is of such amounts. */
function addUp(amounts: readonly Money[], total: Money, added: number): boolean {
  const parts = amounts
    .filter(({ currency, amountMinor }) => currency === total.currency && amountMinor > 0)
    .map(({ amountMinor }) => amountMinor)
    .filter((minor) => minor <= added);
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum === added || parts.some((a, i) => a === added || parts.slice(i + 1).some((b) => a + b === added));
}

type Agreement = 'yes' | 'no' | 'unsaid';

const agree = (one: string | undefined, other: string | undefined): Agreement =>
  one === undefined || other === undefined ? 'unsaid' : one === other ? 'yes' : 'no';
