import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, waitFor } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

/** Devices pages as other web applications lay them out; none of them is the stand-in's. */
const DEVICES = Array.from({ length: 8 }, (_, i) => ({
  model: ['WP480', 'Vision', 'W-AIR Base'][i % 3] ?? '',
  serial: `9CF1A00${1000 + i}`,
  mac: `9C:75:14:00:00:${16 + i}`,
  pbx: 'Main office',
  type: i % 4 === 3 ? 'HWaaS' : 'CAPEX',
  purchased: `2024-03-${10 + i}`,
}));
type Device = (typeof DEVICES)[number];

const BUTTONS = '<p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p>';
const each = (draw: (device: Device, index: number) => string): string => DEVICES.map(draw).join('');
const cell = (text: string): string => `<div style="flex:1">${text}</div>`;

const HEADS = ['Model', 'Serial number', 'MAC', 'PBX', 'Contract type'];
const slotted = (texts: readonly string[], role: string): string =>
  `<x-row role=row style="display:grid;grid-template-columns:repeat(5,150px)"><template shadowrootmode=open>${texts.map((_, i) => `<slot name="c${i}"></slot>`).join('')}</template>${texts.map((text, i) => `<x-cell role=${role} slot="c${i}"><template shadowrootmode=open><slot></slot></template>${text}</x-cell>`).join('')}</x-row>`;

