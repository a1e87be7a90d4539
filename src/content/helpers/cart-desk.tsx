import { type Filling, fillCart } from '../cart-fill.ts';
import type { Wanted } from '../portal/add-product.ts';
import { isWindowed } from '../portal/list-height.ts';
import { readOrderForm } from '../portal/order-form.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { until } from '../portal/wait.ts';
import { sheet } from '../ui/advisors/sheet.ts';
import { CartDesk } from '../ui/carts/CartDesk.tsx';
import { linesOf } from '../ui/carts/view.ts';
import { placeByList } from '../ui/host.ts';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

const listOf = (page: Page) => oneGrid(page, 'products') ?? oneGrid(page, 'cart');

/** So long the other panel above the list is waited for: two that come one after the other move the list under the hand twice. */
const TOGETHER_MS = 3000;
const orderPanelStands = () => (document.querySelector('[data-part="order-panel"]') === null ? undefined : true);

function init(visit: Visit): void {
  const surface = createSurface(
    'cart-desk',
    visit.signal,
    (host) => placeByList(host, listOf(visit.page()), visit.signal, 'side'),
    [sheet()],
  );
  let filling: Filling | undefined;
  let stop = new AbortController();

  function show(): void {
    const page = visit.page();
    if (page.kind !== 'order' && page.kind !== 'cart') return;
    const form = readOrderForm(page);
    const products = oneGrid(page, 'products');
    const view = {
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
    () => visit.onRead(show),
    () => undefined,
  );
}

/** Carts under a name, and lists from a mail, put into WMP's cart through its own controls; each line seen to have come in. */
export const cartDesk: Helper = { id: 'cart-desk', pages: ['order', 'cart'], init };
