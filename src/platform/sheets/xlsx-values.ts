/** `A`, `Z`, `AA`: the name of a column by its place, from 0. */
export const columnName = (place: number): string =>
  (place < 26 ? '' : columnName(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** Days of the common calendar from its year 0 on, counted from March, so that the day of a leap year is the last one. */
function dayNumber(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const days = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day;
  return 365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + days;
}

/** Excel counts from here; it has a 29 February 1900, so that it counts as all others do only from March of that year on. */
const BEGIN = dayNumber(1899, 12, 30);
const FIRST = 61;

/**
 * What Excel stores of a date `yyyy-mm-dd` or of an instant in UTC: days, with the time as their fraction. `undefined` for
 * what it cannot count or what is no such date.
 */
export function serialOf(written: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z)?$/.exec(written);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = dayNumber(year, month, day) - BEGIN;
  return days < FIRST ? undefined : days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * A text as it stands in a cell's XML. Characters that XML knows no way to write are written as Excel does, `_x0007_`, and
 * what looks like that already is kept from being read so; non-characters become U+FFFD, as halves of characters do in UTF-8.
 */
export const xmlText = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in XML.
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (one) => `_x${hex(one)}_`)
        .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
        .replace(/[&<>"\r]/g, (one) => NAMED[one] ?? one)
    : text;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const SPECIAL = /[&<>"\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/;

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
