import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceReport, PageReport } from '../../src/core/page-report.ts';
import { launch, type Session, waitFor } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { deviceRecords, pageReport } from './flows/portal.ts';

/** Devices pages in which a value may easily be taken for another device's: of two PBXes, five devices and three. */
const DEVICES = Array.from({ length: 8 }, (_, i) => ({
  model: ['WP480', 'Vision', 'W-AIR Base'][i % 3] ?? '',
  serial: `9CF1A00${1000 + i}`,
  mac: `9C:75:14:00:00:${16 + i}`,
  pbx: i < 5 ? 'Main office' : 'Warehouse',
  type: i % 4 === 3 ? 'HWaaS' : 'CAPEX',
}));
type Device = (typeof DEVICES)[number];

const HEADS = ['Model', 'Serial number', 'MAC', 'PBX', 'Contract type'];
const TITLE =
  '<h1>Devices of Acme GmbH</h1><p><button>Order HWaaS</button> <button>Convert to HWaaS</button> <button>Replace HWaaS</button></p>';
const [MAIN, WAREHOUSE] = [DEVICES.slice(0, 5), DEVICES.slice(5)];
const each = (draw: (device: Device, index: number) => string, devices = DEVICES): string => devices.map(draw).join('');
const valuesOf = (d: Device): string[] => [d.model, d.serial, d.mac, d.pbx, d.type];
const head = `<tr>${cells('<th>', ...HEADS)}</tr>`;
const row = (d: Device): string => `<tr>${cells('<td>', ...valuesOf(d))}</tr>`;
const table = (body: string, heads = HEADS): string =>
  `${TITLE}<table border=1><thead><tr>${cells('<th>', ...heads)}</tr></thead><tbody>${body}</tbody></table>`;
const wide = (text: string): string => `<div style="width:160px">${text}</div>`;
const flex = (texts: readonly string[]): string => `<div style="display:flex">${texts.map(wide).join('')}</div>`;
const perColumn = (cell: (d: Device, column: number, index: number) => string): string =>
  `${TITLE}<div style="display:flex">${HEADS.map((name, column) => wide(`<b style="display:block">${name}</b>${each((d, i) => cell(d, column, i))}`)).join('')}</div>`;
const labelled = (d: Device): string => HEADS.map((name, i) => `<dt>${name}</dt><dd>${valuesOf(d)[i]}</dd>`).join('');
const across = (d: Device): string =>
  `<dl style="border:1px solid;display:flex;gap:10px">${HEADS.map((name, i) => `<div style="width:150px"><dt>${name}</dt><dd style="margin:0">${valuesOf(d)[i]}</dd></div>`).join('')}</dl>`;
/** A table as it is drawn in a narrow window: its header out of sight, and before each value what the style sheet puts there. */
const stacked = (hidden: string, name: (head: string) => string): string =>
  `${TITLE}<style>table,tbody,tr,td{display:block}thead{position:absolute;${hidden}}tr{border:1px solid;max-width:420px}td{text-align:right}td::before{content:attr(data-label);float:left}</style><table><thead><tr>${cells('<th>', ...HEADS)}</tr></thead><tbody>${each(
    (d) =>
      `<tr>${valuesOf(d)
        .map((text, i) => `<td data-label="${name(HEADS[i] ?? '')}">${text}</td>`)
        .join('')}</tr>`,
  )}</tbody></table>`;
const perPbx = (draw: (devices: Device[], name: string) => string): string =>
  draw(MAIN, 'Main office') + draw(WAREHOUSE, 'Warehouse');
const AREAS = ['model', 'serial', 'mac', 'pbx', 'type'];
const areas = (order: readonly number[], texts: readonly string[]): string =>
  `<div class=g>${order.map((i) => `<div style="grid-area:${AREAS[i]}">${texts[i]}</div>`).join('')}</div>`;
