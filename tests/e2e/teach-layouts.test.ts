import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { serve } from './flows/polish-page.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';
import { fillPanel, next, pointAt, startTeaching } from './flows/teaching.ts';

/** Finnish Devices pages, laid out in other ways; whose page it is stands in another way on each. */
const DEVICES = Array.from({ length: 6 }, (_, i) => ({
  serial: `9CF1A00${2000 + i}`,
  model: ['WP480', 'Vision', 'W-AIR Base'][i % 3] ?? '',
  pbx: 'Päätoimisto',
  contract: i % 4 === 3 ? 'HWaaS' : 'CAPEX',
}));
const HEADERS = ['Sarjanumero', 'Malli', 'Vaihde', 'Sopimus'];
const values = (d: (typeof DEVICES)[number]): string[] => [d.serial, d.model, d.pbx, d.contract];
const BUTTONS = '<p><button>Tilaa</button> <button>Muunna HWaaS</button></p>';
const wrap = (tag: string, texts: readonly string[], style = ''): string =>
  texts.map((text) => `<${tag} style="${style}">${text}</${tag}>`).join('');

interface Layout {
  body: string;
  /** Where the title is pointed at, and what each of its parts is. */
  title: string;
  parts: readonly (readonly [label: string, means: string])[];
}
const LAYOUTS: Record<string, Layout> = {
  'a table beside a menu, below a path': {
    body: `<div style="display:flex"><ul style="width:160px"><li>Asiakkaat</li><li>Tilaukset</li><li>Hinnasto</li></ul><div style="flex:1">
      <div><span>Asiakkaat</span> <span>›</span> <span>Acme Oy</span> <span>›</span> <span>Laitteet</span></div>${BUTTONS}
      <table><thead><tr>${wrap('th', ['', ...HEADERS], 'padding:6px 20px')}</tr></thead><tbody>
      ${DEVICES.map((d) => `<tr><td><input type=checkbox></td>${wrap('td', values(d), 'padding:6px 20px')}</tr>`).join('')}</tbody></table></div></div>`,
    title: 'Laitteet',
    parts: [
      ['Asiakkaat', 'always there'],
      ['Acme Oy', 'a name (not kept)'],
      ['Laitteet', 'names this page'],
    ],
  },
  'one CSS grid without rows, below a title with a dash': {
    body: `<h2>Laitteet – Acme Oy</h2>${BUTTONS}<div style="display:grid;grid-template-columns:repeat(4,180px);gap:8px">
      ${wrap('span', HEADERS)}${DEVICES.map((d) => wrap('span', values(d))).join('')}</div>`,
    title: 'Laitteet',
    parts: [
      ['Laitteet', 'names this page'],
      ['Acme Oy', 'a name (not kept)'],
    ],
  },
  'header and body in containers of their own, below two headings': {
    body: `<h1>Acme Oy</h1><h2>Laitteet</h2>${BUTTONS}<div><div style="display:flex;background:#eee">${wrap('div', HEADERS, 'width:180px')}</div>
      <div style="height:150px;overflow:auto">${DEVICES.map((d) => `<div style="display:flex;height:32px">${wrap('div', values(d), 'width:180px')}</div>`).join('')}</div></div>`,
    title: 'Laitteet',
    parts: [['Laitteet', 'names this page']],
  },
  'an ARIA grid of div rows, below a title with a slash': {
    body: `<h1>Laitteet / Acme Oy</h1>${BUTTONS}<div role=grid><div role=row style="display:flex">${wrap('div role=columnheader', HEADERS, 'width:180px').replaceAll('</div role=columnheader>', '</div>')}</div>
      ${DEVICES.map((d) => `<div role=row style="display:flex;height:30px">${wrap('div role=gridcell', values(d), 'width:180px').replaceAll('</div role=gridcell>', '</div>')}</div>`).join('')}</div>`,
    title: 'Laitteet',
    parts: [
      ['Laitteet', 'names this page'],
      ['Acme Oy', 'a name (not kept)'],
    ],
  },
};

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

