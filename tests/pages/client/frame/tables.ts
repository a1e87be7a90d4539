import type { List } from '../../shared/list.ts';
import { h } from './dom.ts';
import { cellOf, nativeTick, sized } from './plain.ts';

/** Parts of HTML tables, for the pages that put them together in different ways. */
export const MARK = 34;

/** `<col>`s of fixed widths, so that tables apart from one another have the same columns. */
export function table({ columns, selected }: List, ...parts: HTMLElement[]): HTMLElement {
  const widths = [...(selected ? [MARK] : []), ...columns.map(({ width }) => width)];
  const cols = h('colgroup', ...widths.map((width) => sized(h('col'), width)));
  return sized(
    h('table.fixed', cols, ...parts),
    widths.reduce((sum, width) => sum + width, 0),
  );
}

export const headRow = ({ columns, selected }: List): HTMLElement =>
  h('tr', ...(selected ? [h('th')] : []), ...columns.map(({ label }) => h('th', label)));

export const bodyRow = ({ columns, selected }: List, id: string, tick = nativeTick): HTMLElement =>
  h('tr', ...(selected ? [h('td', tick(selected, id))] : []), ...columns.map((column) => cellOf('td', column, id)));
