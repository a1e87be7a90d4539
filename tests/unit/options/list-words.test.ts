import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { LIST_REASONS, listReason } from '../../../src/core/price-list/reasons.ts';
import { CHOICES } from '../../../src/core/settings.ts';
import { ROLES, roleOf, UNITS, useOf } from '../../../src/options/price-list/column-use.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const english: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../public/_locales/en/messages.json'), 'utf8'),
);

/** Fills in a message as the browser does. */
function getMessage(key: string, substitutions: readonly string[] = []): string {
  const { message = '', placeholders = {} } = english[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const number = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return substitutions[number - 1] ?? `missing ${name}`;
  });
}
vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage, getUILanguage: () => 'en' } } }));
const { listReasonText } = await import('../../../src/options/price-list/list-words.ts');

describe('the sentence of each reason of the import', () => {
  test.each(Object.entries(LIST_REASONS))('%s names its parameters in their order', (code, kinds) => {
    const { placeholders = {} } = english[`reason_${code.replaceAll('-', '_')}`] ?? {};
    const named = Object.entries(placeholders).sort(([, a], [, b]) => (a.content < b.content ? -1 : 1));
    expect(named.map(([name]) => name)).toEqual(Object.keys(kinds));
    expect(english).toHaveProperty(`reason_${code.replaceAll('-', '_')}`);
  });

  test.each([
    [listReason('list-unit-from-note', { row: 2, unit: 'month' }), 'That prices are per month was taken from row 2.'],
    [listReason('list-column-missing', { role: 'sku' }), 'No column is used as “Article number”. Choose it below.'],
    [
      listReason('list-columns-same-role', { role: 'price P1Y', columns: 'C, D' }),
      'Several columns could be “Price at 1 year”: C, D. Set all but one of them to “not used”.',
    ],
    [listReason('list-file-unsupported', { kind: 'ods' }), expect.stringContaining('(ODS)')],
    [{ code: 'record-not-found' }, 'The record is not there any more.'],
  ])('%j', (reason, words) => {
    expect(listReasonText(reason)).toEqual(words);
  });
});

const kinds = ['title', 'header', 'header_repeated', 'section', 'note', 'page_furniture'];
const conventions = CHOICES.convention.map((one) => one.replaceAll('-', '_'));
test.each([
  ...ROLES.map((role) => `list_role_${role}`),
  ...UNITS.map((unit) => `list_unit_${unit}`),
  ...kinds.map((kind) => `list_skipped_${kind}`),
  ...conventions.flatMap((one) => [`options_convention_${one}`, `options_convention_${one}_why`]),
  ...CHOICES.roundEach.map((one) => `options_round_each_${one}`),
  ...CHOICES.rounding.map((one) => `options_rounding_${one.replaceAll('-', '_')}`),
  ...['warning', 'orders_blocked', 'portal_locked', 'services_suspended'].map((step) => `options_overdue_${step}`),
])('%s, whose key is put together in code, is there', (key) => {
  expect(english).toHaveProperty(key);
});

describe('the use of a column', () => {
  test.each(ROLES)('%s is what it was chosen as', (role) => {
    expect(roleOf(useOf(role, { role: 'ignore' }))).toBe(role);
  });

  test('keeps unit and currency from one price to another; a month’s price is per month', () => {
    const before = useOf('P1Y', { role: 'price', duration: 'P5Y', unit: 'term', currency: 'CHF' });
    expect(before).toEqual({ role: 'price', duration: 'P1Y', unit: 'term', currency: 'CHF' });
    expect(useOf('P1M', before)).toEqual({ role: 'price', duration: 'P1M', unit: 'month', currency: 'CHF' });
    expect(useOf('sku', before)).toEqual({ role: 'sku' });
  });
});
