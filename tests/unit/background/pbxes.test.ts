import './setup.ts';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/background/handlers/devices.ts';
import { advise } from '../../../src/background/handlers/order-advice.ts';
import { remembered, seen } from '../../../src/background/handlers/pbxes.ts';
import type { PbxFacts } from '../../../src/core/facts.ts';
import { ACME, at, BETA, day, devices, putRaw, rawRows, URL_SEEN } from './setup.ts';

const OFFICE: PbxFacts = { name: 'Office', term: 'P1Y', expiration: day('2027-05-01') };
const LATER = at('2026-11-30T10:00:00.000Z');

const page = (pbxes: PbxFacts[], complete: boolean, time = at(), customer = ACME) =>
  seen({ customer, pbxes, complete, url: URL_SEEN }, time);

const facts = async (customer = ACME) =>
  (await remembered({ customer }, at())).pbxes.map(({ name, term, expiration }) => [name, term, expiration]);

describe('what is remembered', () => {
  test('a complete reading replaces the set of its customer, and of nobody else', async () => {
    await page([OFFICE, { name: 'Old', term: 'lifetime' }], true);
    await page([OFFICE], true, at(), BETA);
    await page([{ ...OFFICE, term: 'P1M' }], true, LATER);
    expect(await facts()).toEqual([['Office', 'P1M', '2027-05-01']]);
    expect(await facts(BETA)).toEqual([['Office', 'P1Y', '2027-05-01']]);
  });

  test('a partial one adds and updates, and removes nothing', async () => {
    await page([OFFICE], true);
    await page([{ name: 'Lab', term: 'P1M', expiration: day('2026-12-24') }], false, LATER);
    expect(await facts()).toEqual([
      ['Lab', 'P1M', '2026-12-24'],
      ['Office', 'P1Y', '2027-05-01'],
    ]);
  });

  test('a complete page that lists nothing removes nothing', async () => {
    await page([OFFICE], true);
    await page([], true, LATER);
    expect(await facts()).toHaveLength(1);
  });

  test.each([true, false])(
    'a known fact is not overwritten by an absent one, and keeps its age (complete: %s)',
    async (complete) => {
      await page([OFFICE], true);
      await page([{ name: 'office ' }], complete, LATER);
      const { pbxes } = await remembered({ customer: ACME }, at());
      expect(pbxes).toMatchObject([{ term: 'P1Y', expiration: '2027-05-01', revision: 1, seen: { at: at().at } }]);
    },
  );

  test('an absent fact is filled in', async () => {
    await page([{ name: 'Office', term: 'P1Y' }], false);
    await page([OFFICE], false, LATER);
    expect((await remembered({ customer: ACME }, at())).pbxes).toMatchObject([
      { term: 'P1Y', expiration: '2027-05-01', revision: 2, seen: { at: LATER.at } },
    ]);
  });

  test('the same again only moves its age', async () => {
    await page([OFFICE], true);
    await page([OFFICE], false, LATER);
    expect((await remembered({ customer: ACME }, at())).pbxes).toMatchObject([{ revision: 1, seen: { at: LATER.at } }]);
  });

  test('a PBX whose term had run out is renewed by a partial page', async () => {
    await page([{ ...OFFICE, expiration: day('2026-11-25') }], true);
    await page([{ ...OFFICE, expiration: day('2027-11-25') }], false, LATER);
    expect(await facts()).toEqual([['Office', 'P1Y', '2027-11-25']]);
  });

  test('an unreadable row is left alone, also by a complete reading', async () => {
    await page([OFFICE], true);
    const [row] = await rawRows('pbxes');
    await putRaw('pbxes', { ...row, record: { broken: true } });
    await page([OFFICE, { name: 'Lab' }], true, LATER);
    expect(await rawRows('pbxes')).toHaveLength(3);
    expect(await facts()).toEqual([
      ['Lab', undefined, undefined],
      ['Office', 'P1Y', '2027-05-01'],
    ]);
  });
});