/** A table that is wider than its place and scrolled aside, whose columns from one on to another stay. */
const scrolledAside = (stays: (column: number) => string, by: number): string => {
  const cell = (tag: string) => (text: string, i: number) =>
    `<${tag} style="width:160px;padding:0;background:#fff;${stays(i)}">${text}</${tag}>`;
  return `${TITLE}<div style="width:520px;overflow:auto" id=s><table style="width:800px;table-layout:fixed;border-collapse:collapse"><thead><tr>${HEADS.map(cell('th')).join('')}</tr></thead>
    <tbody>${each((d) => `<tr>${valuesOf(d).map(cell('td')).join('')}</tr>`)}</tbody></table></div><script>s.scrollLeft=${by}</script>`;
};

/** Names of groups above the columns, one of which is a column's name too; the whole header stays when the page is scrolled. */
const grouped = (order: readonly number[], groups: string): string =>
  `${TITLE}<style>thead th{position:sticky;background:#fff;height:30px;top:0}thead tr+tr th{top:30px}td{height:120px}table{border-collapse:collapse;width:900px;table-layout:fixed}</style><table><thead><tr>${groups}</tr><tr>${order.map((i) => `<th>${HEADS[i]}</th>`).join('')}</tr></thead><tbody>${each((d) => `<tr>${order.map((i) => `<td>${valuesOf(d)[i]}</td>`).join('')}</tr>`)}</tbody></table><script>scrollTo(0,300)</script>`;

/** A layer with the first columns, laid over a list that keeps room for them. */
const layer = (from: number, to: number, hides: number, room: string): string =>
  `<div style="position:absolute;top:0;left:0;width:${room};overflow:hidden;background:${from === 0 ? '#fff' : 'none'}">${[
    HEADS,
    ...DEVICES.map(valuesOf),
  ]
    .map(
      (texts, r) =>
        `<div role=row style="display:flex;height:30px;width:900px">${texts
          .slice(0, to)
          .map((text, i) =>
            i < hides
              ? '<div style="width:170px"></div>'
              : `<div role=${r === 0 ? 'columnheader' : 'gridcell'} style="width:170px"><span>${text}</span></div>`,
          )
          .join('')}</div>`,
    )
    .join('')}</div>`;

