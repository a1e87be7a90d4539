import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, type Session, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { rememberDrawnPbx } from './flows/drawn-pbx.ts';

/** Rows as high as their header, scrolled by whole rows: one of them stands exactly under the header that stays. */
const SERIALS = Array.from({ length: 20 }, (_, i) => `9CF1A00${1000 + i}`);
const UNDER_HEADER = 6;
const [BOX, STAYS] = ['<input type=checkbox>', 'position:sticky;top:0;background:#fff'];
const HEADS = ['Serial number', 'Model', 'PBX', 'Contract type'];
const ROWS = SERIALS.map((serial, i) => [
  i === UNDER_HEADER ? '<input type=checkbox checked>' : BOX,
  serial,
  'Vision',
  'Main office',
  'CAPEX',
]);
const box = (text: string): string => `<div style="width:150px;height:30px">${text}</div>`;
const flex = (texts: readonly string[], style = ''): string =>
  `<div style="display:flex;height:30px;${style}">${texts.map(box).join('')}</div>`;

const LISTS: Record<string, string> = {
  'of a table': `<style>table{border-collapse:collapse;width:800px}th,td{height:30px;padding:0;text-align:left}th{${STAYS}}</style><table><thead><tr>${cells('<th>', BOX, ...HEADS)}</tr></thead>${ROWS.map((row) => `<tr>${cells('<td>', ...row)}</tr>`).join('')}</table>`,
  'of boxes': flex([BOX, ...HEADS], STAYS) + ROWS.map((row) => flex(row)).join(''),
};

let session: Session;
beforeAll(async () => {
  session = await launch();
  await rememberDrawnPbx(session, 'Acme GmbH', 'Main office');
});
afterAll(() => session?.close());

describe('a row that stands exactly under the header', () => {
  it.each(Object.entries(LISTS))('%s is selected by its own box, not by the header’s', async (name, list) => {
    const page = await openDrawn(
      session,
      name,
      `<h1>Devices of Acme GmbH</h1><p><button>Convert to HWaaS</button></p><div id=list style="width:800px;height:210px;overflow:auto">${list}</div>`,
    );
    await byAria(page, `Convert ${SERIALS.length} eligible devices`, 'button');
    await byAria(page, 'Convert 1 selected device', 'button');
    await page.evaluate(`list.scrollTop = ${(UNDER_HEADER + 1) * 30}`);
    // A change that has everything read anew.
    await page.evaluate("list.querySelectorAll('input')[9].click()");
    await byAria(page, 'Convert 2 selected devices', 'button');
    const boxes = await page.$$eval('#list input', (all) => all.map((each) => (each as HTMLInputElement).checked));
    expect(boxes.flatMap((checked, i) => (checked ? [i] : []))).toEqual([UNDER_HEADER + 1, 9]);
    await page.close();
  });
});

describe('a sum below the rows', () => {
  it('without a box is no row that could be selected besides', async () => {
    const line = (role: string, texts: readonly string[]): string =>
      `<div role=row style="display:flex">${cells(`<div role=${role} style="width:150px;height:30px">`, ...texts)}</div>`;
    const lines = ROWS.slice(0, 4).map((row) => line('cell', row));
    const page = await openDrawn(
      session,
      'a sum',
      `<h1>Devices of Acme GmbH</h1><p><button onclick="question.showModal()">Convert to HWaaS</button></p>
      <dialog id=question><p>Convert 4 devices to HWaaS?</p><button onclick="question.close()">Agree</button><button onclick="question.close()">Cancel</button></dialog>
      <div role=table>${line('columnheader', ['', ...HEADS])}${lines.join('')}${line('cell', ['', 'Total', '4', '', ''])}</div>`,
    );
    await clickAria(page, 'Convert 4 eligible devices', 'button');
    await clickAria(page, 'Try without converting', 'button');
    await waitForText(page, /^Tried without converting: everything up to Agree works/, { timeout: 30_000 });
    await page.close();
  });
});
