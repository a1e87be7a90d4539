import type { Page } from 'puppeteer';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/paths.mjs';
import { launch, type Session } from '../support/index.ts';

let session: Session;
let page: Page;
beforeAll(async () => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: inProject('src/content/portal/fields.ts'), formats: ['iife'], name: 'fields' },
    },
  });
  const [script] = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  if (script?.type !== 'chunk') throw new Error('the reader of fields did not build');
  session = await launch();
  page = await session.browser.newPage();
  await page.evaluate(`${script.code};globalThis.fields = fields;`);
});
afterAll(() => session?.close());

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
const FORMS = {
  'on one line': `<div><span>PBX</span> ${PBX} <span>Duration</span> ${DURATION}</div>`,
  'in boxes of one line': `<div style="display:flex"><span>PBX</span>${PBX}<span>Duration</span>${DURATION}</div>`,
  'one below the other': `<div><div>PBX</div>${PBX}</div><div><div>Duration</div>${DURATION}</div>`,
  'in a table': `<table><tr><th>PBX</th><td>${PBX}</td><th>Duration</th><td>${DURATION}</td></tr></table>`,
  'as fixed texts': '<div><span>PBX</span> <b>Werk-Nord 2</b></div><div><span>Duration</span> <b>One month</b></div>',
} as const;
describe.each(['ltr', 'rtl'])('labels of an order, %s', (dir) => {
  it.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('%s: each has its own value', async (form) => {
    expect(await read(`<div dir="${dir}">${FORMS[form]}</div>`)).toEqual({ pbx: 'Werk-Nord 2', duration: 'One month' });
  });
});