const EXACT: Record<string, string> = {
  'names of groups above the columns, one of them of a single column at the end': grouped(
    [3, 1, 4, 2, 0],
    '<th colspan=2>Place</th><th>Contract type</th><th>Devices</th><th>Devices</th>',
  ),
  'a name of a group above columns, in a header that stays': grouped(
    [3, 1, 4, 2, 0],
    '<th>PBX</th><th>Devices</th><th>Contract type</th><th colspan=2>Devices</th>',
  ),
  'a first column in a layer of its own, with room kept for it below': `${TITLE}<div role=grid style="position:relative;height:300px;width:900px">${layer(1, 5, 1, '900px')}${layer(0, 1, 0, '170px')}</div>`,
  'cells in places of a CSS grid, written in another order than they are seen': `${TITLE}<style>.g{display:grid;grid-template-areas:"${AREAS.join(' ')}";grid-template-columns:repeat(5,160px)}</style><div>${areas([4, 0, 2, 1, 3], HEADS)}${each((d) => areas([3, 2, 4, 1, 0], valuesOf(d)))}</div>`,
  'one cell for all devices of a PBX': `${TITLE}<table border=1><tr>${cells('<th>', 'Serial number', 'PBX', 'Model', 'MAC', 'Contract type')}</tr>${each((d, i) => `<tr><td>${d.serial}</td>${i === 0 || i === 5 ? `<td rowspan=${i === 0 ? 5 : 3}>${d.pbx}</td>` : ''}${cells('<td>', d.model, d.mac, d.type)}</tr>`)}</table>`,
  'cells across rows in two columns, so that rows with as many cells lack different ones': `${TITLE}<table border=1><tr>${cells('<th>', 'PBX', 'Serial number', 'MAC', 'Model', 'Contract type')}</tr>${each((d, i) => `<tr>${i === 0 || i === 5 ? `<td rowspan=${i === 0 ? 5 : 3}>${d.pbx}</td>` : ''}${cells('<td>', d.serial, d.mac, d.model)}${i % 4 === 0 ? `<td rowspan=3>${d.type}</td>` : ''}${i % 4 === 3 ? `<td>${d.type}</td>` : ''}</tr>`)}</table>`,
  'details opened between rows, with a list in them': table(
    each(
      (d, i) =>
        `${row(d)}${i % 3 === 1 ? `<tr><td colspan=5>Firmware 6.1<table><tr>${cells('<th>', 'Accessory', 'Serial number')}</tr><tr>${cells('<td>', 'Handset', `ABCD998877${i}`)}</tr></table></td></tr>` : ''}`,
    ),
  ),
  'details opened between rows that are boxes': `${TITLE}<div style="width:800px">${flex(HEADS)}${each((d, i) => `${flex(valuesOf(d))}${i % 3 === 1 ? `<div style="padding:6px 6px 6px 170px"><span>ABCD998877${i}</span> <i>is its handset</i></div>` : ''}`)}</div>`,
  'the header once more below the rows': `${TITLE}<table border=1><thead>${head}</thead><tbody>${each(row)}</tbody><tfoot>${head}</tfoot></table>`,
  'the header once more in a foot of its own': `${TITLE}<style>table{width:800px;table-layout:fixed}</style><div style="width:800px"><table><thead>${head}</thead></table><div style="height:150px;overflow:auto"><table>${each(row)}</table></div><table><tfoot>${head}</tfoot></table></div>`,
  'the header once more above every three rows': `${TITLE}<table border=1>${each((d, i) => (i % 3 === 0 ? head : '') + row(d))}</table>`,
  'a first column that stays, over the ones scrolled under it': scrolledAside(
    (i) => (i === 0 ? 'position:sticky;left:0' : ''),
    200,
  ),
  'last columns that stay, over the ones that follow the first': scrolledAside(
    (i) => (i > 2 ? `position:sticky;right:${(4 - i) * 160}px` : ''),
    0,
  ),
  'a body that scrolls by itself and is wider than its header': `${TITLE}<table><thead style="display:block"><tr>${cells('<th>', ...HEADS.map((name) => `<div style="width:100px">${name}</div>`))}</tr></thead><tbody style="display:block;height:200px;overflow:auto">${each((d) => `<tr>${cells('<td>', ...valuesOf(d).map((text) => `<div style="width:130px">${text}</div>`))}</tr>`)}</tbody></table>`,
  'words of tooltips and for screen readers that say something else': `<style>.tip{display:none}.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}.op{opacity:0;position:absolute}</style>${table(each((d) => `<tr><td title="Other">${d.model}<span class=tip>Old model</span></td><td aria-label="9CF1A777777" title="9CF1A888888">${d.serial}<span class=sr>9CF1A555555</span></td><td>${d.mac}<span class=op>9C:75:14:FF:FF:FF</span></td><td><span title="Other PBX">${d.pbx}</span></td><td aria-label="Rental"><span title="Rental">${d.type}</span><span class=tip>Rental</span></td></tr>`))}`,
  'serial numbers that only the style cuts off': table(
    each(
      (d) =>
        `<tr>${cells('<td>', d.model, `<div style="width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${d.serial}</div>`, d.mac, d.pbx, d.type)}</tr>`,
    ),
  ),
  'lines broken in headers and cells': table(
    each(
      (d) =>
        `<tr>${cells('<td>', d.model.replace(' ', '<br>'), d.serial, d.mac, d.pbx.replace(' ', '<br>'), d.type)}</tr>`,
    ),
    ['Model', 'Serial<br>number', 'MAC<br>address', 'PBX', 'Contract<br>type'],
  ),
  'names of columns in the cell of their group, each put in its place by a box without a size': `${TITLE}<style>[role=row]{position:relative;width:800px}[role=row]>*,.in>*{position:absolute}.in>*>*{width:160px;height:30px}</style><div role=grid><div role=row style="height:60px">${HEADS.slice(
    0,
    2,
  )
    .map((name, i) => `<div role=columnheader style="left:${i * 160}px;width:160px;height:60px">${name}</div>`)
    .join('')}<div role=columnheader class=in style="left:320px;width:480px;height:60px">Devices${HEADS.slice(2)
    .map(
      (name, i) =>
        `<div style="left:0;top:0;width:1px;height:1px"><div role=columnheader style="position:absolute;left:${i * 160}px;top:30px">${name}</div></div>`,
    )
    .join('')}</div></div>${each(
    (d) =>
      `<div role=row style="height:30px">${valuesOf(d)
        .map((text, i) => `<div role=gridcell style="left:${i * 160}px;width:160px">${text}</div>`)
        .join('')}</div>`,
  )}</div>`,
  'a container for each column, whose rows are as high as their words': perColumn(
    (d, column) => `<div>${valuesOf(d)[column]}</div>`,
  ),
  'a button with a word beside each number': table(
    each(
      (d) =>
        `<tr>${cells('<td>', d.model, `${d.serial} <button>Copy</button>`, `<span>${d.mac}</span><button>Copy</button>`, `${d.pbx} <button>Open</button>`, `<div>${d.type}</div><button>Change</button>`)}</tr>`,
    ),
  ),
  'smaller and paler lines below names': table(
    each(
      (d) =>
        `<tr>${cells('<td>', `<div>${d.model}</div><div style="font-size:11px">SKU HW-${d.model}</div>`, d.serial, d.mac, `${d.pbx}<div style="color:#888">PBX-000${d.pbx.length}</div>`, `${d.type} (36 months)`)}</tr>`,
    ),
  ),
  'headers that say what a press on them does, to those who hear the page': table(
    each(row),
    HEADS.map(
      (name) =>
        `${name} <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">Activate to sort this column in ascending order</span>`,
    ),
  ),
  'a table of a narrow window, its header beside the page': stacked('left:-9999px', (name) => name),
  'a table of a narrow window, its header cut to a dot': stacked(
    'width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)',
    (name) => `${name}:`,
  ),
  'serial number and MAC in one cell, the model above its article number': table(
    each(
      (d, i) =>
        `<tr>${cells('<td>', `<div>${d.model}</div><small>SKU-10${i}</small>`, `<div>${d.serial}</div><div>${d.mac}</div>`, d.pbx, d.type)}</tr>`,
    ),
    ['Model', 'Serial number / MAC address', 'PBX', 'Contract type'],
  ),
  'serial number and MAC in one cell of a layout that marks no rows': `${TITLE}<div>${flex(['Model', 'Serial / MAC', 'PBX', 'Contract type'])}${each((d, i) => flex([`<b>${d.model}</b><br>SKU-10${i}`, `<div>${d.serial}</div><div>${d.mac}</div>`, d.pbx, d.type]))}</div>`,
  'serial number and MAC in one cell, and their names one below the other in its header': table(
    each((d) => `<tr>${cells('<td>', d.model, `${d.serial}<br>${d.mac}`, d.pbx, d.type)}</tr>`),
    ['Model', 'Serial number<br>MAC address', 'PBX', 'Contract type'],
  ),
  'the MAC by its name below the serial number': table(
    each((d) => `<tr>${cells('<td>', d.model, `${d.serial}<br>MAC: ${d.mac}`, d.pbx, d.type)}</tr>`),
    ['Model', 'Serial number', 'PBX', 'Contract type'],
  ),
  'two tables side by side, whose rows are as high as their words': `${TITLE}<div style="display:flex;align-items:start"><table><tr>${cells('<th>', 'Serial', 'Model', 'MAC')}</tr>${each((d) => `<tr>${cells('<td>', d.serial, d.model, d.mac)}</tr>`)}</table><table><tr>${cells('<th>', 'PBX', 'Type')}</tr>${each((d) => `<tr>${cells('<td>', d.pbx, d.type)}</tr>`)}</table></div>`,
};

