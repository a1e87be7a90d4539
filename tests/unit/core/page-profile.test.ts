import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src/core/facts.ts';
import { PageProfile, routeOf, TEACHABLE, TEACHABLE_PAGES } from '../../../src/core/page-profile.ts';
import { profileFile, readProfileFile } from '../../../src/core/profile-file.ts';
import { isItsPage, type Met, misfit } from '../../../src/core/profile-fit.ts';
import { POLISH } from './taught-page.ts';

const valid = (change: object): boolean => v.safeParse(PageProfile, { ...POLISH, ...change }).success;

describe('a profile', () => {
  test('of words and places is taken as it is', () => {
    expect(v.parse(PageProfile, POLISH)).toEqual(POLISH);
  });

  test.each([
    ['of a later version', { version: 3 }],
    ['of an earlier version with words of values', { values: [{ label: 'Kupione', means: 'capex' }] }],
    [
      'with one word for two contract types',
      {
        version: 2,
        values: [
          { label: 'Kupione', means: 'capex' },
          { label: 'KUPIONE', means: 'rental' },
        ],
      },
    ],
    [
      'with a word for a contract type that there is not',
      { version: 2, values: [{ label: 'Kupione', means: 'lease' }] },
    ],
    ['with a sign for a word', { version: 2, values: [{ label: '–', means: 'capex' }] }],
    [
      'with words of values for a page without contract types',
      { version: 2, page: 'customers', columns: [], actions: [], values: [{ label: 'Kupione', means: 'capex' }] },
    ],
    ['of an earlier version for invoices', { page: 'account-balance', columns: [], actions: [] }],
    ['of a page that cannot be taught', { page: 'login' }],
    ['with more than it may hold', { selector: '#grid' }],
    ['that teaches nothing', { titles: [], columns: [], actions: [] }],
    ['with an unknown column', { columns: [{ concept: 'colour', label: 'Kolor' }] }],
    ['with a column of another page', { columns: [{ concept: 'stock', label: 'Stan' }] }],
    ['with a button of another page', { actions: [{ concept: 'checkout', label: 'Kasa', pointed: true }] }],
    ['with a column by neither word nor place', { columns: [{ concept: 'serial' }] }],
    [
      'with a column by both',
      { columns: [{ concept: 'serial', label: 'Numer', place: { index: 0, of: 2, mark: 'td' } }] },
    ],
    ['with a place outside of its line', { columns: [{ concept: 'serial', place: { index: 2, of: 2, mark: 'td' } }] }],
    ['with a path for a mark', { columns: [{ concept: 'serial', place: { index: 0, of: 2, mark: 'div > .x' } }] }],
    [
      'with two columns of one header',
      {
        columns: [
          { concept: 'serial', label: 'Numer' },
          { concept: 'mac', label: 'NUMER' },
        ],
      },
    ],
    [
      'with one label for two buttons',
      {
        actions: [
          { concept: 'agree', label: 'Tak', pointed: false },
          { concept: 'cancel', label: 'tak', pointed: false },
        ],
      },
    ],
    ['with a label as long as a paragraph', { columns: [{ concept: 'serial', label: 'x'.repeat(61) }] }],
    ['with an empty label', { columns: [{ concept: 'serial', label: '  ' }] }],
  ])('%s is refused', (_what, change) => {
    expect(valid(change)).toBe(false);
  });

  test('may hold words of contract types', () => {
    const taught = { ...POLISH, version: 2, values: [{ label: 'Kupione', means: 'capex' }] };
    expect(v.parse(PageProfile, taught)).toEqual(taught);
  });

  test('what a page needs is among what it can be taught', () => {
    for (const page of TEACHABLE_PAGES)
      for (const concept of TEACHABLE[page].needed.flat()) expect(TEACHABLE[page].columns).toContain(concept);
  });
});

test.each([
  ['/', '#!customers/17/devices', '/#customers/*/devices'],
  ['/', '#!devices', '/#devices'],
  ['/', '#!pbx/3f2a9c10-aaaa-bbbb-cccc-0123456789ab?tab=1', '/#pbx/*'],
  ['/wmp/c/4711', '', '/wmp/c/*#'],
])('the route of %s%s is %s', (pathname, hash, route) => {
  expect(routeOf(pathname, hash)).toBe(route);
});

