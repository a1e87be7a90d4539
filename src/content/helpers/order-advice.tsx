import type { Response } from '../../core/messages/contract.ts';
import { t } from '../../platform/i18n.ts';
import { ask } from '../../platform/send.ts';
import { type OrderMemory, rememberedForOrder } from '../order-memory.ts';
import { cellElement } from '../portal/grid.ts';
import { type OrderForm, readOrderForm } from '../portal/order-form.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import type { ProductRow } from '../portal/records.ts';
import { badgePlace, createBadge } from '../ui/badge.ts';
import { placeAbove, placeFloating } from '../ui/host.ts';
import { OrderPanel } from '../ui/order-panel.tsx';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

type OrderAdvice = Response<'order.advise'>;
type Outlook = OrderAdvice['stocks'][number]['outlook'];

/** What is worth saying of a stock: only where not all of it is there at once (R5). */
function stockWords(outlook: Outlook): string {
  if (outlook.backordered === 0) return '';
  const after = t('stock_after', outlook.stockAfter);
  return outlook.aheadInQueue > 0
    ? `${t('stock_backordered', outlook.availableNow, outlook.backordered, outlook.aheadInQueue)} ${after}`
    : `${t('stock_partly', outlook.availableNow, outlook.backordered)} ${after}`;
}

const marks = new WeakMap<Element, { words: string; badge: HTMLElement }>();

function markStocks(page: Page, form: OrderForm, advice: OrderAdvice): void {
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice') return;
  for (const product of form.products) {
    const cell = cellElement(grid, product.row, 'product') ?? cellElement(grid, product.row, 'sku');
    if (cell === undefined) continue;
    const outlook = advice.stocks.find(({ key }) => key === product.key)?.outlook;
    const words =
      product.stock === undefined ? t('stock_unreadable') : outlook === undefined ? '' : stockWords(outlook);
    const known = marks.get(cell);
    if (known?.badge.isConnected && known.words === words) continue;
    known?.badge.remove();
    marks.delete(cell);
    if (words === '') continue;
    const text =
      outlook === undefined
        ? '?'
        : outlook.aheadInQueue > 0
          ? t('stock_badge_queue', outlook.aheadInQueue)
          : t('stock_badge_backorder');
    const badge = createBadge('unknown', words, text);
    badge.dataset['side'] = 'after';
    badgePlace(cell).append(badge);
    marks.set(cell, { words, badge });
  }
}

/** Quantity to judge a product's stock by: what the cart holds of it, else what its own field says, else one. */
function quantityOf(product: ProductRow, form: OrderForm): number {
  const inCart = form.cart?.find((line) => line.key === product.key || line.product === product.product)?.quantity;
  return Math.max(1, inCart ?? product.quantity ?? 1);
}

function init(visit: Visit): void {
  const surface = createSurface('order-panel', visit.signal, (host) => {
    const grid = oneGrid(visit.page(), 'products') ?? oneGrid(visit.page(), 'cart');
    if (grid === undefined || grid === 'twice') placeFloating(host, 'side', visit.signal);
    else placeAbove(host, grid.element, grid.header.element, visit.signal, 'side');
  });
  let asked = '';
  let advice: OrderAdvice | undefined;
  let memory: OrderMemory | undefined;
  visit.onRead((page) => {
    const form = readOrderForm(page);
    const stocks = form.products.flatMap((product) =>
      product.stock === undefined
        ? []
        : [{ key: product.key, stock: product.stock, quantity: quantityOf(product, form) }],
    );
    const body = {
      ...(form.customer === undefined ? {} : { customer: form.customer }),
      ...(form.pbx === undefined ? {} : { pbx: form.pbx }),
      ...(form.duration === undefined ? {} : { duration: form.duration }),
      stocks,
    };
    const question = JSON.stringify([body, form.cart?.map(({ key }) => key)]);
    if (question === asked && advice !== undefined) {
      markStocks(page, form, advice);
      if (!surface.host.isConnected) surface.show(<OrderPanel form={form} advice={advice} memory={memory} />);
      return;
    }
    asked = question;
    // Without what is remembered the advice is still worth showing.
    const remembering = rememberedForOrder(form).catch(() => undefined);
    Promise.all([ask('order.advise', body), remembering]).then(
      ([answer, known]) => {
        if (visit.signal.aborted || asked !== question) return;
        advice = answer;
        memory = known;
        const latest = visit.page();
        markStocks(latest, readOrderForm(latest), answer);
        surface.show(<OrderPanel form={form} advice={answer} memory={known} />);
      },
      (error: unknown) => {
        if (visit.signal.aborted) return;
        advice = undefined;
        surface.show(<OrderPanel form={form} failure={error} />);
      },
    );
  });
}

/** Beside the order: which Duration fits the PBX (R1, R2), and what each stock means for this order (R5). */
export const orderAdvice: Helper = { id: 'order-advice', pages: ['order', 'cart'], init };