const WITHOUT_PBX = ['Model', 'Serial number', 'MAC', 'Contract type'];
const rowWithoutPbx = (d: Device): string => `<tr>${cells('<td>', d.model, d.serial, d.mac, d.type)}</tr>`;
/** A line of its own above the devices of each PBX. */
const groupedTable = (line: (name: string, devices: readonly Device[]) => string): string =>
  table(
    perPbx((devices, name) => `<tr><td colspan=4>${line(name, devices)}</td></tr>${each(rowWithoutPbx, devices)}`),
    WITHOUT_PBX,
  );
EXACT['a row with the name of each PBX above its devices'] = groupedTable((name) => `<b>PBX: ${name}</b>`);
EXACT['a row with the name of each PBX and how many devices it has'] = groupedTable(
  (name, devices) => `<button>▾</button> PBX: ${name} (${devices.length})`,
);
EXACT['a row with sign, label, name and number apart'] = groupedTable(
  (name, devices) => `<i>expand_more</i> <span>PBX:</span> <b>${name}</b> <span>${devices.length} devices</span>`,
);
EXACT['a box with the name of each PBX and how many items it has'] =
  `${TITLE}<div style="width:800px">${flex(WITHOUT_PBX)}${perPbx((devices, name) => `<div style="padding:4px">PBX: ${name} - ${devices.length} items</div>${each((d) => flex([d.model, d.serial, d.mac, d.type]), devices)}`)}</div>`;
