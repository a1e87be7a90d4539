import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { bundleForPage } from '../support/bundle.ts';
import type {} from './marks/page.ts';

/** Boxes as icon sets draw them, on 24 by 24. */
const OUTLINE = 'M3 3h18v18H3zM5 5v14h14V5z';
const TICK = 'M17.6 7.6 10 15.2 6.4 11.6 5 13l5 5 9-9z';
const SOLID = 'M3 3h18v18H3z';
const THICK = `${SOLID}M7 7h10v10H7z`;
const CUT = `${SOLID} M10 17 5 12l2-2 3 3 7-7 2 2z`;
const PLUS = `${SOLID} M11 6h2v5h5v2h-5v5h-2v-5H6v-2h5z`;
const MINUS = `${SOLID} M6 11h12v2H6z`;

type Pair = readonly [off: string, on: string];
const BOXES: Pair = [OUTLINE, `${OUTLINE} ${TICK}`];
const SOLIDS: Pair = [SOLID, CUT];

const svg = (path: string, size = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 24 24"><path fill-rule="evenodd" d="${path}"/></svg>`;
const address = (path: string, size?: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(svg(path, size))}")`;
const icon = 'display:inline-block;width:18px;height:18px;vertical-align:middle';

/** How a mark is drawn: its style, or what stands in it, for either state. */
interface Drawn {
  readonly css: string;
  readonly inside?: Pair;
  readonly rows?: string;
}

const masked = ([off, on]: Pair, more = ''): string =>
  `.mark i{${icon};background:#345;mask:no-repeat center/contain ${address(off)};${more}} .on .mark i{mask-image:${address(on)}}`;
const inline = ([off, on]: Pair): Drawn => ({
  css: `.mark svg{${icon};fill:#345}`,
  inside: [svg(off), svg(on)],
});

const framed = (box: string): string => `<span class=frame>${box}<i></i></span>`;

const dotted = (box: string): string => `<label><span class=dot>${box}</span></label>`;

const KNOWN: Record<string, Drawn> = {
  'a label around a box that is cut to a dot, which is not scrolled along': {
    css: 'label{display:block;width:16px;height:16px;border:1px solid} .on label{background:#345} .dot{position:absolute;width:1px;height:1px;overflow:hidden} .dot input{margin:0}',
    inside: [dotted('<input type=checkbox>'), dotted('<input type=checkbox checked>')],
    rows: '.list{height:80px;overflow:auto} .row{display:grid;grid-template-columns:30px repeat(3,150px)}',
  },
  'a transparent box of the browser’s, a picture over it that is no part of it': {
    css: '.frame{position:relative;display:inline-block;width:16px;height:20px} .frame *{position:absolute;inset:0;margin:0;width:16px;height:18px} .frame input{opacity:0} .frame i{border:1px solid} .on .frame i{background:#345}',
    inside: [framed('<input type=checkbox>'), framed('<input type=checkbox checked>')],
  },
  'a box at the right of a page that is read from there, a picture in it where it is selected': {
    css: '.list{direction:rtl;width:500px} .mark i{display:inline-block;border:1px solid;width:18px;height:18px}',
    inside: ['<i></i>', `<i>${svg(TICK)}</i>`],
  },
  'a colour seen through a mask': { css: masked(BOXES) },
  'a mask before the mark': {
    css: `.mark i::before{content:"";${icon};background:#345;mask:no-repeat center/contain ${address(BOXES[0])}} .on .mark i::before{mask-image:${address(BOXES[1])}}`,
  },
  'a mask of which another part is shown': {
    css: `.mark i{${icon};background:#345;mask:no-repeat 0 0/36px 18px url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="24" viewBox="0 0 48 24"><path fill-rule="evenodd" d="${BOXES[0]}"/><path transform="translate(24 0)" fill-rule="evenodd" d="${BOXES[1]}"/></svg>`)}")} .on .mark i{mask-position:-18px 0}`,
  },
  'a solid box through a mask, a tick cut out where it is selected': { css: masked(SOLIDS) },
  'a solid box, a tick cut out where it is selected': inline(SOLIDS),
  'an outline, with a tick where it is selected': inline(BOXES),
  'a thick outline, solid where it is selected': inline([THICK, SOLID]),
  'rows without a box of their own, a mask as their mark': {
    css: masked(BOXES),
    rows: '.list{display:grid;grid-template-columns:30px repeat(3,150px)} .row{display:contents}',
  },
};
const UNCLEAR: Record<string, Drawn> = {
  'a solid box with a plus or a minus cut out': inline([PLUS, MINUS]),
  'a solid box that only changes its colour': { css: `.mark i{${icon};background:#345} .on .mark i{background:#543}` },
};

