import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../support/index.ts';
import { openProbe, type Probe } from './flows/probe.ts';
import { devicesPage, FORMS, NAMES, TITLE_WORDS } from './flows/title-forms.ts';
import { TRAPS } from './flows/title-traps.ts';

let session: Session;
let probe: Probe;
beforeAll(async () => {
  session = await launch();
  probe = await openProbe(session);
});
afterAll(() => session?.close());

describe.each(TITLE_WORDS)('whose page it is, in $lang', (words) => {
  it.each(Object.entries(FORMS))('%s: the very customer', async (_, head) => {
    const read: string[] = [];
    for (const name of NAMES) {
      const report = await probe.read({ body: devicesPage(words, head(words, name)), lang: words.lang });
      if (report.page !== 'devices') read.push(`${name}: ${report.page}`);
      else if (report.customer === null) read.push(`${name}: nobody`);
      else if (report.customer !== name) read.push(`${name}: WRONG ${report.customer}`);
    }
    expect(read).toEqual([]);
  });
});

describe('a page with names that are not the customer’s', () => {
  const [english] = TITLE_WORDS;
  it.each(Object.entries(TRAPS))('%s', async (_, { head, tail = '', title, customer, pbx, onePbx = false }) => {
    if (english === undefined) throw new Error('no words');
    const report = await probe.read({ body: devicesPage(english, head, tail, !onePbx), ...(title && { title }) });
    expect(report.page).toBe('devices');
    expect(report.customer).toBe(customer);
    if (pbx !== undefined) expect(report.pbx).toBe(pbx);
  });

  it('a customer chosen in a list beside it, and nobody where none or two are', async () => {
    if (english === undefined) throw new Error('no words');
    const list = (...chosen: string[]) =>
      `<div style="display:flex;gap:40px"><table><thead><tr><th>Customer</th><th>City</th></tr></thead><tbody>${[
        'Acme GmbH',
        'Beta AG',
      ]
        .map((name) => `<tr aria-selected="${chosen.includes(name)}"><td>${name}</td><td>Bonn</td></tr>`)
        .join('')}</tbody></table><div>${devicesPage(english, '<h2>Devices</h2>')}</div></div>`;
    const read = async (...chosen: string[]) => (await probe.read({ body: list(...chosen) })).customer;
    expect(await read('Beta AG')).toBe('Beta AG');
    expect(await read()).toBeNull();
    expect(await read('Acme GmbH', 'Beta AG')).toBeNull();
  });
});