EXACT['a line for each PBX and in it one for each type of contract'] = table(
  perPbx((devices, name) => {
    const of = (type: string) => {
      const some = devices.filter((d) => d.type === type);
      return `<tr><td colspan=3 style="padding-left:30px">Contract type: ${type} (${some.length})</td></tr>${each((d) => `<tr>${cells('<td>', d.model, d.serial, d.mac)}</tr>`, some)}`;
    };
    return `<tr><td colspan=3>PBX: ${name} (${devices.length})</td></tr>${of('CAPEX')}${of('HWaaS')}`;
  }),
  ['Model', 'Serial number', 'MAC'],
);

/** Why nothing is read, as the page check says it: of a list, or that no list was found, or several. */
const NOTHING: Record<string, { body: string; because: 'no list' | 'several lists' | 'rows-not-understood' }> = {
  'a list of names and values for each device': {
    body: TITLE + each((d) => `<dl style="display:grid;grid-template-columns:150px 250px">${labelled(d)}</dl>`),
    because: 'no list',
  },
  'a card for each device, side by side': {
    body: `${TITLE}<div style="display:grid;grid-template-columns:repeat(4,1fr)">${each((d) => `<dl>${labelled(d)}</dl>`)}</div>`,
    because: 'no list',
  },
  'a card for each device, names above values': { body: TITLE + each(across), because: 'several lists' },
  'a table whose columns are devices': {
    body: `${TITLE}<table border=1>${HEADS.map((name, i) => `<tr><th>${name}</th>${each((d) => `<td>${valuesOf(d)[i]}</td>`)}</tr>`).join('')}</table>`,
    because: 'no list',
  },
  'a list in a page of its own, inside this one': {
    body: `${TITLE}<iframe width=900 height=400 srcdoc='<table border=1>${head}${each(row)}</table>'></iframe>`,
    because: 'no list',
  },
  'a list for each PBX, side by side': {
    body: `${TITLE}<div style="display:flex;gap:30px">${perPbx((devices, name) => `<div><h3>${name}</h3><table border=1><tr>${cells('<th>', 'Model', 'Serial', 'Type')}</tr>${each((d) => `<tr>${cells('<td>', d.model, d.serial, d.type)}</tr>`, devices)}</table></div>`)}</div>`,
    because: 'several lists',
  },
  'a list for each PBX, one below the other': {
    body:
      TITLE +
      perPbx((devices, name) => `<h3>${name}</h3><table border=1 width=700>${head}${each(row, devices)}</table>`),
    because: 'several lists',
  },
  'the header below the rows, in a table': {
    body: `${TITLE}<table border=1><tbody>${each(row)}</tbody><tfoot>${head}</tfoot></table>`,
    because: 'rows-not-understood',
  },
  'the header below the rows, in boxes': {
    body: `${TITLE}<div>${each((d) => flex(valuesOf(d)))}${flex(HEADS)}</div>`,
    because: 'rows-not-understood',
  },
  'a container for each column, in one of which an empty cell has no height': {
    body: perColumn((d, column, i) => `<div>${column === 4 && i === 2 ? '' : valuesOf(d)[column]}</div>`),
    because: 'rows-not-understood',
  },
  'a container for each column, in one of which a cell is higher': {
    body: perColumn(
      (d, column, i) => `<div style="height:${column === 0 && i === 2 ? 56 : 30}px">${valuesOf(d)[column]}</div>`,
    ),
    because: 'rows-not-understood',
  },
  'two tables side by side, in one of which a row is higher': {
    body: `${TITLE}<div style="display:flex;align-items:start"><table><tr>${cells('<th>', 'Serial', 'Model')}</tr>${each((d, i) => `<tr style="height:${i === 2 ? 56 : 28}px">${cells('<td>', d.serial, d.model)}</tr>`)}</table><table><tr>${cells('<th>', 'PBX', 'Type')}</tr>${each((d) => `<tr style="height:28px">${cells('<td>', d.pbx, d.type)}</tr>`)}</table></div>`,
    because: 'rows-not-understood',
  },
  'a table of a narrow window, without a name before its values': {
    body: stacked('left:-9999px', () => ''),
    because: 'rows-not-understood',
  },
  'a header that was not scrolled along with its rows': {
    body: `${TITLE}<style>table{width:750px;table-layout:fixed}</style><div style="width:500px;overflow:hidden"><table>${head}</table></div><div id=s style="width:500px;overflow:auto"><table>${each(row)}</table></div><script>s.scrollLeft=75</script>`,
    because: 'rows-not-understood',
  },
};

