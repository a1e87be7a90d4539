import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/core/facts.ts';
import { judgeListAge } from '../../../src/core/price-list/age.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

test.each([
  ['2026-03-01', '2026-03-01', 12, undefined],
  ['2026-03-01', '2027-03-01', 12, undefined],
  ['2026-03-01', '2027-03-02', 12, { code: 'list-old', params: { date: '2026-03-01', months: 12 } }],
  ['2024-02-29', '2025-02-28', 12, undefined],
  ['2024-02-29', '2025-03-01', 12, { code: 'list-old', params: { date: '2024-02-29', months: 12 } }],
  ['2026-03-01', '2026-07-01', 3, { code: 'list-old', params: { date: '2026-03-01', months: 3 } }],
  ['2026-03-02', '2026-03-01', 12, { code: 'list-date-ahead', params: { date: '2026-03-02' } }],
])('a list of %s on %s, at most %i months', (list, today, months, expected) => {
  expect(judgeListAge(day(list), day(today), months)).toEqual(expected);
});

test('a list without a date', () => {
  expect(judgeListAge(undefined, day('2026-03-01'))).toEqual({ code: 'list-date-unknown', params: {} });
});
