import { ADVICE_MESSAGES } from '../../core/messages/advice-contract.ts';
import { t } from '../../platform/i18n.ts';
import { asker } from '../../platform/send.ts';
import { orderChecks } from '../order-checks.ts';
import { type OrderKnowledge, orderDesk } from '../order-desk.ts';
import { noteCart, noteProducts } from '../order-notes.ts';
import { choose } from '../portal/choose.ts';
import { parseDuration } from '../portal/vocabulary/values.ts';
import { orderSurface } from '../ui/below-order.ts';
import { checksInShort } from '../ui/order-checklist.tsx';
import { orderJump } from '../ui/order-jump.tsx';
import { OrderPanel, type Setting } from '../ui/order-panel.tsx';
import { orderSheet } from '../ui/order-sheet.ts';
import { isStockUnderstood, understandStock } from '../understood.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

const askAdvice = asker(ADVICE_MESSAGES);

function init(visit: Visit): void {
  const desk = orderDesk(visit);
  const surface = orderSurface('order-panel', visit, [orderSheet()]);
  const jump = orderJump(visit);
  let setting: Setting = 'idle';
  desk.onKnown((known, page) => {
    noteProducts(page, known);
    noteCart(page, known);
    show(known);
  });

  function show(known: OrderKnowledge): void {
    const checks = orderChecks(known, isStockUnderstood(known));
    surface.show(
      <OrderPanel
        known={known}
        checks={checks}
        setting={setting}
        onSetDuration={() => void setDuration(known)}
        onUnderstood={() => {
          understandStock(known).catch(() => undefined);
          again();
        }}
        onNoteAgreement={async (note) => {
          const { customer } = known.form;
          if (customer === undefined) return;
          await askAdvice('agreement.note', { customer, ...note });
          desk.again();
        }}
      />,
    );
    jump.offer(surface.host, { name: t('order_panel_title'), said: known.advice && checksInShort(checks) });
  }

  function again(): void {
    const known = desk.now();
    if (known !== undefined) show(known);
  }

  /** Sets the Duration in WMP's own field. What comes of it is looked for on the page. */
  async function setDuration({ advice }: OrderKnowledge): Promise<void> {
    const wanted = advice?.fitting;
    if (wanted === undefined || setting === 'setting') return;
    setting = 'setting';
    again();
    const fits = (text: string) => parseDuration(text) === wanted;
    setting = await choose('duration', fits, visit.signal).catch(() => 'not-taken' as const);
    if (visit.signal.aborted) return;
    again();
    visit.readSoon();
  }
}

/** Beside the order: the Duration that fits (R1, R2), what it costs (R3, R4), its stock (R5), and what to look at before Checkout. */
export const orderAdvice: Helper = { id: 'order-advice', pages: ['order', 'cart', 'checkout'], init };