type Fact = 'serial' | 'mac' | 'model' | 'pbx' | 'contract';
/** Some facts are not there to be read: those are not given, and the others are right. */
const IN_PART: Record<string, { body: string; without: readonly Fact[] }> = {
  'cells that hold nothing but the name of their column, out of sight': {
    body: table(
      each(
        (d) => `<tr>${cells('<td>', d.model, d.serial, d.mac, '<span style="display:none">PBX</span>', d.type)}</tr>`,
      ),
    ),
    without: ['pbx'],
  },
  'a row below the devices of each PBX, with its name': {
    body: table(
      perPbx((devices, name) => `${each(rowWithoutPbx, devices)}<tr><td colspan=4><b>PBX: ${name}</b></td></tr>`),
      WITHOUT_PBX,
    ),
    without: ['pbx'],
  },
  'a row above and a row below the devices of each PBX': {
    body: table(
      perPbx(
        (devices, name) =>
          `<tr><td colspan=4><b>PBX: ${name}</b></td></tr>${each(rowWithoutPbx, devices)}<tr><td colspan=4>PBX: ${name}</td></tr>`,
      ),
      WITHOUT_PBX,
    ),
    without: ['pbx'],
  },
  'names of PBXes whose number may be one of devices': {
    body: groupedTable((name, devices) => `PBX: ${name.split(' ')[0]} ${devices.length}`),
    without: ['pbx'],
  },
  'numbers of devices that do not fit': {
    body: groupedTable((name, devices) => `PBX: ${name} (${devices.length + 1})`),
    without: ['pbx'],
  },
  'serial numbers that WMP cut off': {
    body: table(each((d) => `<tr>${cells('<td>', d.model, `${d.serial.slice(0, 7)}…`, d.mac, d.pbx, d.type)}</tr>`)),
    without: ['serial'],
  },
  'names of PBXes and models that WMP cut off': {
    body: table(
      each(
        (d) =>
          `<tr>${cells('<td>', `${d.model.slice(0, 2)}...`, d.serial, d.mac, `${d.pbx.slice(0, 4)}…`, d.type)}</tr>`,
      ),
    ),
    without: ['pbx', 'model'],
  },
  'columns that stay, in boxes scrolled aside': {
    body: `${TITLE}<div style="width:480px;overflow:auto"><div style="width:800px">${[HEADS, ...DEVICES.map(valuesOf)].map((texts) => `<div style="display:flex">${texts.map((text, i) => `<div style="width:160px;flex:none;${i === 4 ? 'position:sticky;right:0;background:#fff' : ''}">${text}</div>`).join('')}</div>`).join('')}</div></div>`,
    without: ['contract'],
  },
  'a serial number of something else below each, and the MAC': {
    body: table(
      each(
        (d) =>
          `<tr>${cells('<td>', d.model, `<div>${d.serial}</div><div>9CF1B${d.serial.slice(5)}</div><div>${d.mac}</div>`, d.pbx, d.type)}</tr>`,
      ),
      ['Model', 'Serial number / MAC', 'PBX', 'Contract type'],
    ),
    without: ['serial'],
  },
  'two serial numbers in one cell': {
    body: table(
      each(
        (d) => `<tr>${cells('<td>', d.model, `${d.serial}<br>9CF1B${d.serial.slice(5)}`, d.mac, d.pbx, d.type)}</tr>`,
      ),
    ),
    without: ['serial'],
  },
};

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

