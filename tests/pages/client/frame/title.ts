import { CUSTOMER } from '../../shared/data.ts';
import type { Settings } from '../../shared/knobs.ts';
import type { Words } from '../../shared/words.ts';
import { h } from './dom.ts';

/** The ways in which a page says what it shows, and whose. */
export function title(settings: Settings, words: Words, what: string): HTMLElement[] {
  switch (settings.title) {
    case 'of':
      return [h('h1', `${what} ${words.of} ${CUSTOMER}`)];
    case 'slash':
      return [h('div.title', `${CUSTOMER} / ${what}`)];
    case 'two':
      return [h('h1', CUSTOMER), h('h2', what)];
    case 'dash':
      return [h('h2', `${what} – ${CUSTOMER}`)];
    case 'crumbs': {
      const parts = [words.customers, CUSTOMER, what].map((part) => h('span', part));
      return [h('div.crumbs', ...parts.flatMap((part, i) => (i === 0 ? [part] : [h('span.mark', '›'), part])))];
    }
    case 'none':
      return [h('h1', what)];
  }
}
