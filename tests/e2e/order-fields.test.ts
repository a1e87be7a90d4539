import type { Page } from 'puppeteer';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { launch, type Session } from '../support/index.ts';

let session: Session;
let page: Page;
beforeAll(async () => {
  const scripts = [await bundle('fields'), await bundle('amounts')];
  session = await launch();
  page = await session.browser.newPage();
  await page.evaluate(scripts.join(';'));
});
afterAll(() => session?.close());

/** A reader of the portal's pages as a script that leaves it in a global of its name. */
async function bundle(name: 'fields' | 'amounts'): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: inProject(`src/content/portal/${name}.ts`), formats: ['iife'], name },
    },
  });
  const [script] = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  if (script?.type !== 'chunk') throw new Error(`the reader of ${name} did not build`);
  return `${script.code};globalThis.${name} = ${name};`;
}

/** What the reader of fields makes of a page, where it can be laid out. */
async function read(body: string): Promise<Record<string, string>> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, body);
  return (await page.evaluate(
    'Object.fromEntries(fields.findFields(document.body).map(({ concept, value }) => [concept, value]))',
  )) as Record<string, string>;
}

const select = (...options: string[]) =>
  `<select>${options.map((text) => `<option>${text}</option>`).join('')}</select>`;
const PBX = select('Werk-Nord 2', 'Altbau');
const DURATION = select('One month', 'One year');
/** Choices as libraries of components draw them. */
const combo = (shown: string) => `<div role="combobox" tabindex="0">${shown}</div>`;
const beside = (shown: string, style: string, id = '') =>
  `<div style="width:200px;border:1px solid"><div style="position:relative">${shown}<input id="${id}" role="combobox" readonly style="position:absolute;left:0;width:100%;${style}"></div></div>`;
const FORMS = {
  'on one line': `<div><span>PBX</span> ${PBX} <span>Duration</span> ${DURATION}</div>`,
  'in boxes of one line': `<div style="display:flex"><span>PBX</span>${PBX}<span>Duration</span>${DURATION}</div>`,
  'one below the other': `<div><div>PBX</div>${PBX}</div><div><div>Duration</div>${DURATION}</div>`,
  'in a table': `<table><tr><th>PBX</th><td>${PBX}</td><th>Duration</th><td>${DURATION}</td></tr></table>`,
  'the label above its control': `<div style="display:flex;gap:60px"><div><div>PBX</div>${PBX}</div><div><div>Duration</div>${DURATION}</div></div>`,
  'in a list of pairs': `<dl><dt>PBX</dt><dd>${PBX}</dd><dt>Duration</dt><dd>${DURATION}</dd></dl>`,
  'in a list of pairs far apart': `<dl style="display:grid;grid-template-columns:500px 1fr"><dt>PBX</dt><dd>${PBX}</dd><dt>Duration</dt><dd>${DURATION}</dd></dl>`,
  'as a list of fixed pairs': '<dl><dt>PBX</dt><dd>Werk-Nord 2</dd><dt>Duration</dt><dd>One month</dd></dl>',
  'in rows of a table': `<table style="width:1000px"><tr><th>PBX</th><td>${PBX}</td></tr><tr><th>Duration</th><td>${DURATION}</td></tr></table>`,
  'named by label and value': `<div><label id="l1">PBX</label><div role="combobox" tabindex="0" aria-labelledby="l1 v1"><span id="v1">Werk-Nord 2</span></div></div><div><label id="l2">Duration</label><div role="combobox" tabindex="0" aria-labelledby="l2 v2" id="v2">One month</div></div>`,
  'a hint in an element of its own': `<div><span>PBX</span> <i>(of this customer)</i> ${PBX}</div><div><span>Duration</span><small>(in months)</small> ${DURATION}</div>`,
  'an arrow drawn in the choice': `<div><div>PBX<i>*</i></div>${combo('Werk-Nord 2<span aria-hidden="true">▾</span>')}</div><div><div>Duration<i>*</i></div>${combo('One month<b>⌄</b>')}</div>`,
  'the choice beside an empty field': `<div style="display:flex"><label>PBX</label>${beside('Werk-Nord 2', '')}</div><div style="display:flex"><label>Duration</label>${beside('One month', '')}</div>`,
  'the choice around a field that is not seen': `<div style="display:flex"><label for="f1">PBX</label>${beside('Werk-Nord 2', 'opacity:0', 'f1')}</div><div style="display:flex"><label for="f2">Duration</label>${beside('One month', 'opacity:0', 'f2')}</div>`,
  'a fixed text before another field': `<div><span>PBX</span> <b>Werk-Nord 2</b> <span>Duration</span> ${DURATION}</div>`,
  'a fixed text in the label before another field': `<div><span>PBX: Werk-Nord 2</span> <span>Duration</span> ${DURATION}</div>`,
  'as pairs at both ends of their lines': `<div style="width:500px">${[
    ['PBX', 'Werk-Nord 2'],
    ['Duration', 'One month'],
  ]
    .map(
      ([label, value]) =>
        `<div style="display:flex;justify-content:space-between"><p>${label}</p><p>${value}</p></div>`,
    )
    .join('')}</div>`,
  'as fixed texts': '<div><span>PBX</span> <b>Werk-Nord 2</b></div><div><span>Duration</span> <b>One month</b></div>',
} as const;
describe.each(['ltr', 'rtl'])('labels of an order, %s', (dir) => {
  it.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('%s: each has its own value', async (form) => {
    expect(await read(`<div dir="${dir}">${FORMS[form]}</div>`)).toEqual({ pbx: 'Werk-Nord 2', duration: 'One month' });
  });
});

