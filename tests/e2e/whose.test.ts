import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session, waitFor } from '../support/index.ts';
import { stored } from './flows/portal.ts';
import { openProbe, type Probe } from './flows/probe.ts';
import { BESIDE, customersPage, devicesPage, FORMS, NAMES, TITLE_WORDS } from './flows/title-forms.ts';
import { BESIDE_TRAPS, TRAPS } from './flows/title-traps.ts';

let session: Session;
let probe: Probe;
beforeAll(async () => {
  session = await launch();
  probe = await openProbe(session);
});
afterAll(() => session?.close());

/** In English each form meets each name; of the other languages it is one in three, another three in each, so that all meet once more. */
function namesIn(words: (typeof TITLE_WORDS)[number], form: number): readonly string[] {
  const language = TITLE_WORDS.indexOf(words);
  return language === 0 ? NAMES : NAMES.filter((_, i) => (i + language + form) % 3 === 0);
}
const numbered = <T>(forms: Readonly<Record<string, T>>): [string, T, number][] =>
  Object.entries(forms).map(([name, form], i) => [name, form, i]);

describe.each(TITLE_WORDS)('whose page it is, in $lang', (words) => {
  it.each(numbered(FORMS))('%s: the very customer', async (_, head, form) => {
    const read: string[] = [];
    for (const name of namesIn(words, form)) {
      const report = await probe.read({ body: devicesPage(words, head(words, name)), lang: words.lang });
      if (report.page !== 'devices') read.push(`${name}: ${report.page}`);
      else if (report.customer === null) read.push(`${name}: nobody`);
      else if (report.customer !== name) read.push(`${name}: WRONG ${report.customer}`);
    }
    expect(read).toEqual([]);
  });
});

/** `Dispositivos de la Cruz`: of la Cruz, or the page of de la Cruz. Nobody's, rather than half a name's. */
const EITHER: Readonly<Record<string, RegExp>> = { es: /^de la/, fr: /^de la/, nl: /^van den/ };

describe('a name beside a title', () => {
  const [english] = TITLE_WORDS;
  const ask = async (words: (typeof TITLE_WORDS)[number], head: string) => {
    const { page, customer } = await probe.read({ body: devicesPage(words, head), lang: words.lang });
    return page === 'devices' ? customer : page;
  };

  it.each(TITLE_WORDS)('is nobody’s in $lang as long as no such customer is known', async (words) => {
    const read: string[] = [];
    for (const [form, head] of Object.entries(BESIDE))
      for (const name of NAMES) {
        const customer = await ask(words, head(words, name));
        if (customer !== null && customer !== name) read.push(`${form}, ${name}: ${customer}`);
      }
    expect(read).toEqual([]);
  });

  const KNOWN = [...NAMES, 'TeleShop GmbH', 'Beta AG', 'Nord', 'van Wiel', 'Zuid', 'van Zuid'];

  describe('once the Customers list was seen', () => {
    beforeAll(async () => {
      if (english === undefined) throw new Error('no words');
      await probe.read({ body: customersPage(english, KNOWN) });
      await waitFor(async () => (await stored(session, 'customers')).length === KNOWN.length, {
        message: 'the Customers list to be remembered',
      });
      await waitFor(async () => (await ask(english, '<h1>Devices</h1><p>Beta AG</p>')) === 'Beta AG', {
        message: 'the customers to be known',
      });
    });

    describe.each(TITLE_WORDS)('in $lang', (words) => {
      it.each(numbered(BESIDE))('%s: the very customer', async (form, head, at) => {
        const read: string[] = [];
        for (const name of namesIn(words, at)) {
          const customer = await ask(words, head(words, name));
          const either = form === 'no small word at all' && EITHER[words.lang]?.test(name) === true;
          if (either) expect(customer).toBeNull();
          else if (customer !== name) read.push(`${name}: ${customer ?? 'nobody'}`);
        }
        expect(read).toEqual([]);
      });
    });

    it.each(Object.entries(BESIDE_TRAPS))('nobody: %s', async (_, head) => {
      if (english === undefined) throw new Error('no words');
      expect(await ask(english, head)).toBeNull();
    });

    it('one name of whom a small word may be a part, if only one of the two is a customer', async () => {
      if (english === undefined) throw new Error('no words');
      expect(await ask(english, '<h1>Apparaten van Nord</h1>')).toBe('Nord');
      expect(await ask(english, '<h1>Apparaten van Wiel</h1>')).toBe('van Wiel');
      expect(await ask(english, '<h1>Apparaten van Zuid</h1>')).toBeNull();
      expect(await ask(english, '<h1>Apparaten van Onbekend</h1>')).toBe('Onbekend');
    });

    it('somebody whom another tab has just seen on the Customers list', async () => {
      if (english === undefined) throw new Error('no words');
      expect(await ask(english, '<h1>Devices</h1><p>Delta KG</p>')).toBeNull();
      const other = await openProbe(session);
      await other.read({ body: customersPage(english, [...KNOWN, 'Delta KG']) });
      await waitFor(async () => (await probe.again()).customer === 'Delta KG', { message: 'Delta KG to be known' });
      await other.close();
    });
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