async function choose(page: Page, label: string, value: string): Promise<void> {
  const select = await waitFor(() => page.$(`aria/${label}[role="combobox"]`), { message: label });
  await select.focus();
  await page.keyboard.type(value);
}

describe('taught on', () => {
  it.each(Object.entries(LAYOUTS))(
    '%s: every record is read, and whose it is',
    async (name, { body, title, parts }) => {
      const page = await session.browser.newPage();
      await serve(page, `https://my.wildix.com/#!${encodeURIComponent(name)}`, body);
      await waitForText(page, /^This page is not one the Companion knows/);
      await startTeaching(session, page);
      await pointAt(page, 'Point at it', title);
      for (const [i, [label, means]] of parts.entries()) {
        await waitFor(() => page.$(`aria/Part ${i + 1} of the title[role="textbox"]`), { message: `part ${i + 1}` });
        if (parts.length > 1) await choose(page, `What part ${i + 1} of the title is`, means);
        expect(
          await page.$eval(
            `aria/Part ${i + 1} of the title[role="textbox"]`,
            (e) => (e as unknown as HTMLInputElement).value,
          ),
        ).toBe(label);
      }
      await waitFor(async () => !(await textsOf(page)).includes('not read yet'), {
        message: 'the customer in the panel',
      });
      await next(page);
      await pointAt(page, 'Point at it', DEVICES[1]?.serial ?? '');
      await waitForText(page, 'The list is chosen.');
      await next(page);
      for (const [column, text] of [
        ['Serial number', 'Sarjanumero'],
        ['Contract type', 'CAPEX'],
        ['PBX', 'Vaihde'],
        ['Model', DEVICES[2]?.model ?? ''],
      ] as const)
        await pointAt(page, `Point at it: ${column}`, text);
      await next(page);
      await pointAt(page, 'Point at it: Convert to HWaaS', 'Muunna HWaaS');
      await next(page);
      await waitForText(page, 'This is how the page would be read: 6 rows on show.');
      await clickAria(page, 'Save', 'button');
      await waitForText(page, /^Saved\./);
      await clickAria(page, 'Close', 'button');
      await waitFor(async () => (await pageReport(session, page)).page === 'devices', { message: 'the page' });
      const report = await pageReport(session, page);
      expect(report).toMatchObject({ customer: 'Acme Oy', level: 'customer', pbx: null });
      expect(
        deviceRecords(report).map(({ serial, model, pbx, contract }) => ({ serial, model, pbx, contract })),
      ).toEqual(DEVICES.map((device) => ({ ...device, contract: device.contract.toLowerCase() })));
      await page.close();
    },
  );

  it('a page with two columns that could be the serial number: the one that was pointed at counts', async () => {
    const page = await session.browser.newPage();
    const rows = DEVICES.map((d) => `<tr>${wrap('td', [d.serial, `A${d.serial}`, d.model, d.pbx, d.contract])}</tr>`);
    await serve(
      page,
      'https://my.wildix.com/#!two-serials',
      `<h1>Devices of Acme Oy</h1><button>Convert to HWaaS</button>
      <table><tr>${wrap('th', ['Serial number', 'S/N', 'Model', 'PBX', 'Type'])}</tr>${rows.join('')}</table>`,
    );
    await waitFor(async () => (await pageReport(session, page)).grids[0]?.columns['serial']?.state === 'ambiguous', {
      message: 'the doubt',
    });
    await startTeaching(session, page);
    for (let i = 0; i < 2; i += 1) await next(page);
    await pointAt(page, 'Point at it: Serial number', DEVICES[0]?.serial ?? '');
    await next(page);
    await next(page);
    await fillPanel(page, 'Name of what was taught', 'Two serials');
    await clickAria(page, 'Save', 'button');
    await waitForText(page, /^Saved\./);
    await waitFor(async () => (await pageReport(session, page)).grids[0]?.columns['serial']?.state === 'ok', {
      message: 'the serial number',
    });
    expect(deviceRecords(await pageReport(session, page)).map(({ serial }) => serial)).toEqual(
      DEVICES.map(({ serial }) => serial),
    );
    expect(session.problems([/404/])).toEqual([]);
    await page.close();
  });
});
