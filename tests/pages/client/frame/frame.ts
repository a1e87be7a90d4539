import './frame.css';
import type { Kind } from '../../shared/kinds.ts';
import { readKnobs } from '../../shared/knobs.ts';
import { pageLists } from '../../shared/page-lists.ts';
import { PAGE_WORDS } from '../../shared/page-words.ts';
import { WORDS } from '../../shared/words.ts';
import { devices } from './devices.ts';
import { h } from './dom.ts';
import type { Kit } from './kit.ts';
import { orderPage } from './order-page.ts';
import { title } from './title.ts';

/** Draws heading and toolbar, lets the framework draw the rest, and plays the server's part. */
export function start(kind: Kind, kit: Kit): void {
  const settings = readKnobs(location.search);
  const { show, lang } = settings;
  const [words, own] = [WORDS[lang], PAGE_WORDS[lang]];
  const [head, toolbar, place] = [h('div.head'), h('div.toolbar'), h('div.place')];
  document.body.append(head, toolbar, place);
  if (show === 'devices') head.append(...title(settings, words, words.devices));
  if (show === 'pbxes') head.append(...title(settings, words, words.pbxes));
  if (show === 'order') head.append(...title(settings, words, own.order.title));
  if (show === 'customers') head.append(h('h1', words.customers));
  if (show === 'orders') head.append(h('h1', own.orders.title));
  if (show === 'balance') head.append(h('h1', own.invoices.title));
  // What a portal shows, it has had to ask for first.
  setTimeout(() => {
    const lists = pageLists(settings);
    if (show === 'devices') devices(kind, kit, settings, { toolbar, place });
    else if (show === 'order') orderPage(kit, settings, { toolbar, place });
    else kit.list(place, lists[show]());
    if (show === 'balance') toolbar.append(buttonOf(kit, own.invoices.pay));
  }, 40);
}

export const buttonOf = (kit: Kit, label: string): HTMLElement =>
  kit.button?.(label) ?? h('button[type=button]', label);