const met = (change: Partial<Met> = {}): Met => ({
  columns: new Set(['serial', 'contract', 'mac']),
  printed: new Set(['serial', 'contract']),
  actions: new Set(['convert']),
  titles: new Set(['Urządzenia']),
  ...change,
});

describe('a profile on a page', () => {
  test('fits where everything that was pointed at is there; what was only named may be absent', () => {
    expect(misfit(POLISH, met())).toBeUndefined();
  });

  test.each([
    [{ columns: new Set(['serial', 'mac']) }, 'profile-column-gone', { column: 'Rodzaj umowy' }],
    [{ columns: new Set<string>(), printed: new Set(['serial']) }, 'profile-column-gone', { column: 'Rodzaj umowy' }],
    [{ columns: new Set(['serial', 'contract']) }, 'profile-place-gone', { place: 4, of: 6 }],
    [{ actions: new Set<string>() }, 'profile-button-gone', { button: 'Zamień na HWaaS' }],
    [{ titles: new Set(['Klienci']) }, 'profile-title-gone', { title: 'Urządzenia' }],
    [{ contradicted: 'MAC address' }, 'profile-contradicts', { label: 'MAC address' }],
  ])('without %o does not: %s', (change, code, params) => {
    expect(misfit(POLISH, met(change))).toMatchObject({ code, params: { profile: 'Urządzenia', ...params } });
  });

  test('is known by its title or by half of its columns, and by less is another page', () => {
    const nothing = { printed: new Set<string>(), titles: new Set<string>() };
    expect(isItsPage(POLISH, met({ printed: new Set() }))).toBe(true);
    expect(isItsPage(POLISH, met({ ...nothing, printed: new Set(['serial', 'mac']) }))).toBe(true);
    expect(isItsPage(POLISH, met({ ...nothing, printed: new Set(['mac']) }))).toBe(false);
    expect(isItsPage(POLISH, met({ ...nothing, titles: new Set(['Klienci']) }))).toBe(false);
  });
});

describe('a file of profiles', () => {
  const at = '2026-11-23T10:00:00.000Z' as Instant;
  const record = { id: 'p1', revision: 3, updatedAt: at, updatedBy: 'partner' as const, profile: POLISH, taughtAt: at };
  const file = (change: object) => JSON.stringify({ ...JSON.parse(profileFile([record])), ...change });

  test('comes back as it went out', () => {
    expect(readProfileFile(profileFile([record]))).toEqual({ profiles: [{ id: 'p1', profile: POLISH }] });
  });

  test.each([
    ['no JSON', '{"kind":', 'profile-file-not-json'],
    ['of something else', '{"kind":"settings","version":1}', 'profile-file-foreign'],
    ['a list', '[]', 'profile-file-foreign'],
    ['of a later version', file({ version: 3 }), 'profile-file-too-new'],
    ['of a version before the first', file({ version: 0 }), 'profile-file-broken'],
    ['with nothing in it', file({ profiles: [] }), 'profile-file-broken'],
    [
      'with a forged profile',
      file({ profiles: [{ id: 'p1', profile: { ...POLISH, page: 'pbxes' } }] }),
      'profile-file-broken',
    ],
    ['with one id twice', file({ profiles: [1, 2].map(() => ({ id: 'p1', profile: POLISH })) }), 'profile-file-broken'],
    ['with more than it may hold', file({ run: 'x' }), 'profile-file-broken'],
    ['too large', ' '.repeat(500_001), 'profile-file-too-large'],
  ])('%s is refused', (_what, text, code) => {
    expect(readProfileFile(text)).toMatchObject({ refused: { code } });
  });

  test('says where it is broken', () => {
    const columns = [{ concept: 'serial', label: 7 }];
    expect(readProfileFile(file({ profiles: [{ id: 'p1', profile: { ...POLISH, columns } }] }))).toMatchObject({
      refused: { params: { where: 'profiles.0.profile.columns.0.label' } },
    });
  });
});