const FREE = '<input type="text" value="Office desk">';
const UNCLEAR = {
  'two fields of one name': [`<div><span>PBX</span> ${PBX}</div><div><span>PBX</span> ${PBX}</div>`, {}],
  'two controls that say one name of themselves': [
    '<input aria-label="PBX" value="Werk-Nord 2"><input aria-label="PBX" value="Altbau">',
    {},
  ],
  'two fixed texts of one name that differ': [
    '<div><span>PBX</span> <b>Werk-Nord 2</b></div><p>-</p><div><span>PBX</span> <b>Altbau</b></div>',
    {},
  ],
  'a text between label and control': [`<div><span>PBX</span> <i>Werk-Nord 2</i> ${FREE}</div>`, {}],
  'a control that is named otherwise': [
    `<div><span>PBX</span> <b>Werk-Nord 2</b> <input type="text" aria-label="Note" value="Office desk"></div>`,
    { pbx: 'Werk-Nord 2' },
  ],
  'a hint in brackets before a field to write in': [`<div><span>PBX</span> <i>(Werk-Nord 2)</i> ${FREE}</div>`, {}],
  'two empty fields in one frame': [
    `<div><label>PBX</label><span>Werk-Nord 2 <input role="combobox"><input role="combobox"></span></div>`,
    {},
  ],
  'a label that floats in an empty choice': [
    '<div style="width:200px;border:1px solid"><label for="f3">PBX</label><input id="f3" role="combobox"></div>',
    { pbx: '' },
  ],
  'two columns under their names, far apart': [
    '<div style="display:flex;gap:260px"><span>PBX</span><span>Note</span></div><div style="display:flex;gap:222px"><span>Kept cool</span><span>Office desk</span></div>',
    {},
  ],
  'two controls for one pair': [`<dl><dt>PBX</dt><dd>${PBX} ${FREE}</dd></dl>`, {}],
} as const;
describe.each(['ltr', 'rtl'])('a name that more than one thing answers to, %s', (dir) => {
  it.each(Object.keys(UNCLEAR) as (keyof typeof UNCLEAR)[])('%s: never the wrong one', async (form) => {
    const [html, expected] = UNCLEAR[form];
    expect(await read(`<div dir="${dir}">${html}</div>`)).toEqual(expected);
  });
});