const LAYOUTS: Record<string, { body: string; lang?: string; level?: string }> = {
  'one CSS grid for all cells, without rows or roles': {
    body: `<div style="font-size:22px">Devices of Acme GmbH</div>${BUTTONS}
      <div style="display:grid;grid-template-columns:30px repeat(6,1fr);gap:4px">
      ${cells('<span>', '', 'Model', 'Serial number ▲', 'MAC', 'PBX', 'Contract type', 'Purchased')}
      ${each((d) => cells('<span>', '<i style="display:inline-block;width:12px;height:12px;border:1px solid"></i>', d.model, d.serial, d.mac, d.pbx, d.type, d.purchased))}</div>`,
  },
  'a table below two headings, with pills and code in its cells': {
    body: `<h1>Acme GmbH</h1><h2>Devices</h2>${BUTTONS}<table><thead><tr>${cells('<th>', '<input type=checkbox>', 'S/N', 'Device', 'PBX name', 'Type')}</tr></thead>
      <tbody>${each((d) => `<tr>${cells('<td>', '<input type=checkbox>', `<code>${d.serial}</code>`, d.model, d.pbx, `<span>${d.type}</span>`)}</tr>`)}</tbody></table>`,
  },
  'an ARIA grid whose header sticks in its scroller, below a breadcrumb': {
    body: `<nav aria-label=breadcrumb><ol><li><a href=#>Customers</a></li><li><a href=#>Acme GmbH</a></li><li>Devices</li></ol></nav>${BUTTONS}
      <div role=grid style="height:200px;overflow:auto"><div role=row style="display:flex;position:sticky;top:0;background:#fff">
      ${['', 'Serial number', 'Model', 'MAC address', 'PBX', 'Type'].map((h) => `<div role=columnheader style="width:150px"><div>${h}<svg width=8 height=8></svg></div></div>`).join('')}</div>
      ${each((d) => `<div role=row aria-selected=false style="display:flex;height:40px">${['<input type=checkbox>', d.serial, d.model, d.mac, d.pbx, d.type].map((c) => `<div role=gridcell style="width:150px"><div>${c}</div></div>`).join('')}</div>`)}</div>`,
  },
  'German, header and body in separate containers, flex rows': {
    lang: 'de',
    body: `<div><a href=#>Kunden</a> / <a href=#>Acme GmbH</a> / <span>Geräte</span></div><p><button>HWaaS bestellen</button><button>In HWaaS umwandeln</button></p>
      <div style="display:flex">${['Seriennummer', 'Modell', 'Telefonanlage', 'Vertragsart', 'Gekauft am'].map(cell).join('')}</div>
      <div style="height:160px;overflow:auto">${each((d) => `<div style="display:flex;height:30px">${[d.serial, d.model, d.pbx, d.type, d.purchased].map(cell).join('')}</div>`)}</div>`,
  },
  'frozen columns in a table of their own': {
    body: `<h1>Devices – Acme GmbH</h1>${BUTTONS}<div style="display:flex">
      <table><tr style="height:30px">${cells('<th>', 'Serial', 'Model')}</tr>${each((d) => `<tr style="height:30px">${cells('<td>', d.serial, d.model)}</tr>`)}</table>
      <table><tr style="height:30px">${cells('<th>', 'PBX', 'Type', 'Purchased')}</tr>${each((d) => `<tr style="height:30px">${cells('<td>', d.pbx, d.type, d.purchased)}</tr>`)}</table></div>`,
  },
  'a table without header cells, at PBX level': {
    level: 'pbx',
    body: `<h1>Acme GmbH / Main office / Devices</h1>${BUTTONS}<button>Cancel HWaaS</button>
      <table><tr>${cells('<td>', '<b>Model</b>', '<b>Serial no.</b>', '<b>Type</b>')}</tr>${each((d) => `<tr>${cells('<td>', d.model, d.serial, d.type)}</tr>`)}</table>`,
  },
  'columns in containers of their own, without anything around a row': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<div style="display:flex">${HEADS.map((head) => `<div style="width:160px">${head}</div>`).join('')}</div>
      <div style="display:flex">${HEADS.map((_, i) => `<div style="width:160px">${each((d) => `<div style="height:30px">${[d.model, d.serial, d.mac, d.pbx, d.type][i]}</div>`)}</div>`).join('')}</div>`,
  },
  'a row that only measures the columns, and one that only keeps place': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<table style="table-layout:fixed;width:800px"><thead><tr>${cells('<th>', ...HEADS)}</tr></thead></table>
      <div style="height:180px;overflow:auto"><table style="table-layout:fixed;width:800px"><tbody>
      <tr style="height:0" aria-hidden=true>${HEADS.map((head) => `<td style="padding:0;border:0;height:0"><div style="height:0;overflow:hidden">${head}</div></td>`).join('')}</tr>
      ${each((d) => `<tr>${cells('<td>', d.model, d.serial, d.mac, d.pbx, d.type)}</tr>`)}<tr style="height:40px">${cells('<td>', '', '', '', '', '')}</tr></tbody></table></div>`,
  },
  'pictures written in letters beside headers and values': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<table><thead><tr>${HEADS.map((head) => `<th>${head}<i aria-hidden=true>arrow_upward</i></th>`).join('')}</tr></thead>
      <tbody>${each((d) => `<tr>${cells('<td>', d.model, `${d.serial} <i style="font-family:'Material Icons'">content_copy</i>`, d.mac, d.pbx, d.type)}</tr>`)}</tbody></table>`,
  },
  'rows in a box that calls itself a row': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<div role=grid><div role=row style="display:flex">${HEADS.map((head) => `<div role=columnheader style="width:160px">${head}</div>`).join('')}</div>
      <div role=rowgroup><div role=row>${each((d) => `<div role=row style="display:flex">${[d.model, d.serial, d.mac, d.pbx, d.type].map((text) => `<div role=gridcell style="width:160px">${text}</div>`).join('')}</div>`)}</div></div></div>`,
  },
  'columns in containers of their own, a sign to copy it beside each value': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<div style="display:flex">${HEADS.map((head) => `<div style="width:180px">${head}</div>`).join('')}</div>
      <div style="display:flex">${HEADS.map((_, i) => `<div style="width:180px">${each((d) => `<div style="height:30px"><span>${[d.model, d.serial, d.mac, d.pbx, d.type][i]}</span><button title=Copy>⧉</button></div>`)}</div>`).join('')}</div>`,
  },
  'custom elements whose cells stand in slots without a box': {
    body: `<h1>Devices of Acme GmbH</h1>${BUTTONS}<x-list role=grid>${slotted(HEADS, 'columnheader')}${each((d) => slotted([d.model, d.serial, d.mac, d.pbx, d.type], 'gridcell'))}</x-list>`,
  },
};

/** Rows without a box of their own, in one grid for all cells. */
const FIVE = 'display:grid;grid-template-columns:repeat(5,150px)';
const boxless = (row: string, cellTag: string, texts: readonly string[]): string =>
  `<${row} style="display:contents">${cells(`<${cellTag}>`, ...texts)}</${row.split(' ')[0]}>`;
const valuesOf = (d: Device): string[] => [d.model, d.serial, d.mac, d.pbx, d.type];
/** Texts put into their places one by one, those from a column on. */
const placed = (texts: readonly string[], top: number, from = 0): string =>
  texts
    .map((text, i) => ({ text, left: 160 * i }))
    .slice(from)
    .map(
      ({ text, left }) =>
        `<div style="position:absolute;top:${top}px;left:${left}px;width:160px;height:30px"><div>${text}</div></div>`,
    )
    .join('');
const TITLE = `<h1>Devices of Acme GmbH</h1>${BUTTONS}`;

Object.assign(LAYOUTS, {
  'ARIA rows without a box': {
    body: `${TITLE}<div role=grid style="${FIVE}">${boxless('div role=row', 'div role=columnheader', HEADS)}${each((d) => boxless('div role=row', 'div role=gridcell', valuesOf(d)))}</div>`,
  },
  'rows without a box or a role': {
    body: `${TITLE}<div style="${FIVE}">${boxless('div', 'div', HEADS)}${each((d) => boxless('div', 'div', valuesOf(d)))}</div>`,
  },
  'a table whose rows have no box': {
    body: `${TITLE}<table style="${FIVE}"><thead style="display:contents">${boxless('tr', 'th', HEADS)}</thead><tbody style="display:contents">${each((d) => boxless('tr', 'td', valuesOf(d)))}</tbody></table>`,
  },
  'rows and cells without a box, in a scroller': {
    body: `${TITLE}<div style="height:120px;overflow:auto"><div role=grid style="${FIVE}">${boxless('div role=row', 'div role=columnheader style="position:sticky;top:0;background:#fff"', HEADS)}${each(
      (d) =>
        boxless(
          'div role=row',
          'div role=gridcell style="display:contents"',
          valuesOf(d).map((text) => `<span style="height:30px">${text}</span>`),
        ),
    )}</div></div>`,
  },
  'a table with a foot': {
    body: `${TITLE}<table><thead><tr>${cells('<th>', ...HEADS)}</tr></thead><tbody>${each((d) => `<tr>${cells('<td>', ...valuesOf(d))}</tr>`)}</tbody><tfoot><tr>${cells('<td>', 'WP480', '9CF1A009999', '9C:75:14:00:00:99', 'Main office', 'CAPEX')}</tr></tfoot></table>`,
  },
  'columns that stay, drawn over the others with their header once more': {
    body: `${TITLE}<div style="position:relative;height:400px;width:800px"><div style="position:absolute;inset:0;overflow:hidden">${placed(HEADS, 0)}<div style="position:relative">${each((d, i) => placed(valuesOf(d), 30 * (i + 1), 2))}</div></div>
      <div style="position:absolute;inset:0;width:320px;overflow:hidden;background:#fff">${placed(HEADS.slice(0, 2), 0)}<div style="position:relative">${each((d, i) => placed(valuesOf(d).slice(0, 2), 30 * (i + 1)))}</div></div></div>`,
  },
  'rows that are shown, and one without a box that is not': {
    body: `${TITLE}<div role=grid style="${FIVE}">${boxless('div role=row', 'div role=columnheader', HEADS)}<div role=row style="display:contents;visibility:hidden">${cells('<div role=gridcell>', 'WP480', '9CF1A009999', '9C:75:14:00:00:99', 'Main office', 'CAPEX')}</div>${each((d) => boxless('div role=row', 'div role=gridcell', valuesOf(d)))}</div>`,
  },
});

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

const open = (name: string, body: string, lang = 'en') => openDrawn(session, name, body, lang);

describe('Devices laid out as', () => {
  it.each(Object.entries(LAYOUTS))(
    '%s: every record is read, and whose it is',
    async (name, { body, lang = 'en', level = 'customer' }) => {
      const page = await open(name, body, lang);
      await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
      const report = await pageReport(session, page);
      expect(report).toMatchObject({ page: 'devices', level, customer: 'Acme GmbH' });
      expect(
        deviceRecords(report).map(({ serial, model, contract, pbx }) => ({ serial, model, contract, pbx })),
      ).toEqual(DEVICES.map(({ serial, model, type, pbx }) => ({ serial, model, contract: type.toLowerCase(), pbx })));
      expect(Object.keys(report.actions)).toContain('convert');
      await page.close();
    },
  );
});

describe('a list without a row that is understood', () => {
  const head = `<thead><tr>${cells('<th style="width:120px">', ...HEADS)}</tr></thead>`;
  const UNREAD: Record<string, string> = {
    'a painted list': `<table>${head}</table><canvas width=640 height=300></canvas>`,
    'devices as texts': `<table>${head}</table><div>${each((d) => `<p style="margin:4px">${d.model}, <b>${d.serial}</b></p>`)}</div>`,
    'a list in a page of its own': `<table>${head}</table><iframe width=640 height=300 srcdoc="9CF1A001000"></iframe>`,
  };
  const EMPTY: Record<string, string> = {
    'nothing below the header': `<table>${head}<tbody></tbody></table>`,
    'no data, across the columns': `<table>${head}<tbody><tr><td colspan=5>No data</td></tr></tbody></table>`,
    'no data, in German': `<table>${head}<tbody><tr><td colspan=5>Es wurden keine Geräte gefunden.</td></tr></tbody></table>`,
    'no data, in Italian': `<table>${head}<tbody><tr><td colspan=5>Nessun dispositivo trovato</td></tr></tbody></table>`,
    'no data, below it': `<table>${head}<tbody></tbody></table><p>No devices found</p>`,
    'a pager below it': `<table>${head}<tbody></tbody></table><p>0 of 0 <button disabled>‹</button><span>1</span><button disabled>›</button></p>`,
  };
  const read = async (name: string, body: string) => {
    const page = await open(name, TITLE + body);
    await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
    const report = await pageReport(session, page);
    await page.close();
    const [grid] = report.grids;
    const doubt = grid?.problems.includes('rows-not-understood');
    return { page: report.page, rowsSeen: grid?.rowsSeen, complete: grid?.complete, doubt };
  };

  it.each(Object.entries(UNREAD))('is in doubt: %s', async (name, body) => {
    const { rowsSeen, complete, doubt } = await read(name, body);
    expect({ rowsSeen, complete, doubt }).toEqual({ rowsSeen: 0, complete: false, doubt: true });
  });

  it.each(Object.entries(EMPTY))('is empty: %s', async (name, body) => {
    expect(await read(name, body)).toEqual({ page: 'devices', rowsSeen: 0, complete: true, doubt: false });
  });
});
