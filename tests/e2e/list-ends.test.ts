import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, waitFor } from '../support/index.ts';
import { openDocument } from './flows/drawn.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

/** A page of a longer list never passes for the whole of it, whatever its pager looks like. */
const COPY = '<button title="Copy">⧉</button>';
const ROWS = Array.from({ length: 5 }, (_, i) => [`2024-400${i}123`, 'Vision', 'CAPEX']);
const TABLE = `<table><tr>${['Serial number', 'Model', 'Contract type'].map((text) => `<th>${text}</th>`).join('')}</tr>${ROWS.map(([serial, ...more]) => `<tr><td><span>${serial}</span>${COPY}</td>${more.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;

/** The last row exists only once the list is scrolled; until then there is just the room for it. */
const ONE_LESS = `<script>
  const last = document.querySelector('tr:last-child');
  const box = last.closest('div');
  const [body, height] = [last.parentElement, last.offsetHeight];
  box.style.cssText = 'height:' + (body.offsetHeight - height - 10) + 'px;overflow:auto;position:relative';
  const room = document.createElement('div');
  room.style.height = height + 'px';
  box.append(room);
  last.remove();
  box.addEventListener('scroll', () => { body.append(last); room.remove(); }, { once: true });
</script>`;

/** Nobody scrolls this box by hand, and there is nothing to see in the part of it that is hidden. */
const HIGHER_INSIDE = `<script>
  const box = document.querySelector('table').closest('div');
  const [all, one] = [box.offsetHeight, document.querySelector('tr').offsetHeight];
  box.style.cssText = 'overflow:hidden;position:relative;height:' + (all + 8) + 'px';
  box.insertAdjacentHTML('beforeend', '<div style="height:' + (1.6 * one + 8) + 'px"></div>');
  box.onscroll = () => { box.scrollTop = 0; };
</script>`;

const PAGERS: Record<string, { pager: string; complete: boolean; room?: string }> = {
  'room for one row that is drawn when it is scrolled to': { pager: ONE_LESS, complete: true },
  'rows that are cut off, with nothing to scroll them': {
    pager: '',
    complete: false,
    room: 'height:90px;overflow:hidden',
  },
  'a box with blank below, which is higher inside than it shows': {
    pager: HIGHER_INSIDE,
    complete: true,
  },
  'rows that are cut off by what scrolls them': { pager: '', complete: true, room: 'height:90px;overflow:auto' },
  'numbers to press': { pager: '<ul><li><a href=#>1</a></li><li><a href=#>2</a></li></ul>', complete: false },
  'numbers to press that say nothing of being buttons': {
    pager: '<div style="display:flex">‹<div>1</div><div style="cursor:pointer">2</div>›</div>',
    complete: false,
  },
  'a button for more rows': { pager: '<p><button>Load more</button></p>', complete: false },
  'a German word to press for more devices': {
    pager: '<p style="cursor:pointer">↓ Weitere Geräte laden …</p>',
    complete: false,
  },
  'a button for more of something far below': {
    pager: '<p style="margin-top:400px"><button>Show more news</button></p>',
    complete: true,
  },
  'a button for more rows that is spent': { pager: '<p><button disabled>Load more</button></p>', complete: true },
  'counts that stand beside names': {
    pager: '<p style="cursor:pointer">Devices <b>1</b> PBXes <b>2</b></p>',
    complete: true,
  },
  'a sentence with words between its numbers': { pager: '<div>Showing 1 to 5 of 75 rows</div>', complete: false },
  'an Italian sentence': { pager: '<div>Visualizzati da 1 a 5 di 75</div>', complete: false },
  'a sentence that says it is all': { pager: '<div>Showing 1 to 5 of 5 rows</div>', complete: true },
  'room to spare around it': { pager: '', complete: true, room: 'min-height:100vh' },
  'room for rows that never come': { pager: '', complete: false, room: 'height:4000px' },
  'numbers that are no pager': { pager: '<p>Step 1</p><p>2</p>', complete: true },
};

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

describe('a list that ends with', () => {
  it.each(Object.entries(PAGERS))('%s', async (name, { pager, complete, room = '' }) => {
    const page = await openDocument(
      session,
      name,
      `<html lang="en"><style>li{display:inline}</style><h1>Devices of Acme</h1><p><button>Convert to HWaaS</button></p><div><div><div style="${room}">${TABLE}</div></div>${pager}</div><p style="margin-top:300px">End</p></html>`,
    );
    await waitFor(() => page.$('wmp-companion'), { message: 'the Companion' });
    const report = await pageReport(session, page);
    expect(report.grids.map((grid) => grid.complete)).toEqual([complete]);
    expect(deviceRecords(report).map(({ serial }) => serial)).toEqual(ROWS.map(([serial]) => serial));
    await page.close();
  });
});
