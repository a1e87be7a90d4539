import { expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../../../../src/core/facts.ts';
import { calendarFile } from '../../../../src/core/orders/calendar-file.ts';

const WRITTEN = '2026-11-24T09:05:07.123Z' as Instant;
const day = (title: string, text?: string) => ({ uid: 'order:1', date: '2026-12-01' as CalendarDate, title, text });

test('an entry is a whole day with a name of its own that stays', () => {
  expect(calendarFile([day('ACME', 'PO 1')], WRITTEN).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//WMP Companion//EN',
    'BEGIN:VEVENT',
    'UID:order:1@wmp-companion',
    'DTSTAMP:20261124T090507Z',
    'DTSTART;VALUE=DATE:20261201',
    'SUMMARY:ACME',
    'DESCRIPTION:PO 1',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('what a page printed cannot begin a line of its own', () => {
  const file = calendarFile([day('A;B,C\\D\nEND:VEVENT\r\nBEGIN:VEVENT\u0007')], WRITTEN);
  expect(file).toContain('SUMMARY:A\\;B\\,C\\\\D\\nEND:VEVENT\\nBEGIN:VEVENT ');
  expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
});

test('long lines are folded at 75 bytes, and whole again when unfolded', () => {
  const title = 'Überfällige Lieferung 📦 '.repeat(20).trim();
  const file = calendarFile([day(title)], WRITTEN);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});
