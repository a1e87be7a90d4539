import type { Request } from '../../core/messages/contract.ts';
import { ask } from '../../platform/send.ts';
import { actionsAt } from '../portal/actions.ts';
import { printedTotal } from '../portal/amounts.ts';
import { readConfirmation } from '../portal/confirmation.ts';
import { findDialogs } from '../portal/dialogs.ts';
import { readText } from '../portal/dom.ts';
import { termsAccepted } from '../portal/fields.ts';
import { type OrderForm, readOrderForm } from '../portal/order-form.ts';
import { type Page, readPage } from '../portal/page.ts';
import { given } from '../portal/records.ts';
import { until } from '../portal/wait.ts';
import { cleanSignature } from '../recalculated.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

type Asked = Request<'orders.asked'>;
/** What stood in the cart when Checkout was pressed: its second step may not show it any more. */
interface Draft {
  readonly form: OrderForm;
  readonly total: Asked['total'];
  readonly recalculated: boolean;
}

let draft: Draft | undefined;
/** The order that is being confirmed. A second press in the same form is the same order. */
let open: { id: string } | undefined;

const ANSWER_MS = 60_000;

function keepDraft(page: Page): void {
  const form = readOrderForm(page);
  if (form.cart === undefined || form.cart.length === 0) return;
  const total = printedTotal(
    document.body,
    page.grids.map((grid) => grid.element),
  );
  draft = { form, total, recalculated: form.signature !== undefined && form.signature === cleanSignature(form) };
  open = undefined;
}

function isConfirmation(path: readonly EventTarget[]): boolean {
  const concepts = actionsAt(path);
  if (concepts.includes('confirmOrder')) return true;
  return concepts.includes('checkout') && termsAccepted(document.body) !== undefined;
}

function stockOf(form: OrderForm, key: string, product: string): number | undefined {
  return form.products.find((other) => other.key === key || other.product === product)?.stock;
}

async function capture(page: Page, life: AbortSignal): Promise<void> {
  const field = (concept: string) => page.fields.find((candidate) => candidate.concept === concept)?.value || undefined;
  const here = readOrderForm(page);
  const form = draft?.form ?? here;
  open ??= { id: crypto.randomUUID() };
  const { id } = open;
  const before = new Map(findDialogs().map((dialog) => [dialog.element, dialog.text]));
  const asked: Asked = {
    id,
    ...given({
      customer: form.customer ?? here.customer,
      pbx: form.pbx ?? here.pbx,
      duration: form.duration ?? here.duration,
      reference: field('reference'),
      address: field('address'),
      total: draft?.total,
      recalculated: draft?.recalculated,
    }),
    contract: form.duration === undefined && form.durationText === undefined ? 'unknown' : 'hwaas',
    lines: (form.cart ?? []).map((line) => ({
      product: line.product,
      quantity: line.quantity ?? 0,
      ...given({ sku: line.sku, stock: stockOf(form, line.key, line.product) }),
    })),
    url: location.href,
  };
  await ask('orders.asked', asked);
  // WMP's answer: something new that speaks of it. What says neither yes nor no leaves the order unknown, until Orders shows it.
  const answer = await until(
    () => {
      for (const dialog of findDialogs()) {
        if (before.get(dialog.element) === dialog.text) continue;
        const read = readConfirmation(dialog.text);
        if (read.kind !== 'unclear') return { ...read, text: dialog.text };
      }
      const main = document.querySelector('main,[role=main]') ?? document.body;
      const text = termsAccepted(document.body) === undefined ? readText(main).slice(0, 3000) : '';
      const read = readConfirmation(text);
      return read.kind === 'placed' && read.number !== undefined ? { ...read, text: text.slice(0, 300) } : undefined;
    },
    ANSWER_MS,
    life,
  );
  if (answer === undefined) return;
  await ask('orders.answered', {
    id,
    outcome: answer.kind,
    ...(answer.kind === 'placed' && answer.number !== undefined ? { number: answer.number } : {}),
    text: answer.text.slice(0, 500),
    url: location.href,
  });
  if (answer.kind === 'placed') draft = undefined;
  open = undefined;
}

function init(visit: Visit): void {
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      const path = event.composedPath();
      if (isConfirmation(path))
        capture(readPage(), visit.life).catch(
          (error: unknown) => !visit.life.aborted && console.error('WMP Companion:', error),
        );
      else if (actionsAt(path).includes('checkout')) keepDraft(readPage());
    },
    { capture: true, signal: visit.signal },
  );
}

/**
 * Records the order that the partner confirms, before its outcome is known, then what WMP answered. It only watches:
 * Checkout and what follows are the partner's own presses.
 */
export const orderCapture: Helper = { id: 'order-capture', pages: ['order', 'cart', 'checkout'], init };
