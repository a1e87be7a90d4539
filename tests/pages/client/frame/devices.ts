import { columnsOf } from '../../shared/columns.ts';
import { type Device, makeDevices } from '../../shared/data.ts';
import type { Kind } from '../../shared/kinds.ts';
import type { Settings } from '../../shared/knobs.ts';
import type { List } from '../../shared/list.ts';
import { BUTTONS, WORDS, type Words } from '../../shared/words.ts';
import { plainDialog } from './dialog.ts';
import { h, on } from './dom.ts';
import { buttonOf } from './frame.ts';
import type { Drawn, Kit } from './kit.ts';
import { WIDTHS } from './widths.ts';

interface Page {
  readonly kind: Kind;
  readonly kit: Kit;
  readonly settings: Settings;
  readonly words: Words;
  readonly devices: readonly Device[];
  /** Serials that the page's own model holds selected. */
  readonly selected: Set<string>;
}

declare global {
  interface Window {
    /** Serials agreed to, for whoever looks by hand. */
    agreed: string[][];
  }
}

const CONVERTS_AFTER = 600;

/** Devices: can be selected, and converted after a question. */
export function devices(
  kind: Kind,
  kit: Kit,
  settings: Settings,
  { toolbar, place }: { toolbar: HTMLElement; place: HTMLElement },
): void {
  const words = WORDS[settings.lang];
  const made = makeDevices(settings.rows, settings.hostile, settings.seed);
  const page: Page = { kind, kit, settings, words, devices: made, selected: new Set() };
  window.agreed = [];
  const drawn = kit.list(place, listOf(page));
  const buttons = settings.menu ? menuIn(toolbar) : toolbar;
  for (const key of BUTTONS) {
    if (settings.hide.includes(key)) continue;
    const button = buttonOf(kit, words.buttons[key]);
    buttons.append(button);
    if (key === 'convert') on(button, 'click', () => convert(page, drawn));
  }
}

/** A menu behind three dots, drawn when it is opened; anything pressed closes it. */
function menuIn(toolbar: HTMLElement): HTMLElement {
  const items = h('div.menu[role=menu]');
  const opener = h('button[type=button][aria-haspopup=menu]', '⋮');
  on(opener, 'click', () => {
    if (items.isConnected) items.remove();
    else opener.after(items);
  });
  on(items, 'click', () => items.remove());
  toolbar.append(opener);
  return items;
}

function listOf({ settings, words, devices: made, selected }: Page): List {
  const bySerial = new Map(made.map((device) => [device.serial, device]));
  const columns = columnsOf(settings, words).map(({ key, label, text }) => ({
    key,
    label,
    width: WIDTHS[key],
    text: (serial: string) => {
      const device = bySerial.get(serial);
      return device === undefined ? '' : text(device);
    },
  }));
  return { columns, ids: [...bySerial.keys()], selected, paged: settings.paged };
}

function convert(page: Page, drawn: Drawn): void {
  const { words, settings } = page;
  const ask = page.kit.ask ?? plainDialog;
  const serials = [...page.selected];
  if (serials.length === 0) {
    ask({ text: words.nothing, agree: undefined, close: words.ok });
    return;
  }
  const run = () => void agreed(serials, page, drawn);
  ask({
    text: settings.asks === '' ? words.ask(serials.length) : wrongly(settings.asks, page),
    agree: settings.hide.includes('agree') ? undefined : { label: words.agree, run },
    close: words.cancel,
  });
}

const wrongly = (asks: string, { devices: all, selected }: Page): string =>
  asks
    .replaceAll('COUNT', String(selected.size + 1))
    .replaceAll('OTHER', all.find(({ serial }) => !selected.has(serial))?.serial ?? '');

async function agreed(serials: string[], page: Page, drawn: Drawn): Promise<void> {
  window.agreed.push(serials);
  await fetch('/agree', { method: 'POST', body: JSON.stringify({ kind: page.kind, serials }) });
  setTimeout(() => {
    for (const device of page.devices) if (serials.includes(device.serial)) device.contract = 'hwaas';
    page.selected.clear();
    drawn.redraw();
  }, CONVERTS_AFTER);
}
