import { parseCalendarDate } from '../../calendar.ts';
import type { CalendarDate } from '../../facts.ts';
import { type ListReason, listReason } from '../reasons.ts';
import { normalise } from './normalise.ts';

/** Month names of the six languages and their usual abbreviations, normalised. */
const MONTHS: readonly string[] = [
  'jan january januar jaenner gennaio gen janvier janv enero ene januari',
  'feb february februar febbraio fevrier fevr febrero februari',
  'mar march marz maerz marzo mars maart mrt',
  'apr april aprile avril avr abril abr',
  'may mai maggio mag mayo mei',
  'jun june juni giugno giu juin junio',
  'jul july juli luglio lug juillet juil julio',
  'aug august agosto ago aout augustus',
  'sep sept september settembre set septembre septiembre',
  'oct october oktober okt ottobre ott octobre octubre',
  'nov november novembre noviembre',
  'dec december dezember dez dicembre dic decembre diciembre',
];

/** Titles and notes are short; a cell of 32,767 letters is searched no further than this. */
const LONGEST_TEXT = 500;

const UNTIL = /(until|through|expires?|bis|fino al?|scadenza|jusqu( au)?|hasta|tot( en met)?)\W*$/;

export interface ListDate {
  readonly date?: CalendarDate;
  readonly remarks: readonly ListReason[];
}

type Found = { readonly date: CalendarDate } | { readonly ambiguous: string };

const iso = (year: number, month: number, day: number): CalendarDate | undefined =>
  parseCalendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

function numeric(text: string, first: number, second: number, year: number, separator: string): Found | undefined {
  const dayFirst = iso(year, second, first);
  const monthFirst = separator === '/' ? iso(year, first, second) : undefined;
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return { ambiguous: text };
  const date = dayFirst ?? monthFirst;
  return date && { date };
}

/** 1 to 12; 0 for a word that is no month. */
const monthOf = (word: string): number => MONTHS.findIndex((names) => names.split(' ').includes(normalise(word))) + 1;

/** Dates in a text, without those that say until when. */
function datesIn(long: string): readonly Found[] {
  const text = long.slice(0, LONGEST_TEXT);
  const found: Found[] = [];
  const add = (at: number, value: Found | undefined): void => {
    if (value && !UNTIL.test(normalise(text.slice(0, at)))) found.push(value);
  };
  for (const match of text.matchAll(/(?<!\d)(20\d\d)[-_.](\d\d)[-_.](\d\d)(?!\d)/g)) {
    const date = iso(Number(match[1]), Number(match[2]), Number(match[3]));
    add(match.index, date && { date });
  }
  for (const match of text.matchAll(/(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?!\d)/g)) {
    add(match.index, numeric(match[0], Number(match[1]), Number(match[3]), Number(match[4]), match[2] ?? ''));
  }
  for (const match of text.matchAll(
    /(?<!\d)(?:(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+)?)?(\p{L}{3,})\.?\s+(?:de\s+)?(20\d\d)(?!\d)/gu,
  )) {
    const date = iso(Number(match[3]), monthOf(match[2] ?? ''), Number(match[1] ?? 1));
    add(match.index, date && { date });
  }
  return found;
}

/**
 * The date that a list gives itself: in its titles, else its notes, else its sheet's or file's name. Several dates that
 * differ, or one that can be read in two ways (`03/04/2026`), are left to the partner.
 */
export function findListDate(sources: readonly (readonly string[])[]): ListDate {
  for (const texts of sources) {
    const found = texts.flatMap(datesIn);
    const ambiguous = found.flatMap((each) => ('ambiguous' in each ? [each.ambiguous] : []));
    const dates = new Set(found.flatMap((each) => ('date' in each ? [each.date] : [])));
    const [only] = dates;
    if (dates.size === 1 && ambiguous.length === 0 && only) return { date: only, remarks: [] };
    const [text] = [...ambiguous, ...dates];
    if (text !== undefined)
      return { remarks: [listReason('list-date-ambiguous', { text: [...ambiguous, ...dates].join(', ') })] };
  }
  return { remarks: [] };
}
