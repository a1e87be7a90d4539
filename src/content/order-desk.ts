import { ADVICE_MESSAGES } from '../core/messages/advice-contract.ts';
import { PRICING_MESSAGES } from '../core/messages/pricing-contract.ts';
import type { ResponseOf } from '../core/messages/worker-contract.ts';
import { SETTINGS_KEY } from '../core/settings.ts';
import { ask, asker } from '../platform/send.ts';
import { wasCheckoutSeen } from './checked-out.ts';
import { followStorage } from './follow-storage.ts';
import { type OrderMemory, rememberedForOrder } from './order-memory.ts';
import { type OrderQuestion, questionOf } from './order-question.ts';
import { isBusy } from './portal/dialogs.ts';
import { setMoneyHints } from './portal/money-hints.ts';
import { readOrderForm } from './portal/order-form.ts';
import type { Page } from './portal/page.ts';
import { cleanSignature, loadRecalculated, noteChanged, onRecalculated } from './recalculated.ts';
import type { Visit } from './visit.ts';

const askPricing = asker(PRICING_MESSAGES);
const askAdvice = asker(ADVICE_MESSAGES);

/** What is known of the order on a page. What could not be asked is absent; `failure` says why there is no advice. */
export interface OrderKnowledge extends OrderQuestion {
  readonly advice?: ResponseOf<'order.advise'>;
  readonly quote?: ResponseOf<'quote.compute'> | undefined;
  /** One unit of each product on the page, by itself. */
  readonly products?: ResponseOf<'quote.compute'> | undefined;
  readonly memory?: OrderMemory | undefined;
  readonly agreement?: ResponseOf<'agreement.state'>['states'][number] | undefined;
  /** Where signed agreements are sent; absent: not told. */
  readonly areaManagerMail?: string | undefined;
  readonly recalculated: boolean | undefined;
  /** `false`: the order is to be confirmed, and no Checkout of it was seen with a cart that could be read. */
  readonly checkoutSeen?: boolean | undefined;
  readonly failure?: unknown;
}

export interface OrderDesk {
  /** What is known of the order on the page: while it is asked for anew, what was known last. */
  now(): OrderKnowledge | undefined;
  onKnown(listener: (known: OrderKnowledge, page: Page) => void): void;
  /** Asks again, though the page shows the same. */
  again(): void;
}

/** A list that scrolled into view is read once it stands still. */
const SCROLLED_MS = 150;

const desks = new WeakMap<Visit, OrderDesk>();

/** The order of a visit's page, read and asked about once for all helpers. */
export function orderDesk(visit: Visit): OrderDesk {
  const known = desks.get(visit) ?? openDesk(visit);
  desks.set(visit, known);
  return known;
}

function openDesk(visit: Visit): OrderDesk {
  const listeners: ((known: OrderKnowledge, page: Page) => void)[] = [];
  let asked = '';
  let known: OrderKnowledge | undefined;
  let whole: string | undefined;
  /** Waited for: without it prices would be read twice. */
  let pagePrice: 'month' | 'term' = 'term';
  let ready = false;
  let partly = false;
  let scrolled: ReturnType<typeof setTimeout> | undefined;
  Promise.all([loadSettings(), loadRecalculated(readOrderForm(visit.page()))])
    .catch(() => undefined)
    .then(() => {
      ready = true;
      if (!visit.signal.aborted) look(visit.page());
    });
  followStorage('sync', SETTINGS_KEY, visit.signal, () => {
    loadSettings().then(
      () => !visit.signal.aborted && again(),
      () => undefined,
    );
  });
  onRecalculated(() => known?.text === asked && tell(), visit.signal);
  visit.onRead(look);
  document.addEventListener(
    'scroll',
    () => {
      if (!partly) return;
      clearTimeout(scrolled);
      scrolled = setTimeout(() => visit.readSoon(), SCROLLED_MS);
    },
    { capture: true, passive: true, signal: visit.signal },
  );

  async function loadSettings(): Promise<void> {
    const { settings } = await ask('settings.get', {});
    setMoneyHints(settings);
    ({ pagePrice } = settings);
  }

  function again(): void {
    asked = '';
    look(visit.page());
  }

  function look(page: Page): void {
    if (!ready) return;
    const question = questionOf(page, pagePrice, whole);
    if (!question.partly) whole = question.form.signature;
    partly = question.partly;
    if (question.text === asked) {
      if (known?.text === asked) tell();
      return;
    }
    // What was known stays until the answer: a press on Checkout must not slip through meanwhile.
    asked = question.text;
    void answered(question).then((answer) => {
      if (visit.signal.aborted || asked !== question.text) return;
      known = answer;
      // The page stood still while that was asked: what it shows is no half-drawn cart.
      if (answer.form.cart !== undefined && answer.form.cart.length > 0 && !isBusy())
        noteChanged(answer.form).catch(() => undefined);
      tell();
    });
  }

  function tell(): void {
    if (known === undefined) return;
    // Rows are drawn anew under the same order: places are those of the page as it was last read.
    const page = visit.page();
    const form = readOrderForm(page);
    const signature = form.signature;
    const recalculated = signature === undefined ? undefined : signature === cleanSignature(form);
    known = { ...known, form, recalculated };
    for (const listener of listeners) listener(known, page);
  }

  return {
    now: () => known,
    onKnown(listener) {
      listeners.push(listener);
      if (known?.text === asked) tell();
    },
    again,
  };
}

/** Without what is remembered, or without prices, the advice is still worth showing. */
async function answered(question: OrderQuestion): Promise<OrderKnowledge> {
  const {
    form,
    asks: { advise, quote, products },
  } = question;
  const [advice, priced, each, memory, agreement, checkoutSeen] = await Promise.all([
    ask('order.advise', advise).then(
      (answer) => ({ advice: answer }),
      (failure: unknown) => ({ failure }),
    ),
    quote === undefined ? undefined : askPricing('quote.compute', quote).catch(() => undefined),
    products === undefined ? undefined : askPricing('quote.compute', products).catch(() => undefined),
    rememberedForOrder(form).catch(() => undefined),
    form.customer === undefined
      ? undefined
      : askAdvice('agreement.state', { customers: [form.customer] }).catch(() => undefined),
    question.confirming ? wasCheckoutSeen(form).catch(() => undefined) : undefined,
  ]);
  return {
    ...question,
    ...advice,
    quote: priced,
    products: each,
    memory,
    agreement: agreement?.states[0],
    areaManagerMail: agreement?.areaManagerMail || undefined,
    recalculated: undefined,
    checkoutSeen,
  };
}
