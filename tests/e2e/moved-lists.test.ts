import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, textsOf, waitFor } from '../support/index.ts';
import { openDocument } from './flows/drawn.ts';
import { pageReport } from './flows/portal.ts';

/** Lists that draw what is near by a reckoning of their own: no box of theirs scrolls, or it scrolls by a guess. */
const COUNT = 30;
const HEADS = ['', 'MAC', 'Serial number', 'Model', 'Contract type'];
const rows = `const cellsOf = (i) => ['<input type=checkbox>', '9c:75:14:00:00:' + (16 + i).toString(16), '<span>2024-400' + String(i).padStart(2, '0') + '17</span><button title=Copy>⧉</button>', 'Vision', 'CAPEX'];`;
const styles = `body{margin:0;font-family:Arial,"Segoe UI Symbol"} .cell{position:absolute;width:150px;overflow:hidden;white-space:nowrap} .row{position:absolute;left:0;width:750px;height:40px}`;

/** The wheel moves the rows; two beyond each edge are kept unseen. A header cell stands in a box as wide as the list, without a height. */
const WHEEL = `<div style="position:relative;height:40px;width:750px">${HEADS.map((head, i) => `<div><div role=columnheader class=cell style="height:40px;left:${150 * i}px">${head}</div></div>`).join('')}</div>
  <div id=box style="position:relative;height:230px;width:750px;overflow:hidden"></div>
  <script>window.reached = 0; ${rows} let at = 0;
    const draw = () => { box.textContent = ''; for (let i = Math.max(0, Math.floor(at / 40) - 2); i < Math.min(${COUNT}, Math.floor(at / 40) + 9); i++) {
      const top = i * 40 - at, unseen = top <= -40 || top >= 230;
      box.insertAdjacentHTML('beforeend', '<div role=row class=row style="top:' + top + 'px;' + (unseen ? 'visibility:hidden' : '') + '">' + cellsOf(i).map((text, c) => '<div role=gridcell class=cell style="left:' + 150 * c + 'px">' + text + '</div>').join('') + '</div>'); } };
    box.addEventListener('wheel', (event) => { event.preventDefault(); const to = Math.max(0, Math.min(${COUNT} * 40 - 230, at + event.deltaY)); if (to !== at) { at = to; window.reached = Math.max(window.reached, at); draw(); } }, { passive: false });
    window.placeOfList = () => at; draw();</script>`;

/** The same, but the list rolls on by more than it is turned. */
const FAR_WHEEL = WHEEL.replace(
  'at + event.deltaY',
  'at + Math.sign(event.deltaY) * 50 * Math.ceil(Math.abs(event.deltaY) / 40)',
);

/** Rows are 56 pixels high, and the list takes them for 40: it moves on by more of them than it passes over. */
const GUESSED = `<div style="display:flex;width:750px">${HEADS.map((head) => `<div style="width:150px">${head}</div>`).join('')}</div>
  <div id=box style="height:230px;width:766px;overflow:auto"><div id=room style="min-height:${COUNT * 40}px"><div id=list></div></div></div>
  <script>window.reached = 0; ${rows} let from = -1;
    const draw = () => { const first = Math.min(${COUNT - 6}, Math.floor(box.scrollTop / 40)); if (first === from) return; from = first; list.style.paddingTop = first * 40 + 'px';
      list.innerHTML = Array.from({ length: 6 }, (_, n) => '<div style="display:flex;height:56px">' + cellsOf(first + n).map((text) => '<div style="width:150px">' + text + '</div>').join('') + '</div>').join(''); };
    box.addEventListener('scroll', () => { window.reached = Math.max(window.reached, box.scrollTop); draw(); }); window.placeOfList = () => box.scrollTop; draw();</script>`;

