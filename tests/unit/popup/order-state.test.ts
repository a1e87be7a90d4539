import { expect, test, vi } from 'vitest';
import { ORDER_STATES } from '../../../src/core/records/order.ts';

const messages = (await import('../../../public/_locales/en/messages.json', { with: { type: 'json' } })).default;

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getMessage: (key: string) => (messages as Record<string, { message: string }>)[key]?.message ?? '',
      getUILanguage: () => 'en',
    },
  },
}));

const { stateText } = await import('../../../src/popup/orders/order-state.ts');
const { moneyText } = await import('../../../src/platform/money-text.ts');

test.each(ORDER_STATES)('%s has its word', (state) => {
  expect(stateText({ state, evidence: 'listed' })).not.toContain('order_state');
});

test('an order without an answer does not pass for one of an unknown state', () => {
  expect(stateText({ state: 'unknown', evidence: 'asked' })).toBe('Not known whether WMP took it');
  expect(stateText({ state: 'unknown', evidence: 'listed', statusText: 'Zzz' })).toBe('WMP says');
  expect(stateText({ state: 'unknown', evidence: 'refused' })).toBe('Refused by WMP');
});

test.each([
  ['EUR', 123450, '€1,234.50'],
  ['JPY', 100, '¥100'],
  ['CHF', -5, '-CHF 0.05'],
])('%s %d is %s', (currency, amountMinor, text) => {
  expect(moneyText({ amountMinor, currency }).replace(/\u00a0/g, ' ')).toBe(text);
});
