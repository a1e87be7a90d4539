import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, type Session, waitForText } from '../support/index.ts';
import { cells, openDrawn } from './flows/drawn.ts';
import { rememberDrawnPbx } from './flows/drawn-pbx.ts';

/** Other devices on each page: what was agreed to once stays so. */
let pages = 0;
const serials = (): string[] => {
  pages += 1;
  return Array.from({ length: COUNT }, (_, i) => `9CF1A00${1000 + 10 * pages + i}`);
};
const COUNT = 4;

/** Devices with boxes, a question drawn by the page, and what WMP does once it is agreed to. */
const devices = (besides: string, answer: string): string =>
  `<h1>Devices of Acme GmbH</h1><p><button id=convert>Convert to HWaaS</button></p>
  <table><tr>${cells('<th>', '', 'Serial number', 'Model', 'PBX', 'Contract type')}</tr>${serials()
    .map((serial) => `<tr>${cells('<td>', '<input type=checkbox>', serial, 'Vision', 'Main office', 'CAPEX')}</tr>`)
    .join('')}</table>
  <div id=sheet hidden style="position:fixed;inset:0;background:#0008"><div role=dialog style="background:#fff;width:400px;margin:100px auto;padding:20px">
    <h2>Convert to HWaaS</h2><p>The selected devices are billed as HWaaS. This cannot be undone.</p>${besides}<p><button id=cancel>Cancel</button> <button id=agree>Agree</button></p></div></div>
  <p id=note style="position:fixed;bottom:0;right:0"></p>
  <script>window.agreed = 0; convert.onclick = () => { sheet.hidden = false; }; cancel.onclick = () => { sheet.hidden = true; };
    agree.onclick = () => { window.agreed += 1; setTimeout(() => { ${answer} }, 200); };</script>`;
const CLOSED = 'sheet.hidden = true;';

let session: Session;
beforeAll(async () => {
  session = await launch();
  await rememberDrawnPbx(session, 'Acme GmbH', 'Main office');
});
afterAll(() => session?.close());

/** Converts all devices of a page, and says how often that page was told to. */
async function convertAll(name: string, besides: string, answer: string, said: RegExp | string): Promise<Page> {
  const page = await openDrawn(session, name, devices(besides, answer));
  await clickAria(page, `Convert ${COUNT} eligible devices`, 'button');
  await byAria(page, `Convert ${COUNT} devices to HWaaS?`, 'dialog');
  await clickAria(page, 'Convert now', 'button');
  await waitForText(page, said);
  return page;
}
const agreed = (page: Page): Promise<unknown> => page.evaluate('window.agreed');

describe('a question with more in it than was reviewed', () => {
  it.each([
    ['a box to tick', '<label><input type=checkbox> Extend all my PBXes, too</label>'],
    ['a box that is ticked', '<label><input type=checkbox checked> Extend all my PBXes, too</label>'],
    [
      'a box that something else draws',
      '<span role=checkbox aria-checked=true style="display:inline-block;width:14px;height:14px;border:1px solid"></span> Extend',
    ],
    ['a choice', 'Duration <select><option>One year<option>Five years</select>'],
  ])('%s is not agreed to', async (name, besides) => {
    const page = await convertAll(name, besides, CLOSED, /WMP asked something unexpected/);
    expect(await agreed(page)).toBe(0);
    await page.close();
  });
});

describe('WMP’s answer to Agree', () => {
  it.each([
    [
      'a note, while the question goes',
      `${CLOSED} note.textContent = 'An error occurred (17). The devices were not converted.';`,
      /error occurred \(17\)/,
    ],
    [
      'a note below a question that stays',
      `note.textContent = 'The conversion failed: no connection.';`,
      /failed: no connection/,
    ],
  ])('is told where it is a refusal on %s', async (name, answer, said) => {
    const page = await convertAll(name, '', answer, said);
    expect(await agreed(page)).toBe(1);
    await page.close();
  });
});

describe('a question that says that it cannot be undone', () => {
  it('is agreed to once, and the note that thanks for it is no refusal, though it is to be put away', async () => {
    const thanks = `${CLOSED} note.innerHTML = 'The conversion was requested. Devices are shown within 10 minutes. <button>OK</button>'; note.style.cssText += ';width:300px;height:70px;background:#ddd';`;
    const page = await convertAll('plain', '', thanks, /4 devices: agreed to/);
    expect(await agreed(page)).toBe(1);
    await page.close();
  });
});

describe('a list in groups, each with a box that selects all of it', () => {
  it('is converted device by device: those of the group whose PBX is known', async () => {
    const [main, other] = [serials(), serials()];
    const group = (name: string, all: readonly string[]): string =>
      `<tbody><tr><td><input type=checkbox class=all></td><td colspan=3>PBX: ${name} (${all.length})</td></tr>${all
        .map((serial) => `<tr>${cells('<td>', '<input type=checkbox>', serial, 'Vision', 'CAPEX')}</tr>`)
        .join('')}</tbody>`;
    const page = await openDrawn(
      session,
      'groups',
      `<h1>Devices of Acme GmbH</h1><p><button onclick="question.showModal()">Convert to HWaaS</button></p>
      <dialog id=question><p>Convert to HWaaS?</p><button onclick="agree()">Agree</button> <button onclick="question.close()">Cancel</button></dialog>
      <table><thead><tr>${cells('<th>', '<input type=checkbox class=all>', 'Serial number', 'Model', 'Contract type')}</tr></thead>${group('Main office', main)}${group('Warehouse', other)}</table>
      <script>window.agreed = []; const boxes = (of) => [...of.querySelectorAll('input:not(.all)')];
        document.querySelectorAll('.all').forEach((all) => { all.onchange = () => boxes(all.closest('tbody') ?? document).forEach((box) => { box.checked = all.checked; }); });
        window.agree = () => { question.close(); agreed.push(boxes(document).filter((box) => box.checked).map((box) => box.closest('tr').cells[1].textContent)); };</script>`,
    );
    await clickAria(page, `Convert ${COUNT} eligible devices`, 'button');
    await clickAria(page, 'Convert now', 'button');
    await page.waitForFunction('agreed.length > 0');
    expect(await agreed(page)).toEqual([main]);
    await page.close();
  });
});