/** Whoever scrolls to the end is taken back a little: the last row is drawn, and never comes wholly into view. */
const TAKES_BACK = `<div id=box style="height:230px;width:766px;overflow:auto"><div style="display:flex;width:750px;position:sticky;top:0;background:#fff;height:30px">${HEADS.map((head) => `<div style="width:150px">${head}</div>`).join('')}</div>
  <div id=room style="height:${COUNT * 56}px"><div id=list></div></div></div>
  <script>window.reached = 0; ${rows} let from = -1;
    const draw = () => { const first = Math.max(0, Math.min(${COUNT - 6}, Math.floor(box.scrollTop / 56))); if (first === from) return; from = first; list.style.paddingTop = first * 56 + 'px';
      list.innerHTML = Array.from({ length: 6 }, (_, n) => '<div style="display:flex;height:56px">' + cellsOf(first + n).map((text) => '<div style="width:150px">' + text + '</div>').join('') + '</div>').join(''); };
    box.addEventListener('scroll', () => { const most = box.scrollHeight - box.clientHeight - 40; if (box.scrollTop > most) box.scrollTop = most; window.reached = Math.max(window.reached, box.scrollTop); draw(); });
    window.placeOfList = () => box.scrollTop; draw();</script>`;

/** What stays of the list's header has another line above the names of the columns. */
const GROUPS_STAY = TAKES_BACK.replace(
  'display:flex;width:750px;position:sticky;top:0;background:#fff;height:30px">',
  'width:750px;position:sticky;top:0;background:#fff;height:80px"><div style="height:50px">Hardware and its numbers</div><div style="display:flex;height:30px">',
)
  .replace('<div id=room', '</div><div id=room')
  .replace('if (box.scrollTop > most) box.scrollTop = most; ', '');

/** The list's own header is scrolled away with its rows; a copy of it stays. */
const COPIED = `<div style="position:relative"><div id=box style="height:230px;width:766px;overflow:auto"><table style="width:750px;table-layout:fixed"><thead><tr>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody id=list></tbody></table></div>
  <table style="position:absolute;top:0;left:0;width:750px;table-layout:fixed;background:#fff"><thead><tr>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead></table></div>
  <script>${rows} list.innerHTML = Array.from({ length: ${COUNT} }, (_, i) => '<tr>' + cellsOf(i).map((text) => '<td>' + text + '</td>').join('') + '</tr>').join(''); box.scrollTop = 400;</script>`;

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

async function open(name: string, list: string): Promise<Page> {
  const page = await openDocument(
    session,
    name,
    `<html lang="en"><style>${styles}</style><h1>Acme</h1><h2>Devices</h2><p><button>Convert to HWaaS</button></p>${list}</html>`,
  );
  await waitFor(() => page.$('wmp-companion'), { message: 'the Companion' });
  return page;
}

describe('a list that was scrolled under a copy of its header', () => {
  it('is one list', async () => {
    const page = await open('copied', COPIED);
    const report = await pageReport(session, page);
    expect(report.grids).toMatchObject([{ concept: 'devices', rowsSeen: COUNT, complete: true }]);
    expect(await page.evaluate('box.scrollTop')).toBe(400);
    await page.close();
  });
});

describe('a list whose rows', () => {
  it.each([
    ['are moved by the page as the wheel is turned', WHEEL],
    ['are moved farther than the wheel is turned', FAR_WHEEL],
    ['are higher than the list takes them for', GUESSED],
    ['cannot all be scrolled into view', TAKES_BACK],
    ['stand under names of groups that stay, too', GROUPS_STAY],
  ])('%s is read to its end, and put back', async (name, list) => {
    const page = await open(name, list);
    // Each device once, and no word of rows that were not seen.
    const said = await waitFor(
      async () => {
        const texts = await textsOf(page);
        return texts.some((text) => /\b30 cannot tell/.test(text)) ? texts : undefined;
      },
      { message: async () => `all judged. There: ${(await textsOf(page)).slice(-6).join(' | ')}`, timeout: 20_000 },
    );
    expect(said.filter((text) => /rows/.test(text))).toEqual([]);
    await waitFor(() => page.evaluate('reached >= 970 && placeOfList() === 0'), { message: 'the list put back' });
    await page.close();
  });
});