const BIN = `<button style="border:1px solid;width:22px;height:22px">${svg(OUTLINE)}</button>`;
const PICTURE = `<i style="display:inline-block;border:1px solid;width:18px;height:18px">${svg(TICK)}</i>`;
/** Nothing of these is pressed. */
const ELSE: Record<string, Drawn> = {
  'a framed button that may delete the row': { css: '', inside: [BIN, BIN] },
  'a framed picture behind all texts': {
    css: '.mark{order:9}',
    inside: [PICTURE, PICTURE],
    rows: '.row{display:grid;grid-template-columns:repeat(3,150px) 30px}',
  },
  'a framed button with a menu': {
    css: '',
    inside: [BIN.replace('<button', '<button aria-haspopup=menu aria-pressed=false'), BIN],
  },
};

const HEADS = ['Model', 'Serial number', 'Contract type'];

function html({ css, inside, rows = '.row{display:grid;grid-template-columns:30px repeat(3,150px)}' }: Drawn): string {
  const [off, on] = inside ?? ['<i></i>', '<i></i>'];
  const line = (mark: string, texts: readonly string[]) =>
    `<div class=row><div class=mark>${mark}</div>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
  const devices = Array.from({ length: 5 }, (_, i) => line(off, ['WP480', `9CF1A00100${i}`, 'CAPEX']));
  return `<!doctype html><style>.row>div{height:28px} ${rows} ${css}</style><div class=list>${line('', HEADS)}${devices.join('')}</div>
    <script>const drawn=${JSON.stringify([off, on])};
      for (const mark of [...document.querySelectorAll('.mark')].slice(1)) mark.addEventListener('click', () => {
        const on = mark.parentElement.classList.toggle('on');
        mark.innerHTML = drawn[on ? 1 : 0];
      });</script>`;
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundleForPage(join(dirname(fileURLToPath(import.meta.url)), 'marks/page.ts'));
  browser = await puppeteer.launch({ executablePath: ensureBrowser(), pipe: true, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

async function open(drawn: Drawn): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html(drawn));
  await page.evaluate(script);
  return page;
}

/** What the page itself holds selected. */
const held = (page: Page): Promise<boolean[]> =>
  page.$$eval('.row', (rows) => rows.slice(1).map((row) => row.classList.contains('on')));
const set = (page: Page, index: number, wanted: boolean): Promise<boolean> =>
  page.evaluate((i, want) => window.markedList.set(i, want), index, wanted);
const states = (page: Page) => page.evaluate(() => window.markedList.states());

describe('a mark that is drawn as', () => {
  it.each(Object.entries(KNOWN))('%s: rows are selected and let go, and what they are is told', async (_, drawn) => {
    const page = await open(drawn);
    expect(await set(page, 0, true)).toBe(true);
    expect(await set(page, 2, true)).toBe(true);
    expect(await held(page)).toEqual([true, false, true, false, false]);
    expect(await states(page)).toEqual([true, false, true, false, false]);
    expect(await set(page, 0, false)).toBe(true);
    expect(await held(page)).toEqual([false, false, true, false, false]);
    await page.close();
  });

  it.each(Object.entries(KNOWN))('%s: a row that is selected already stays so', async (_, drawn) => {
    const page = await open(drawn);
    await page.click('.row:nth-child(2) .mark');
    expect(await set(page, 0, true)).toBe(true);
    expect(await held(page)).toEqual([true, false, false, false, false]);
    await page.close();
  });

  it.each(Object.entries(ELSE))('%s: it is none, and stays untouched', async (_, drawn) => {
    const page = await open(drawn);
    expect(await set(page, 0, true)).toBe(false);
    expect(await held(page)).toEqual([false, false, false, false, false]);
    await page.close();
  });

  it.each(Object.entries(UNCLEAR))('%s: nobody can tell, and that is said', async (_, drawn) => {
    const page = await open(drawn);
    expect(await set(page, 0, true)).toBe(false);
    expect((await states(page)).every((state) => state !== true)).toBe(true);
    await page.close();
  });
});
