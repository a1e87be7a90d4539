import './frame.css';
import { type Column, columnsOf } from '../../shared/columns.ts';
import { type Device, makeDevices } from '../../shared/data.ts';
import type { Kind } from '../../shared/kinds.ts';
import { readKnobs, type Settings } from '../../shared/knobs.ts';
import { BUTTONS, WORDS, type Words } from '../../shared/words.ts';
import { plainDialog, type Question } from './dialog.ts';
import { h, on } from './dom.ts';
import { title } from './title.ts';

/** What a framework draws, and what it tells back. */
export interface Frame {
  readonly settings: Settings;
  readonly words: Words;
  readonly columns: readonly Column[];
  readonly devices: Device[];
  /** Serials that the page's own model holds selected. */
  readonly selected: Set<string>;
  /** Where the list goes. */
  readonly place: HTMLElement;
}

export interface Drawn {
  /** After devices became HWaaS, and lost their selection. */
  redraw(): void;
  ask?(question: Question): void;
  button?(label: string): HTMLElement;
}

declare global {
  interface Window {
    /** Serials agreed to, for whoever looks by hand. */
    agreed: string[][];
  }
}

const CONVERTS_AFTER = 600;

/** Draws heading and toolbar, lets `draw` draw the list, and plays the server's part. */
export function start(kind: Kind, draw: (frame: Frame) => Drawn): void {
  const settings = readKnobs(location.search);
  const words = WORDS[settings.lang];
  const place = h('div.place');
  const frame: Frame = {
    settings,
    words,
    columns: columnsOf(settings, words),
    devices: makeDevices(settings.rows, settings.hostile, settings.seed),
    selected: new Set(),
    place,
  };
  window.agreed = [];
  const toolbar = h('div.toolbar');
  document.body.append(h('div.head', ...title(settings, words)), toolbar, place);
  // What a portal shows, it has had to ask for first.
  setTimeout(() => {
    const drawn = draw(frame);
    for (const key of BUTTONS) {
      if (settings.hide.includes(key)) continue;
      const button = drawn.button?.(words.buttons[key]) ?? h('button[type=button]', words.buttons[key]);
      toolbar.append(button);
      if (key === 'convert') on(button, 'click', () => convert(kind, frame, drawn));
    }
  }, 40);
}

function convert(kind: Kind, frame: Frame, drawn: Drawn): void {
  const { words, settings } = frame;
  const ask = drawn.ask ?? plainDialog;
  const serials = [...frame.selected];
  if (serials.length === 0) {
    ask({ text: words.nothing, agree: undefined, close: words.ok });
    return;
  }
  const run = () => void agreed(kind, serials, frame, drawn);
  ask({
    text: words.ask(serials.length),
    agree: settings.hide.includes('agree') ? undefined : { label: words.agree, run },
    close: words.cancel,
  });
}

async function agreed(kind: Kind, serials: string[], frame: Frame, drawn: Drawn): Promise<void> {
  window.agreed.push(serials);
  await fetch('/agree', { method: 'POST', body: JSON.stringify({ kind, serials }) });
  setTimeout(() => {
    for (const device of frame.devices) if (serials.includes(device.serial)) device.contract = 'hwaas';
    frame.selected.clear();
    drawn.redraw();
  }, CONVERTS_AFTER);
}
