import { type Held, holdGrounds } from '../checkout-grounds.ts';
import { cartBefore, observeDiscounts } from '../observed-discounts.ts';
import { orderDesk } from '../order-desk.ts';
import { actionsAt, findActions, oneAction } from '../portal/actions.ts';
import { flatContains } from '../portal/dom.ts';
import { readOrderForm } from '../portal/order-form.ts';
import { type Page, readPage } from '../portal/page.ts';
import { press } from '../portal/press.ts';
import { awaitReaction, type Reaction } from '../portal/recalculation.ts';
import { noteRecalculated } from '../recalculated.ts';
import { CheckoutHold, type HoldState } from '../ui/checkout-hold.tsx';
import { placeFloating } from '../ui/host.ts';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

const PRESSES = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'keydown',
  'keyup',
] as const;

function init(visit: Visit): void {
  const { signal } = visit;
  const surface = createSurface('checkout-hold', signal, (host) => placeFloating(host, 'center', signal));
  const desk = orderDesk(visit);
  /** The cart that the partner chose to check out as it is, and for which reasons it was held. */
  let passed: string | undefined;
  let held: Held | undefined;
  let holding = false;

  for (const type of PRESSES) addEventListener(type, onPress, { capture: true, signal, passive: false });

  function onPress(event: Event): void {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    const concepts = actionsAt(event.composedPath());
    if (concepts.includes('recalculate') && event.type === 'click') void watchRecalculation(event.target as Element);
    if (!concepts.includes('checkout')) return;
    // The sequence of one press is held or let through as a whole.
    if (event.type === 'pointerdown' || event.type === 'keydown' || (event.type === 'click' && !holding)) {
      held = mustHold();
      holding = held !== undefined;
    }
    if (!holding) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click' || event.type === 'keydown') show({ kind: 'asking', grounds: held?.grounds });
    if (event.type === 'click' || event.type === 'keyup') holding = false;
  }

  /** What speaks against the cart that is about to be checked out, unless the partner has chosen to go on with it. */
  function mustHold(): Held | undefined {
    const page = readPage();
    if (page.kind !== 'order' && page.kind !== 'cart') return undefined;
    // A drawer that holds the cart is no dialog about it, and no message in passing is one.
    const carts = page.grids.filter(({ kind }) => kind === 'cart');
    const isAboutIt = ({ element, passing }: Page['dialogs'][number]) =>
      passing !== true && !carts.some((cart) => flatContains(element, cart.element));
    if (page.dialogs.some(isAboutIt)) return undefined;
    const found = holdGrounds(readOrderForm(page), desk.now());
    return found === undefined || found.key === passed ? undefined : found;
  }

  async function watchRecalculation(button: Element): Promise<Reaction> {
    const before = cartBefore();
    const reaction = await awaitReaction(button, signal);
    if (reaction !== 'done') return reaction;
    // What a recalculation teaches is no matter of whether it is known to be done.
    observeDiscounts(before).then(
      () => !signal.aborted && desk.again(),
      () => undefined,
    );
    await noteRecalculated(readOrderForm(readPage()));
    return reaction;
  }

  async function recalculate(): Promise<void> {
    const action = oneAction(findActions(document.body, new Set(['recalculate'])), 'recalculate');
    if (action === undefined || action === 'several' || !action.enabled) return show({ kind: 'failed' });
    close();
    const reaction = watchRecalculation(action.element);
    if (!(await press(action.element, signal))) return show({ kind: 'failed' });
    const outcome = await reaction;
    show({ kind: outcome === 'done' ? 'recalculated' : 'failed' });
  }

  function close(): void {
    surface.show(null);
  }

  function show(state: HoldState): void {
    surface.show(
      <CheckoutHold
        key={state.kind}
        state={state}
        onRecalculate={() => void recalculate().catch(() => undefined)}
        onPass={() => {
          passed = mustHold()?.key;
          show({ kind: 'passed' });
        }}
        onClose={close}
      />,
    );
  }
}

/**
 * Holds Checkout back once where the cart changed since Save & Recalculate, since the quantity discount comes only then (R4),
 * where the Duration does not fit the PBX (R2), and where WMP is known to refuse the order (R1, R7). The partner decides, and
 * presses Checkout again.
 */
export const checkoutGuard: Helper = { id: 'checkout-guard', pages: ['order', 'cart'], init };
