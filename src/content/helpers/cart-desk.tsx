import { t } from '../../platform/i18n.ts';
import { type Filling, fillCart } from '../cart-fill.ts';
import { orderDesk } from '../order-desk.ts';
import type { Wanted } from '../portal/add-product.ts';
import { isWindowed } from '../portal/list-height.ts';
import { readOrderForm } from '../portal/order-form.ts';
import { oneGrid } from '../portal/page.ts';
import { until } from '../portal/wait.ts';
import { sheet } from '../ui/advisors/sheet.ts';
import { orderSurface } from '../ui/below-order.ts';
import { CartDesk } from '../ui/carts/CartDesk.tsx';
import { linesOf } from '../ui/carts/view.ts';
import { orderJump } from '../ui/order-jump.tsx';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** So long the panel above this one is waited for: coming later, it would move this one away under the hand. */
const TOGETHER_MS = 3000;
const orderPanelStands = () => (document.querySelector('[data-part="order-panel"]') === null ? undefined : true);

function init(visit: Visit): void {
  const surface = orderSurface('cart-desk', visit, [sheet()]);
  const jump = orderJump(visit);
  const desk = orderDesk(visit);
  let filling: Filling | undefined;
  let stop = new AbortController();

  function show(): void {
    const page = visit.page();
    if (page.kind !== 'order' && page.kind !== 'cart') return;
    const form = readOrderForm(page);
    const products = oneGrid(page, 'products');
    // Of this very cart: what is known may be of the one before.
    const known = desk.now();
    const asked = known?.form.signature === form.signature ? known?.asks.quote?.lines : undefined;
    const view = {
      prices: asked?.map(({ price }) => price),
      currencySaid: known?.unclearCurrency?.fits === true,
      kind: page.kind,
      products: form.products,
      partly: products !== undefined && products !== 'twice' && isWindowed(products),
      lines: linesOf(form),
      form,
      filling,
      onFill: (wanted: readonly Wanted[]) => void fill(wanted),
      onStop: () => {
        if (filling?.running === true) stop.abort();
        else {
          filling = undefined;
          show();
        }
      },
    };
    surface.show(<CartDesk view={view} />);
    jump.offer(surface.host, { name: t('carts_title') });
  }

  async function fill(wanted: readonly Wanted[]): Promise<void> {
    if (filling?.running === true) return;
    stop = new AbortController();
    await fillCart(wanted, visit.page(), { visit: visit.signal, stop: stop.signal }, (now) => {
      filling = now;
      show();
    });
    visit.readSoon();
  }

  until(orderPanelStands, TOGETHER_MS, visit.signal).then(
    () => {
      visit.onRead(show);
      desk.onKnown(show);
    },
    () => undefined,
  );
}

/** Carts under a name, and lists from a mail, put into WMP's cart through its own controls; each line seen to have come in. */
export const cartDesk: Helper = { id: 'cart-desk', pages: ['order', 'cart'], init };
