import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

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
