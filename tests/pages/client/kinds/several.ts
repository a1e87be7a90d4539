import './tables.css';
import { readKnobs } from '../../shared/knobs.ts';
import type { List } from '../../shared/list.ts';
import { pageLists } from '../../shared/page-lists.ts';
import { h } from '../frame/dom.ts';
import { start } from '../frame/frame.ts';
import type { Drawn } from '../frame/kit.ts';
import { bodyRow, headRow, table } from '../frame/tables.ts';

/** The page's own list between two others that a portal may well show beside it: PBXes above, orders below. */
start('several', { list });

function plain(given: List): { element: HTMLElement; redraw: () => void } {
  const body = h('tbody');
  const redraw = () => body.replaceChildren(...given.ids.map((id) => bodyRow(given, id)));
  redraw();
  return { element: table(given, h('thead', headRow(given)), body), redraw };
}

function list(place: HTMLElement, given: List): Drawn {
  const others = pageLists({ ...readKnobs(location.search), rows: 3 });
  const own = plain(given);
  const parts = [plain(others.pbxes()).element, own.element, plain(others.orders()).element];
  for (const part of parts) part.style.marginBottom = '24px';
  place.append(...parts);
  return own;
}