describe('two PBXs of one name', () => {
  const verdicts = async () =>
    (await judge({ customer: ACME, devices: devices('A') }, LATER)).verdicts.map(({ verdict, reasons }) => [
      verdict,
      reasons.map(({ code }) => code),
    ]);

  test('that differ on one page are both kept: nothing is decided by them', async () => {
    await page([OFFICE, { ...OFFICE, term: 'P5Y' }], true);
    await page([{ ...OFFICE, term: 'P5Y' }, OFFICE], true, LATER);
    expect(await facts()).toHaveLength(2);
    expect(await verdicts()).toEqual([['unknown', ['pbx-contradictory']]]);
  });

  test('that differ on two pages of one list are both kept, and stay so', async () => {
    await page([OFFICE], false);
    await page([{ ...OFFICE, term: 'P5Y' }], false);
    await page([OFFICE], false, LATER);
    expect(await facts()).toHaveLength(2);
    expect(await verdicts()).toEqual([['unknown', ['pbx-contradictory']]]);
  });

  test('are one again when a complete reading says so', async () => {
    await page([OFFICE, { ...OFFICE, term: 'P5Y' }], true);
    await page([{ ...OFFICE, term: 'P5Y' }], true, LATER);
    expect(await facts()).toEqual([['Office', 'P5Y', '2027-05-01']]);
    expect(await verdicts()).toEqual([['yes', []]]);
  });
});

describe('verdicts', () => {
  test('without a customer nothing remembered is used', async () => {
    await page([OFFICE], true);
    const { verdicts, pbxes } = await judge({ devices: devices('A') }, at());
    expect(verdicts).toMatchObject([{ verdict: 'unknown', reasons: [{ code: 'pbx-not-seen' }] }]);
    expect(pbxes).toEqual([]);
  });

  test('at PBX level the page says which PBX it is', async () => {
    await page([OFFICE], true);
    const rows = devices('A').map(({ pbx: _, ...device }) => device);
    expect((await judge({ customer: ACME, devices: rows }, at())).verdicts[0]?.verdict).toBe('unknown');
    expect((await judge({ customer: ACME, pbx: 'Office', devices: rows }, at())).verdicts[0]?.verdict).toBe('yes');
  });

  test('the day on which it expires is today in the partner’s calendar', async () => {
    await page([OFFICE], true);
    const judged = (today: string) => judge({ customer: ACME, devices: devices('A') }, { ...at(), today: day(today) });
    expect((await judged('2027-04-30')).verdicts[0]?.verdict).toBe('yes');
    expect((await judged('2027-05-01')).verdicts[0]?.verdict).toBe('no');
  });
});

describe('order advice', () => {
  const ask = (more: Partial<Parameters<typeof advise>[0]>) => advise({ customer: ACME, stocks: [], ...more }, at());
  const codes = async (more: Partial<Parameters<typeof advise>[0]>) => {
    const { judgement } = await ask(more);
    return [judgement.verdict, ...judgement.reasons.map(({ code }) => code)];
  };

  test('names the Duration that fits, with its age', async () => {
    await page([OFFICE, { name: 'Old', term: 'lifetime' }], true);
    expect(await ask({ pbx: 'office', duration: 'P1Y' })).toEqual({
      fitting: 'P1Y',
      term: 'P1Y',
      expiration: '2027-05-01',
      // From 23 November 2026.
      daysLeft: 159,
      seen: { at: at().at, url: URL_SEEN },
      ageDays: 0,
      judgement: { verdict: 'yes', reasons: [] },
      stocks: [],
    });
    expect(await codes({ pbx: 'Office', duration: 'P5Y' })).toEqual(['no', 'duration-differs']);
    expect(await codes({ pbx: 'Old', duration: 'P1Y' })).toEqual(['no', 'pbx-lifetime']);
    expect(await codes({ pbx: 'Office' })).toEqual(['unknown', 'duration-not-shown']);
    expect(await codes({ pbx: 'Elsewhere', duration: 'P1Y' })).toEqual(['unknown', 'pbx-not-seen']);
  });

  test('where the page names no PBX: the only one, if all were seen', async () => {
    expect(await codes({ duration: 'P1Y' })).toEqual(['unknown', 'pbx-not-shown']);
    await page([OFFICE], false);
    expect(await codes({ duration: 'P1Y' })).toEqual(['unknown', 'pbx-not-shown']);
    await page([OFFICE], true);
    expect(await codes({ duration: 'P1Y' })).toEqual(['yes']);
    await page([OFFICE, { name: 'Lab', term: 'P1Y' }], true);
    expect(await codes({ duration: 'P1Y' })).toEqual(['unknown', 'pbx-not-shown']);
  });

  test('without a customer nothing is used', async () => {
    await page([OFFICE], true);
    expect(await codes({ customer: undefined, pbx: 'Office', duration: 'P1Y' })).toEqual(['unknown', 'pbx-not-seen']);
  });

  test('explains stock below zero', async () => {
    const { stocks } = await ask({ stocks: [{ key: 'WP480', stock: -186, quantity: 10 }] });
    expect(stocks).toEqual([
      { key: 'WP480', outlook: { stock: -186, availableNow: 0, backordered: 10, aheadInQueue: 186, stockAfter: -196 } },
    ]);
  });
});
