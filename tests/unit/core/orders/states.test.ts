import { describe, expect, test } from 'vitest';
import { STATE_WORDS, WORD_LANGUAGES } from '../../../../src/core/orders/state-words.ts';
import { isQuestion, parseOrderState, stateOf, wordKey } from '../../../../src/core/orders/states.ts';

const words = Object.entries(STATE_WORDS).flatMap(([state, byLanguage]) =>
  WORD_LANGUAGES.flatMap((language) => byLanguage[language].split('|').map((word) => [word, language, state] as const)),
);

describe('the table', () => {
  test.each(words)('%s (%s) is %s, and nothing else', (word, _language, state) => {
    expect(parseOrderState(word)).toBe(state);
    expect(parseOrderState(`  ${word.toUpperCase()}: `)).toBe(state);
  });

  test('a word outside of it is unknown', () => {
    for (const word of ['', '–', 'Zzz', 'Shipped?!yes', '12345']) expect(parseOrderState(word)).toBe('unknown');
  });
});

describe('the partner’s own word', () => {
  const own = { [wordKey('Zur Abholung bereit')]: { word: 'Zur Abholung bereit', state: 'shipped' as const } };

  test('counts in every spelling, and goes before the table', () => {
    expect(stateOf('zur  abholung BEREIT.', own)).toBe('shipped');
    expect(stateOf('Shipped', { [wordKey('shipped')]: { word: 'Shipped', state: 'delivered' } })).toBe('delivered');
  });

  test('is asked about once: neither a known word nor one that was answered, whatever the answer', () => {
    expect(isQuestion('Zur Abholung bereit', own)).toBe(false);
    expect(isQuestion('Zur Abholung bereit', {})).toBe(true);
    expect(isQuestion('Zzz', { zzz: { word: 'Zzz', state: 'unknown' } })).toBe(false);
    expect(isQuestion('Shipped', {})).toBe(false);
    expect(isQuestion(' ', {})).toBe(false);
  });
});
