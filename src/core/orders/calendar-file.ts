import type { CalendarDate, Instant } from '../facts.ts';

/** A day in a calendar. `uid` stays the same for the same fact, so that a calendar which takes the file again moves it. */
export interface CalendarDay {
  readonly uid: string;
  readonly date: CalendarDate;
  readonly title: string;
  readonly text?: string | undefined;
}

/** All-day entries as an iCalendar file (RFC 5545). `written`: when, which a calendar tells newer from older by. */
export function calendarFile(days: readonly CalendarDay[], written: Instant): string {
  const stamp = `${written.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = days.flatMap(({ uid, date, title, text }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@wmp-companion`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    ...(text === undefined ? [] : [`DESCRIPTION:${escaped(text)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//WMP Companion//EN', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    // No other control character may stand there.
    .replace(/\p{Cc}/gu, ' ');

const encoder = new TextEncoder();

/** A line holds 75 bytes at most; what is longer goes on after a blank, never inside of a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 74) {
      parts.push(part);
      [part, bytes] = ['', 0];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
