import { PBXES } from '../../shared/data.ts';
import type { Settings } from '../../shared/knobs.ts';
import { pageLists } from '../../shared/page-lists.ts';
import { PAGE_WORDS } from '../../shared/page-words.ts';
import { h } from './dom.ts';
import { buttonOf } from './frame.ts';
import type { Kit } from './kit.ts';

/** Order HWaaS: what can be ordered and what is in the cart, for one year and the second PBX of the list. */
export function orderPage(kit: Kit, settings: Settings, on: { toolbar: HTMLElement; place: HTMLElement }): void {
  const { order, durations } = PAGE_WORDS[settings.lang];
  const lists = pageLists(settings);
  const choice = kit.choice ?? plainChoice;
  on.toolbar.append(
    choice(order.duration, durations, 1),
    choice(
      order.pbx,
      PBXES.map(({ name }) => name),
      0,
    ),
  );
  const below = h('div.toolbar');
  below.append(...[order.save, order.recalculate, order.checkout].map((label) => buttonOf(kit, label)));
  const [products, cart] = [h('div.place'), h('div.place')];
  on.place.append(h('h2', order.products), products, h('h2', order.cart), cart, below);
  kit.list(products, lists.products());
  kit.list(cart, lists.cart());
}

function plainChoice(label: string, options: readonly string[], chosen: number): HTMLElement {
  const select = h('select', ...options.map((text) => h('option', text))) as HTMLSelectElement;
  select.selectedIndex = chosen;
  return h('label', h('span.label', label), select);
}
