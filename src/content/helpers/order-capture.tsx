import { otherContents } from '../../core/cart-signature.ts';
import type { Instant } from '../../core/facts.ts';
import { MOST_AMOUNTS, type Request } from '../../core/messages/contract.ts';
import { t } from '../../platform/i18n.ts';
import { ask } from '../../platform/send.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { checkedOutHere, forgetCheckedOut, keepCheckedOut, seeCart, seenAt, wasCheckedOut } from '../checked-out.ts';
import { orderDesk } from '../order-desk.ts';
import { draftOf, type OrderDraft } from '../order-draft.ts';
import type { OrderMemory } from '../order-memory.ts';
import { addressOn, totalOn } from '../order-question.ts';
import { actionsAt } from '../portal/actions.ts';
import { printedAmounts } from '../portal/amounts.ts';
import { readConfirmation } from '../portal/confirmation.ts';
import { findDialogs } from '../portal/dialogs.ts';
import { readText } from '../portal/dom.ts';
import { termsAccepted } from '../portal/fields.ts';
import { readOrderForm } from '../portal/order-form.ts';
import { type Page, readPage } from '../portal/page.ts';
import { given } from '../portal/records.ts';
import { until } from '../portal/wait.ts';
import { placeFloating } from '../ui/host.ts';
import { NotNoted } from '../ui/not-noted.tsx';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

type Asked = Request<'orders.asked'>;

/** The order that is being confirmed. A second press in the same form is the same order. */
let open: { id: string } | undefined;
/** Since when the terms are accepted in the form that is on show. */
let termsAt: Instant | undefined;

const ANSWER_MS = 60_000;

async function beginCheckout(page: Page, memory: OrderMemory | undefined): Promise<void> {
  const draft = draftOf(page, memory);
  // A step within the checkout shows no cart, and is none.
  if (draft === undefined && page.kind === 'checkout') return;
  open = undefined;
  termsAt = undefined;
  await keepCheckedOut(readOrderForm(page), draft);
}

/** Looks whether a press or a key has just accepted the terms, or taken that back. */
function noteTerms(): void {
  if (termsAccepted(document.body) !== true) termsAt = undefined;
  else termsAt ??= new Date().toISOString() as Instant;
}

function isConfirmation(path: readonly EventTarget[]): boolean {
  const concepts = actionsAt(path);
  if (concepts.includes('confirmOrder')) return true;
  return concepts.includes('checkout') && termsAccepted(document.body) !== undefined;
}

function isSameCart(shown: OrderDraft, kept: OrderDraft | undefined): boolean {
  const [a, b] = [shown.form.signature, kept?.form.signature];
  return a === b || (a !== undefined && b !== undefined && !otherContents(a, b));
}

async function capture(page: Page, memory: OrderMemory | undefined, life: AbortSignal): Promise<void> {
  const field = (concept: string) => page.fields.find((candidate) => candidate.concept === concept)?.value || undefined;
  const here = readOrderForm(page);
  // What a dialog asks for is not what the page behind it says.
  const where = page.dialogs.findLast(({ passing }) => passing !== true)?.element ?? document.body;
  const sight = given({
    ...given({ customer: here.customer, pbx: here.pbx, duration: here.duration }),
    total: totalOn(page, where) ?? totalOn(page),
    amounts: printedAmounts(where, page.grids, MOST_AMOUNTS),
  });
  const shown = draftOf(page, memory);
  const kept = checkedOutHere(sight);
  // A cart on the page of the confirmation is the order's own. As it was at Checkout more of it may have been on show: its PBX, its Duration.
  const draft = shown !== undefined && !isSameCart(shown, kept) ? shown : kept;
  const form = draft?.form ?? here;
  noteTerms();
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
      address: addressOn(page) || undefined,
      total: sight.total ?? draft?.total,
      amounts: sight.amounts,
      cartSeen: draft && seenAt(draft),
      recalculated: draft?.recalculated,
      termsAt,
    }),
    contract: form.duration === undefined && form.durationText === undefined ? 'unknown' : 'hwaas',
    lines: draft === undefined ? [] : [...draft.lines],
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
  if (answer.kind === 'placed') forgetCheckedOut();
  open = undefined;
}

function init(visit: Visit): void {
  const desk = orderDesk(visit);
  // Over the page that WMP leads to after Checkout: what failed must not go unsaid.
  const surface = createSurface('order-not-noted', visit.life, (host) => placeFloating(host, 'bar', visit.life));
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      const path = event.composedPath();
      const memory = desk.now()?.memory;
      if (isConfirmation(path))
        capture(readPage(), memory, visit.life).catch((error: unknown) => {
          if (visit.life.aborted) return;
          console.error('WMP Companion:', error);
          const close = () => surface.show(null);
          // The partner is the only one who knows of it.
          surface.show(<NotNoted what={t('order_not_noted')} reason={failureOf(error)} onClose={close} />);
        });
      else if (actionsAt(path).includes('checkout'))
        // Lost, it leaves an order whose lines were not seen, which its record then says.
        beginCheckout(readPage(), memory).catch(() => undefined);
    },
    { capture: true, signal: visit.signal },
  );
  desk.onKnown(({ form }) => void seeCart(form).catch(() => undefined));
  for (const type of ['click', 'keyup'] as const)
    document.addEventListener(
      type,
      // After the page's own handling, which is what ticks a box that is drawn.
      (event) => event.isTrusted && isCheckingOut(visit) && setTimeout(noteTerms),
      { signal: visit.signal },
    );
}

const isCheckingOut = (visit: Visit): boolean => wasCheckedOut() || visit.page().kind === 'checkout';

/**
 * Records the order that the partner confirms, before its outcome is known, then what WMP answered. It only watches:
 * Checkout and what follows are the partner's own presses.
 */
export const orderCapture: Helper = { id: 'order-capture', pages: ['order', 'cart', 'checkout'], init };