describe('the total that WMP prints', () => {
  const total = async (text: string, setting?: 'point' | 'comma', currency?: string): Promise<unknown> => {
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, `<div><span>Total</span> <b>${text}</b></div>`);
    return page.evaluate(`amounts.printedTotal(document.body, [], ${JSON.stringify({ mark: setting, currency })})`);
  };
  it.each([
    ['€ 1.234,50', undefined, { amountMinor: 123450, currency: 'EUR' }],
    // What the text shows is not overruled.
    ['€ 1.234,50', 'point', { amountMinor: 123450, currency: 'EUR' }],
    ['€ 1.234', undefined, undefined],
    ['€ 1.234', 'comma', { amountMinor: 123400, currency: 'EUR' }],
    ['€ 1,234', 'point', { amountMinor: 123400, currency: 'EUR' }],
    // More decimals than the currency has.
    ['€ 1.234', 'point', undefined],
    // One sign of several currencies.
    ['$ 12.50', undefined, undefined],
    ['kr 12,50', undefined, undefined],
    ['US$ 12.50', undefined, { amountMinor: 1250, currency: 'USD' }],
    ['£ 12.50', undefined, undefined],
    ['12.50', undefined, undefined],
  ] as const)('%s, setting %s', async (text, setting, expected) => {
    expect(await total(text, setting)).toEqual(expected);
  });

  it.each([
    ['$ 12.50', 'USD', { amountMinor: 1250, currency: 'USD' }],
    ['$ 12.50', 'CAD', { amountMinor: 1250, currency: 'CAD' }],
    ['£ 12.50', 'GBP', { amountMinor: 1250, currency: 'GBP' }],
    ['kr 12,50', 'SEK', { amountMinor: 1250, currency: 'SEK' }],
    ['¥ 1250', 'JPY', { amountMinor: 1250, currency: 'JPY' }],
    // What the page shows is not overruled.
    ['$ 12.50', 'EUR', undefined],
    ['€ 12.50', 'USD', { amountMinor: 1250, currency: 'EUR' }],
    ['US$ 12.50', 'CAD', { amountMinor: 1250, currency: 'USD' }],
    // A number beside a label may count anything.
    ['12.50', 'EUR', undefined],
  ] as const)('%s, in %s by the settings', async (text, currency, expected) => {
    expect(await total(text, undefined, currency)).toEqual(expected);
  });
});

/** What is said of the terms, and whether they are accepted; `undefined` where nothing on show asks for it. */
const TERMS: readonly [name: string, body: string, accepted: boolean | undefined][] = [
  ['a box', '<label><input type="checkbox" checked> I accept the Terms and Conditions</label>', true],
  [
    'a box that is drawn beside its own',
    '<label><input type="checkbox" checked style="opacity:0;position:absolute"><i>✓</i> I accept the Terms and Conditions</label>',
    true,
  ],
  [
    'a switch',
    '<div><div role="switch" aria-checked="true" tabindex="0" style="width:40px;height:20px"></div><span>Acepto los términos y condiciones</span></div>',
    true,
  ],
  [
    'a switch that is off',
    '<div><div role="switch" aria-checked="false" tabindex="0" style="width:40px;height:20px"></div><span>Algemene voorwaarden</span></div>',
    false,
  ],
  [
    'a box in a dialog that was closed',
    '<div style="display:none"><label><input type="checkbox" checked> I accept the Terms and Conditions</label></div><p>Thank you!</p>',
    undefined,
  ],
  ['a box of something else', '<label><input type="checkbox" checked> Keep me posted</label>', undefined],
];

describe('the terms and conditions', () => {
  it.each(TERMS)('%s', async (_, body, accepted) => {
    await read(body);
    expect(await page.evaluate('fields.termsAccepted(document.body)')).toBe(accepted);
  });
});
