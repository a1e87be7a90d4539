import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderReport } from '../../src/core/page-report.ts';
import { launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { deviceRecords, pageReport, stored } from './flows/portal.ts';

const HEADS = ['Model', 'Serial number', 'PBX', 'Contract type', 'Purchased'];
const TITLE =
  '<h1>Devices of Acme GmbH</h1><p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p>';

const device = (i: number): string[] => [
  ['WP480', 'Vision', 'W-AIR Base'][i % 3] ?? '',
  `9CF1A0${100_000 + i}`,
  i % 2 === 0 ? 'Main office' : 'Warehouse',
  i % 4 === 3 ? 'HWaaS' : 'CAPEX',
  `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
];
const devices = (count: number): string[][] => Array.from({ length: count }, (_, i) => device(i));
const table = (rows: readonly string[][]): string =>
  `<table border=1><thead><tr>${cells('<th>', ...HEADS)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('<td>', ...row)}</tr>`).join('')}</tbody></table>`;

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

async function recordsOf(page: Page): Promise<(string | null)[][]> {
  const records = deviceRecords(await pageReport(session, page));
  return records
    .map(({ model, serial, pbx, contract, purchased }) => [
      model,
      serial,
      pbx,
      { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Rental', unknown: '?' }[contract],
      purchased,
    ])
    .toSorted(([, a], [, b]) => String(a).localeCompare(String(b)));
}

/** Numbers of the devices that carry a mark of ours. */
const marked = (page: Page): Promise<number[]> =>
  page.$$eval('tbody tr', (rows) =>
    rows.flatMap((row, i) => (row.querySelector('wmp-companion[data-part="badge"]') === null ? [] : [i])),
  );

describe('a list of more rows than can be laid out unnoticed', () => {
  it('is neither moved nor made wider by what is shown of it, and marked where it is looked at', async () => {
    const page = await openDrawn(session, 'long', `${TITLE}${table(devices(1500))}`);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('button, th, tbody tr:nth-child(-n+30) > td')].map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return [left, top, width, height].map(Math.round).join();
        }),
      );
    const before = await places();
    await waitForText(page, /1125 of 1500 devices|can be converted|cannot tell/, { timeout: 30_000 });
    await waitFor(async () => (await marked(page)).includes(20), { message: 'marks' });
    expect(await places()).toEqual(before);
    expect(await page.$('wmp-companion[data-part="convert-bar"][data-corner]')).not.toBeNull();
    expect(await marked(page)).not.toContain(1200);
    await page.evaluate(() => document.querySelectorAll('tbody tr')[1200]?.scrollIntoView({ block: 'center' }));
    await waitFor(async () => (await marked(page)).includes(1200), { message: 'marks where it was scrolled to' });
    expect(await recordsOf(page)).toEqual(devices(1500));
    await page.close();
  });

  it('is read as it is while it is scrolled, also where no element holds a row', async () => {
    const column = (c: number) =>
      `<div style="width:160px"><b style="display:block">${HEADS[c]}</b>${devices(480)
        .map((row) => `<p style="margin:0;height:24px;line-height:24px">${row[c]}</p>`)
        .join('')}</div>`;
    const page = await openDrawn(
      session,
      'scrolled',
      `${TITLE}<div style="display:flex">${HEADS.map((_, c) => column(c)).join('')}</div>
      <script>
        // As far as a row is high, again and again.
        let step = 0;
        const scrolling = setInterval(() => scrollTo(0, ((step += 1) * 24) % 2400), 5);
      </script>`,
    );
    await waitForText(page, '0 devices can be converted to HWaaS. 120 not eligible, 360 cannot tell.', {
      timeout: 60_000,
    });
    expect(await recordsOf(page)).toEqual(devices(480));
    await page.close();
  });
});

describe('a page that changes within one visit', () => {
  it.each([
    ['a date', 4, '2023-12-24'],
    ['a PBX', 2, 'Branch'],
    ['a contract type', 3, 'HWaaS'],
    ['a model', 0, 'WP490'],
  ])('is reported as it stands when it is asked for, not as it stood: %s', async (name, column, value) => {
    const page = await openDrawn(session, `changes ${name}`, `${TITLE}${table(devices(40))}`);
    await waitForText(page, /can be converted|cannot tell/);
    expect(await recordsOf(page)).toEqual(devices(40));
    await page.evaluate(
      (c, text) => {
        const cell = document.querySelectorAll('tbody tr')[8]?.children[c];
        for (const node of cell?.childNodes ?? []) if (node instanceof Text) node.data = text;
      },
      column,
      value,
    );
    const now = devices(40).map((row, i) => row.map((text, c) => (i === 8 && c === column ? value : text)));
    expect(await recordsOf(page)).toEqual(now);
    await page.close();
  });

  it('is reported anew where all of it was replaced', async () => {
    const page = await openDrawn(session, 'replaced', `${TITLE}<div id=list>${table(devices(40))}</div>`);
    await waitForText(page, /can be converted|cannot tell/);
    await page.evaluate(
      (html) => {
        const list = document.getElementById('list');
        if (list !== null) list.innerHTML = html;
      },
      table(devices(60).slice(25)),
    );
    expect(await recordsOf(page)).toEqual(devices(60).slice(25));
    expect((await textsOf(page)).join(' ')).not.toContain('of 40');
    await page.close();
  });
});

