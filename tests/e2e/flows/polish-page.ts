import type { Page } from 'puppeteer';
import type { Session } from '../../support/index.ts';

/** A Devices page in a language that is not built in, of divs without any role, drawn and operated by its own script. */
export interface PolishKnobs {
  /** Other words for headers and buttons, by the Polish ones. */
  words?: Record<string, string>;
  /** Headers are icons, without a word. */
  icons?: boolean;
  /** Values in the column of contracts that mean nothing. */
  strange?: boolean;
}

export const CUSTOMER = 'Łódzkie Sieci Sp. z o.o.';
export const PBX = 'Centrala Łódź';
export const HEADERS = ['Numer seryjny', 'Adres sprzętowy', 'Rodzaj aparatu', 'Przypisana do', 'Rodzaj umowy'] as const;

export const DEVICES = Array.from({ length: 8 }, (_, i) => ({
  serial: `WX80310${100 + i * 7}`,
  mac: `9c:75:14:00:0a:${String(10 + i)}`,
  model: ['WP480G', 'Vision', 'W-AIR LT'][i % 3] ?? '',
  pbx: PBX,
  contract: i % 4 === 3 ? 'hwaas' : 'capex',
}));
export const CAPEX = DEVICES.filter(({ contract }) => contract === 'capex').map(({ serial }) => serial);

const STYLE = `
  body { font: 14px sans-serif; margin: 20px; }
  .line { display: flex; height: 30px; align-items: center; border-bottom: 1px solid #ddd; }
  .line > div { width: 150px; } .line > .tick { width: 32px; min-height: 14px; }
  .tick i { display: block; width: 12px; height: 12px; border: 1px solid #555; } .tick.on i { background: #06c; }
  .names { font-weight: bold; background: #eee; } .names b { display: block; width: 14px; height: 14px; background: #999; }
  .btn { display: inline-block; padding: 6px 12px; border: 1px solid #888; cursor: pointer; }
  .mask { position: fixed; inset: 0; background: #0006; z-index: 50; }
  .box { position: fixed; z-index: 51; left: 300px; top: 200px; width: 400px; padding: 20px; background: #fff; }`;

/** Runs in the page. */
function draw(texts: {
  devices: typeof DEVICES;
  headers: string[];
  icons: boolean;
  strange: boolean;
  words: Record<string, string>;
}) {
  const { devices, headers, icons, strange } = texts;
  const said = (text: string) => texts.words[text] ?? text;
  const selected = new Set<string>();
  const state = window as unknown as { agreed: string[][]; presses: number; touched: number };
  state.agreed = [];
  state.presses = 0;
  state.touched = 0;
  const div = (className: string, ...children: (Node | string)[]) => {
    const element = document.createElement('div');
    element.className = className;
    element.append(...children);
    return element;
  };
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
    document.addEventListener(
      type,
      (event) => {
        state.presses += 1;
        if (event.target instanceof Element && event.target.localName !== 'wmp-companion') state.touched += 1;
      },
      true,
    );
  const list = div('list');
  const redraw = () => {
    const printed = (contract: string) => (strange ? 'Kolor' : contract === 'hwaas' ? 'HWaaS' : 'CAPEX');
    list.replaceChildren(
      div(
        'line names',
        div('tick'),
        ...headers.map((text) => div('', icons ? document.createElement('b') : said(text))),
      ),
      ...devices.map((device) => {
        const tick = div(selected.has(device.serial) ? 'tick on' : 'tick', document.createElement('i'));
        tick.addEventListener('click', () => {
          if (!selected.delete(device.serial)) selected.add(device.serial);
          tick.classList.toggle('on', selected.has(device.serial));
        });
        const texts = [device.serial, device.mac, device.model, device.pbx, printed(device.contract)];
        return div('line', tick, ...texts.map((text) => div('', text)));
      }),
    );
  };
  const button = (text: string, run: () => void) => {
    const element = div('btn', said(text));
    element.addEventListener('click', run);
    return element;
  };
  const ask = () => {
    const serials = [...selected];
    const mask = div('mask');
    const close = () => {
      mask.remove();
      box.remove();
    };
    const box = div(
      'box',
      div('', `Zamienić urządzenia na HWaaS: ${serials.length}. Opłata od dziś.`),
      button('Zgadzam się', () => {
        state.agreed.push(serials);
        close();
        for (const device of devices) if (serials.includes(device.serial)) device.contract = 'hwaas';
        selected.clear();
        redraw();
      }),
      button('Anuluj', close),
    );
    document.body.append(mask, box);
  };
  redraw();
  document.body.append(
    div(
      'bar',
      button('Zamów', () => {}),
      button('Zamień w HWaaS', ask),
    ),
    list,
  );
}

const PBXES = `<h1>PBXes of ${CUSTOMER}</h1><table><tr><th>Name</th><th>Subscription length</th><th>Expiration</th></tr>
  <tr><td>${PBX}</td><td>1 year</td><td>2031-05-31</td></tr></table>`;

/** Answers this page's navigations with a body, under WMP's address. */
export async function serve(page: Page, url: string, body: string): Promise<void> {
  await page.setRequestInterception(true);
  page.removeAllListeners('request');
  page.on('request', (request) =>
    request.isNavigationRequest()
      ? void request.respond({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="pl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>`,
        })
      : void request.respond({ status: 404 }),
  );
  await page.goto(url);
}

/** Opens the page, or opens it again in the same tab with other words. */
export async function openPolish(session: Session, knobs: PolishKnobs = {}, tab?: Page): Promise<Page> {
  const page = tab ?? (await session.browser.newPage());
  const texts = {
    devices: DEVICES,
    headers: [...HEADERS],
    icons: knobs.icons === true,
    strange: knobs.strange === true,
    words: knobs.words ?? {},
  };
  const title = knobs.words?.['Urządzenia'] ?? 'Urządzenia';
  const query = encodeURIComponent(JSON.stringify(knobs));
  await serve(
    page,
    `https://my.wildix.com/?${query}#!devices`,
    `<h1>${title} klienta ${CUSTOMER}</h1><script>const __name = (f) => f; (${draw})(${JSON.stringify(texts)})</script>`,
  );
  return page;
}

export async function openPbxes(session: Session): Promise<Page> {
  const page = await session.browser.newPage();
  await serve(page, 'https://my.wildix.com/#!pbxes', PBXES);
  return page;
}

/** The middle of what shows this text, for a real mouse. */
export const placeOf = (page: Page, text: string): Promise<{ x: number; y: number }> =>
  page.evaluate((wanted) => {
    const element = [...document.querySelectorAll('body *')].find(
      (one) => one.childElementCount === 0 && one.tagName !== 'SCRIPT' && one.textContent?.includes(wanted),
    );
    if (element === undefined) throw new Error(`nothing shows ${wanted}`);
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + Math.min(20, width / 2), y: top + height / 2 };
  }, text);