/** What the page check says, once it says the same of a page to which our own marks were added. */
async function reportOf(name: string, body: string): Promise<PageReport> {
  const page = await openDrawn(session, name, body);
  await waitFor(() => page.$('wmp-companion[data-part="convert-bar"]'), { message: 'the bar' });
  let before = '';
  const report = await waitFor(
    async () => {
      const read = await pageReport(session, page);
      const marked = await page.$$eval('wmp-companion[data-part="badge"]', ({ length }) => length);
      const now = JSON.stringify([read.grids, read.records]);
      if (now === before && marked >= deviceRecords(read).length) return read;
      before = now;
      return null;
    },
    { message: `a settled report of ${name}` },
  );
  await page.close();
  return report;
}

const factsOf = ({ serial, mac, model, pbx, contract }: Pick<DeviceReport, Fact>) => ({
  serial,
  mac,
  model,
  pbx,
  contract,
});
const TRUE_FACTS = DEVICES.map((d) => ({ ...d, contract: d.type.toLowerCase() as DeviceReport['contract'] })).map(
  factsOf,
);

describe('Devices drawn as nobody would expect', () => {
  it.each(Object.entries(EXACT))('%s: every record is right, marked or not', async (name, body) => {
    const report = await reportOf(name, body);
    const inOrder = deviceRecords(report).toSorted((a, b) => (a.key < b.key ? -1 : 1));
    expect(inOrder.map(factsOf)).toEqual(TRUE_FACTS);
    expect(report.grids.map(({ complete }) => complete)).toEqual([true]);
  });

  it.each(Object.entries(NOTHING))('%s: nothing is read, and it is said why', async (name, { body, because }) => {
    const report = await reportOf(name, body);
    expect(report).toMatchObject({ page: 'devices', records: [] });
    const problems = report.grids.flatMap((grid) => grid.problems);
    const said =
      report.grids.length === 0
        ? 'no list'
        : report.grids.length > 1
          ? 'several lists'
          : problems.find((problem) => problem === because);
    expect(said).toBe(because);
    expect(report.grids.some(({ complete }) => complete)).toBe(false);
  });

  it.each(Object.entries(IN_PART))('%s: what cannot be read is not given', async (name, { body, without }) => {
    const report = await reportOf(name, body);
    const missing = Object.fromEntries(without.map((fact) => [fact, fact === 'contract' ? 'unknown' : null]));
    expect(deviceRecords(report).map(factsOf)).toEqual(TRUE_FACTS.map((facts) => ({ ...facts, ...missing })));
  });
});