describe('a list whose first column follows later than the others', () => {
  it('has no row made of two', async () => {
    const heads = (...texts: string[]) =>
      `<div style="display:flex">${texts.map((text) => `<b style="display:block;width:150px">${text}</b>`).join('')}</div>`;
    const page = await openDrawn(
      session,
      'late column',
      `<h1>Orders</h1><div><div style="display:flex">${heads('Order number')}${heads('Date', 'Reference', 'Status', 'Shipment date')}</div>
      <div id=s style="width:900px;height:400px;overflow:auto"><div id=f style="position:sticky;top:0;height:0;width:150px;z-index:1"></div>
      <div id=m style="height:2440px;position:relative;margin-left:150px"></div></div></div>
      <script>
        const cell = (text) => '<div role=gridcell style="width:150px">' + text + '</div>';
        const row = (i, top, texts) => '<div role=row style="position:absolute;display:flex;height:40px;top:' + top + 'px">' + texts + '</div>';
        const shown = () => Array.from({ length: 12 }, (_, i) => Math.floor(s.scrollTop / 40) + i).filter((i) => i < 60);
        const empty = '<div role=button aria-label="Edit content" style="height:20px"></div>';
        const others = () => { m.innerHTML = shown().map((i) => row(i, 20 + i * 40, ['2026-11-20', i % 6 ? 'PO-' + i : empty, 'Shipped', '2026-12-01'].map(cell).join(''))).join(''); };
        const first = () => { const by = s.scrollTop - (s.scrollTop % 40); f.innerHTML = shown().map((i) => row(i, 20 + i * 40 - by, cell('SO-1' + String(i).padStart(3, '0')))).join(''); };
        const snap = () => { f.style.transform = 'translateY(' + -(s.scrollTop % 40) + 'px)'; };
        others(); first(); s.addEventListener('scroll', () => { others(); snap(); setTimeout(first, 150); });
      </script>`,
    );
    const isRight = ({ number, reference }: { number?: string | null; reference?: string | null }) => {
      const i = Number(number?.slice(-3));
      return number != null && (reference ?? null) === (i % 6 === 0 ? null : `PO-${i}`);
    };
    await waitFor(
      async () => {
        const { records = [], grids } = await pageReport(session, page);
        const orders = records as OrderReport[];
        expect(orders.filter((order) => !isRight(order))).toEqual([]);
        return grids[0]?.complete === true && orders.length === 60;
      },
      { message: async () => `all orders ${JSON.stringify((await pageReport(session, page)).grids)}`, timeout: 30_000 },
    );
    const kept = (await stored<{ number: string; reference?: string }>(session, 'orders')).filter(({ number }) =>
      number.startsWith('SO-1'),
    );
    expect(kept.filter((order) => !isRight(order))).toEqual([]);
    await page.close();
  }, 60_000);
});

describe('a page that fades out while the next one fades in', () => {
  it('is not read with it', async () => {
    const page = await openDrawn(
      session,
      'fades',
      `<style>section{position:absolute;left:20px;width:900px;min-height:300px}@keyframes in{from{opacity:0}}@keyframes out{to{opacity:0}}</style>
      <main style="position:relative;height:700px"><section id=before style="top:0"><h1>PBXes – Fading AG</h1><p>Loading the list of PBXes</p></section></main>`,
    );
    await waitFor(async () => (await pageReport(session, page)).customer === 'Fading AG', {
      message: 'the first page',
    });
    const services = [
      ['Fax', '1 year', '2027-05-11'],
      ['Archive', '5 years', '2029-01-01'],
    ];
    await page.evaluate(
      (html) => {
        const before = document.getElementById('before') as HTMLElement;
        before.style.animation = 'out 1200ms forwards';
        setTimeout(() => before.remove(), 1200);
        before.insertAdjacentHTML('afterend', `<section style="top:100px;animation:in 1200ms">${html}</section>`);
      },
      `<h1>Services</h1><table><thead><tr>${cells('<th>', 'Name', 'Subscription length', 'Expires')}</tr></thead><tbody>${services.map((row) => `<tr>${cells('<td>', ...row)}</tr>`).join('')}</tbody></table>`,
    );
    await waitFor(() => page.evaluate(() => document.querySelectorAll('section').length === 1), {
      message: 'the fade',
    });
    await waitFor(async () => (await pageReport(session, page)).customer === null, { message: 'the next page' });
    const kept = await stored<{ customer: { name: string } }>(session, 'pbxes');
    expect(kept.filter(({ customer }) => customer.name === 'Fading AG')).toEqual([]);
    await page.close();
  });
});
