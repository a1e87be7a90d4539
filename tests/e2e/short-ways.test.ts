import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickAria, launch, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { openDrawn } from './flows/drawn.ts';
import { rememberPbxes, stored } from './flows/portal.ts';

const HOTEL = 'Alpenblick Hotels AG';

let session: Session;
beforeAll(async () => {
  session = await launch();
  await (await rememberPbxes(session, 18)).close();
});
afterAll(() => session?.close());

describe.each([
  { skin: 'plain', lang: 'en' },
  { skin: 'ext', lang: 'de' },
] as const)('short ways on Customers: $skin, $lang', (knobs) => {
  let page: Page;
  beforeAll(start);
  afterAll(() => page?.close());

  async function start(): Promise<void> {
    page = await session.openPortal('customers', knobs);
    await waitForText(page, HOTEL);
  }
  const arrive = (route: RegExp) =>
    waitFor(() => route.test(page.url()), { message: () => `the way to ${route}, not ${page.url()}` });

  it('show what is remembered of each customer, and of no other', async () => {
    await waitForText(page, /^expires .*\(17 days\)/);
    const chips = await textsOf(page);
    expect(chips.filter((text) => text.startsWith('expires '))).toHaveLength(1);
    expect(chips.filter((text) => text === 'PBXes not seen')).toHaveLength(6);
    await waitFor(async () => (await stored(session, 'customers')).length >= 7, { message: 'the customers' });
  });

  it.each([
    ['Devices', /#!customers\/18\/devices$/],
    ['PBXes', /#!customers\/18\/pbxes$/],
    ['Order HWaaS', /#!customers\/18\/order$/],
  ] as const)('lead to %s in one press', async (name, route) => {
    await clickAria(page, `${name} of ${HOTEL}`, 'button');
    await arrive(route);
    await page.close();
    await start();
  });

  it('lead to Order HWaaS by Devices where the three dots lack it', async () => {
    await page.close();
    page = await session.openPortal('customers', { ...knobs, hide: ['menu.order'] });
    await waitForText(page, HOTEL);
    await clickAria(page, `Order HWaaS of ${HOTEL}`, 'button');
    await arrive(/#!customers\/18\/order$/);
    await page.close();
    await start();
  });

  it('say so where WMP shows no three dots, and where its menu does not open', async () => {
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click'])
        addEventListener(type, (event) => !event.isTrusted && event.stopImmediatePropagation(), { capture: true });
    });
    await clickAria(page, `Devices of ${HOTEL}`, 'button');
    await waitForText(page, /WMP did not open the menu of “Alpenblick Hotels AG”/);
    await clickAria(page, 'Close', 'button');
    await page.evaluate(() => {
      for (const dots of document.querySelectorAll('tr [title], tr [data-qtip]')) dots.remove();
    });
    await clickAria(page, `Devices of ${HOTEL}`, 'button');
    await waitForText(page, /No three dots could be told for certain in the row of “Alpenblick Hotels AG”/);
    expect(page.url()).toMatch(/#!customers$/);
  });

  it('caused no errors', () => {
    expect(session.problems()).toEqual([]);
  });
});

/** What stands at the end of each row, and how it tells where it leads. */
const MENUS = {
  'a drawing of three dots, whose list takes the focus and comes in slowly': `
    cell.innerHTML = '<div tabindex="0" style="width:24px;cursor:pointer"><svg width="18" height="18" viewBox="0 0 24 24"><path fill="none" d="M0 0h24v24H0z"/><path d="M12 3a2 2 0 1 0 .1 0M12 10a2 2 0 1 0 .1 0M12 17a2 2 0 1 0 .1 0"/></svg></div>';
    cell.firstChild.onclick = () => { const list = open(cell.firstChild); list.tabIndex = 0; list.style.pointerEvents = 'none'; setTimeout(() => { list.style.pointerEvents = '' }, 250); };`,
  'a sign at which the pointer alone opens the menu': `
    cell.innerHTML = '<span style="cursor:pointer;padding:4px">\u22ee</span>';
    cell.firstChild.tabIndex = 0;
    cell.firstChild.onmouseenter = () => open(cell.firstChild);`,
  'a button that says by its role alone that it opens a menu': `
    cell.innerHTML = '<button aria-haspopup="menu"><i style="display:inline-block;width:12px;height:12px;background:#777"></i></button><button title="Delete"><i style="display:inline-block;width:12px;height:12px;background:#a33"></i></button>';
    cell.firstChild.onclick = () => open(cell.firstChild); cell.lastChild.onclick = () => went('delete');`,
  'a button whose icon closes the menu again': `
    cell.innerHTML = '<button aria-haspopup="true" aria-label="Options"><svg width="18" height="18"><circle cx="9" cy="9" r="6"/></svg></button>';
    cell.firstChild.onclick = ({ target }) => { if (target.localName === 'button') open(target); };`,
  'buttons of its own': `
    for (const [label, to] of ENTRIES) { const button = document.createElement('button'); button.title = label; button.textContent = '\u25fb'; button.onclick = () => went(to); cell.append(button); }`,
};

describe.each(Object.entries(MENUS))('short ways in a row with %s', (_, draws) => {
  it.each([
    ['Devices', 'devices'],
    ['PBXes', 'pbxes'],
    ['Order HWaaS', 'order'],
  ])('lead to %s', async (name, to) => {
    const page = await openDrawn(session, `short ways ${to}`, '<h1>Customers</h1><table id="list"></table>');
    await page.evaluate(`(() => {
      const ENTRIES = [['Edit', 'edit'], ['Devices', 'devices'], ['PBXes', 'pbxes'], ['Order HWaaS', 'order'], ['Delete', 'delete']];
      const all = [];
      document.title = '[]';
      const went = (to) => { all.push(to); document.title = JSON.stringify(all); };
      document.querySelector('#list').innerHTML = '<thead><tr><th>Name</th><th>Country</th><th></th></tr></thead><tbody>'
        + ['Hansen Maritim ApS', '${HOTEL}', 'Acme Telecom BV'].map((name) => '<tr><td>' + name + '</td><td>Denmark</td><td></td></tr>').join('') + '</tbody>';
      for (const row of document.querySelectorAll('tbody tr')) {
        const [cell, id] = [row.cells[2], row.cells[0].textContent];
        const open = (by) => {
          document.querySelector('#menu')?.remove();
          const list = document.createElement('div');
          const { left, bottom } = by.getBoundingClientRect();
          list.id = 'menu';
          list.style.cssText = 'position:absolute;background:#fff;border:1px solid;left:' + left + 'px;top:' + bottom + 'px';
          for (const [label, to] of ENTRIES) {
            const entry = document.createElement('div');
            entry.style.cssText = 'cursor:pointer;padding:6px';
            entry.innerHTML = '<div>' + label + '</div>';
            entry.onclick = () => went(to + ' of ' + id);
            list.append(entry);
          }
          document.body.append(list);
          return list;
        };
        {${draws.replaceAll('went(to)', "went(to + ' of ' + id)")}}
      }
    })()`);
    await clickAria(page, `${name} of ${HOTEL}`, 'button');
    const told = () => page.title();
    await waitFor(async () => (await told()) !== '[]', {
      message: async () => `a press: ${(await textsOf(page)).slice(-4)}`,
    });
    expect(await told()).toBe(JSON.stringify([`${to} of ${HOTEL}`]));
    await page.close();
  });
});
