import { PRICING_MESSAGES } from '../core/messages/pricing-contract.ts';
import { asker } from '../platform/send.ts';
import { readCartLines } from './portal/cart-lines.ts';
import { type OrderForm, readOrderForm } from './portal/order-form.ts';
import { readPage } from './portal/page.ts';

/** Asks by the messages that carry prices. @throws MessageError */
const askPricing = asker(PRICING_MESSAGES);

/** The cart at the press on Save & Recalculate; what it is after, only that press's end tells. */
export interface CartBefore {
  readonly form: OrderForm;
  readonly lines: ReturnType<typeof readCartLines>;
}

export function cartBefore(): CartBefore {
  const page = readPage();
  return { form: readOrderForm(page), lines: readCartLines(page) };
}

/**
 * Tells the worker what a recalculation did to the cart (R4), which computes the discounts. Nothing is told where the same
 * order cannot be read for certain before and after.
 */
export async function observeDiscounts({ form: before, lines }: CartBefore): Promise<void> {
  const page = readPage();
  const form = readOrderForm(page);
  const after = readCartLines(page);
  const { duration, customer } = form;
  if (lines === undefined || after === undefined || duration === undefined) return;
  if (form.signature === undefined || form.signature !== before.signature) return;
  await askPricing('discount.observe', {
    id: crypto.randomUUID(),
    ...(customer && { customer }),
    duration,
    before: [...lines],
    after: [...after],
    url: location.href,
  });
}
