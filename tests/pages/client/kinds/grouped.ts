import './tables.css';
import type { List, ListColumn } from '../../shared/list.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, table } from '../frame/tables.ts';

/** Headers on two lines: every second pair of columns stands under a name of its own, the others reach over both lines. */
start('grouped', { list });

function list(place: HTMLElement, given: List): Drawn {
  const pairs: ListColumn[][] = [];
  for (let i = 0; i < given.columns.length; i += 2) pairs.push(given.columns.slice(i, i + 2));
  const isGroup = (pair: ListColumn[], i: number) => i % 2 === 1 && pair.length === 2;
  const first = pairs.flatMap((pair, i) =>
    isGroup(pair, i) ? [h('th[colspan=2]', `${'ABCDE'[i]}`)] : pair.map(({ label }) => h('th[rowspan=2]', label)),
  );
  const second = pairs.flatMap((pair, i) => (isGroup(pair, i) ? pair.map(({ label }) => h('th', label)) : []));
  const head = h('thead', h('tr', ...(given.selected ? [h('th[rowspan=2]')] : []), ...first), h('tr', ...second));
  const body = h('tbody');
  const redraw = () => body.replaceChildren(...given.ids.map((id) => bodyRow(given, id)));
  redraw();
  place.append(table(given, head, body));
  return { redraw };
}
