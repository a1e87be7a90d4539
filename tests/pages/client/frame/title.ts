import { CUSTOMER } from '../../shared/data.ts';
import type { Settings } from '../../shared/knobs.ts';
import type { Words } from '../../shared/words.ts';
import { h } from './dom.ts';

/** The ways in which a page says whose devices it shows. */
export function title(settings: Settings, words: Words): HTMLElement[] {
  switch (settings.title) {
    case 'of':
      return [h('h1', `${words.devices} ${words.of} ${CUSTOMER}`)];
    case 'slash':
      return [h('div.title', `${CUSTOMER} / ${words.devices}`)];
    case 'two':
      return [h('h1', CUSTOMER), h('h2', words.devices)];
    case 'dash':
      return [h('h2', `${words.devices} – ${CUSTOMER}`)];
    case 'crumbs': {
      const parts = [words.customers, CUSTOMER, words.devices].map((part) => h('span', part));
      return [h('div.crumbs', ...parts.flatMap((part, i) => (i === 0 ? [part] : [h('span.mark', '›'), part])))];
    }
    case 'none':
      return [h('h1', words.devices)];
  }
}
