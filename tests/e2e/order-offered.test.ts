import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { bundleForPage } from '../support/bundle.ts';
import { launch, type Session } from '../support/index.ts';

let session: Session;
let page: Page;
beforeAll(async () => {
  const fields = await bundleForPage(inProject('src/content/portal/fields.ts'));
  const choose = await bundleForPage(inProject('src/content/portal/choose.ts'));
  session = await launch();
  page = await session.browser.newPage();
  await page.evaluate(`${fields};globalThis.fields = bundled;`);
  await page.evaluate(`${choose};globalThis.choosing = bundled;`);
});
afterAll(() => session?.close());

async function draw(body: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate((html) => {
    document.body.innerHTML = html;
    for (const template of document.querySelectorAll('template')) {
      const host = template.parentElement as HTMLElement;
      host.attachShadow({ mode: 'open' }).append(template.content);
      template.remove();
    }
  }, body);
}

const found = async () =>
  (await page.evaluate(
    'Object.fromEntries(fields.findFields(document.body).map(({ concept, value, control }) => [concept, value + (control ? "" : ", fixed")]))',
  )) as Record<string, string>;

async function read(body: string): Promise<Record<string, string>> {
  await draw(body);
  return found();
}

const TERMS = ['One month', 'One year', 'Five years'] as const;
type Draw = (chosen: number | undefined) => string;
const each = (draw: (text: string, on: boolean, i: number) => string) => (chosen: number | undefined) =>
  TERMS.map((text, i) => draw(text, i === chosen, i)).join('');
const label = '<div>Duration</div>';
const paint = (on: boolean) => (on ? 'background:#06c;color:#fff' : 'background:#eee;color:#333');

/** Ways in which libraries of components draw one choice of three that are all on show. */
const DRAWN: Readonly<Record<string, Draw>> = {
  'radio buttons inside their labels': (chosen) =>
    `${label}<div>${each((text, on) => `<label><input type="radio" name="a" ${on ? 'checked' : ''}> <span>${text}</span></label>`)(chosen)}</div>`,
  'radio buttons before labels that name them': (chosen) =>
    `<p>Duration</p><div>${each((text, on, i) => `<input type="radio" name="b" id="b${i}" style="position:absolute;opacity:0" ${on ? 'checked' : ''}><label for="b${i}">${text}</label>`)(chosen)}</div>`,
  'radio buttons of the page’s own': (chosen) =>
    `<div id="g">Duration</div><div role="radiogroup" aria-labelledby="g">${each((text, on) => `<div role="radio" aria-checked="${on}" tabindex="0"><i>○</i><div>${text}</div></div>`)(chosen)}</div>`,
  'buttons that stay pressed': (chosen) =>
    `${label}<div>${each((text, on) => `<button aria-pressed="${on}">${text}</button>`)(chosen)}</div>`,
  'tabs without a label in words': (chosen) =>
    `<div role="tablist" aria-label="Duration">${each((text, on) => `<div role="tab" aria-selected="${on}">${text}</div>`)(chosen)}</div>`,
  'in a fieldset, with a remark each': (chosen) =>
    `<fieldset><legend>Duration</legend>${each((text, on) => `<label style="display:block"><input type="radio" name="c" ${on ? 'checked' : ''}><b>${text}</b> <small>billed as you go</small></label>`)(chosen)}</fieldset>`,
  'links, of which one looks different': (chosen) =>
    `<div>Duration:</div><ul>${each((text, on) => `<li style="display:inline"><a tabindex="0" style="cursor:pointer;${paint(on)}">${text}</a></li>`)(chosen)}</ul>`,
  'buttons of which one has a veil over it': (chosen) =>
    `${label}<div>${each((text, on) => `<button><span>${text}</span><span style="position:absolute;background:#000;opacity:${on ? 0.2 : 0}"></span></button>`)(chosen)}</div>`,
  'in shadow roots': (chosen) =>
    `<div><template><span>Duration</span><slot></slot></template>${each((text, on) => `<span><template><button role="radio" aria-checked="${on}"><slot></slot></button></template>${text}</span>`)(chosen)}</div>`,
};

describe('a Duration that is offered as choices side by side', () => {
  describe.each(Object.keys(DRAWN))('%s', (name) => {
    it.each([0, 1, 2])('choice %i is the one that is read', async (chosen) => {
      expect(await read(DRAWN[name]?.(chosen) ?? '')).toEqual({ duration: TERMS[chosen] });
    });

    it('is none where none is chosen', async () => {
      expect(await read(DRAWN[name]?.(undefined) ?? '')).toEqual({ duration: '' });
    });

    it('is chosen by one press', async () => {
      await draw(DRAWN[name]?.(0) ?? '');
      await page.evaluate(() => {
        const pressed: string[] = [];
        Object.assign(globalThis, { pressed });
        document.body.onclick = (event) => {
          const at = event.composedPath()[0] as Element;
          if (at instanceof HTMLInputElement) return;
          pressed.push(at.textContent || (at.getRootNode() as ShadowRoot).host?.textContent || '');
        };
      });
      await page.evaluate(
        "choosing.choose('duration', (text) => text.trim() === 'Five years', AbortSignal.timeout(900)).catch(() => undefined)",
      );
      const pressed = (await page.evaluate('pressed')) as string[];
      expect(new Set(pressed.map((text) => text.replace('○', '').trim()))).toEqual(new Set(['Five years']));
    });
  });

  it('is not told by its look while the pointer makes the difference', async () => {
    await draw(
      `<style>a:hover{background:#06c}</style>${label}<div>${each((text) => `<a style="cursor:pointer">${text}</a> `)(undefined)}</div>`,
    );
    const [first] = await page.$$('a');
    await first?.hover();
    await page.waitForFunction(() => document.querySelector('a:is(:hover)') !== null);
    expect(await found()).toEqual({ duration: '' });
  });

  const UNCLEAR = {
    'one that cannot be pressed looks different': [
      `${label}<div>${each((text, on) => `<button ${on ? 'disabled' : ''}>${text}</button>`)(1)}</div>`,
      { duration: '' },
    ],
    'one is fainter than the others': [
      `${label}<div>${each((text, on) => `<a style="cursor:pointer;opacity:${on ? 0.4 : 1}">${text}</a>`)(1)}</div>`,
      { duration: '' },
    ],
    'two are chosen': [
      `${label}<div>${TERMS.map((text, i) => `<button aria-pressed="${i > 0}">${text}</button>`).join('')}</div>`,
      { duration: '' },
    ],
    'two choices of which one looks different': [
      `${label}<div><a style="cursor:pointer;${paint(true)}">One month</a><a style="cursor:pointer;${paint(false)}">One year</a></div>`,
      { duration: '' },
    ],
    'one choice is there twice': [
      `${label}<div><button aria-pressed="true">One year</button><button aria-pressed="false">12 months</button></div>`,
      {},
    ],
    'texts that are only printed': [
      `<div>Duration <b>One year</b></div><p>Minimum <b>One month</b></p>`,
      { duration: 'One year, fixed' },
    ],
    'a field between the label and what can be pressed': [
      `<div><span>Duration</span> <select><option>One year</option></select> <button>One month</button><button>Five years</button></div>`,
      { duration: 'One year' },
    ],
  } as const;
  it.each(Object.keys(UNCLEAR) as (keyof typeof UNCLEAR)[])('%s: never the wrong one', async (form) => {
    const [html, expected] = UNCLEAR[form];
    expect(await read(html)).toEqual(expected);
  });
});
