import browser from 'webextension-polyfill';
import { parametersOf } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import type { ParamKind } from '../core/rules/reasons.ts';

/** A message of `_locales`. A missing one shows its key: visible in every test, never an empty button. */
export const t = (key: string, ...substitutions: (string | number)[]): string =>
  browser.i18n.getMessage(key, substitutions.map(String)) || key;

/** A counted message: `key_one` or `key_other` by the language's own plural rule, the number as first substitution. */
export function plural(key: string, count: number, ...more: (string | number)[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  const number = new Intl.NumberFormat(language()).format(count);
  return (
    browser.i18n.getMessage(`${key}_${category}`, [number, ...more.map(String)]) || t(`${key}_other`, number, ...more)
  );
}

/** The words of a reason. Its parameters are put in the order that the code's owner declares. */
export function reasonText(reason: Reason): string {
  const kinds = Object.entries(parametersOf(reason.code) ?? {});
  return t(
    `reason_${reason.code.replaceAll('-', '_')}`,
    ...kinds.map(([name, kind]) => parameterText(kind, reason.params?.[name])),
  );
}

/** One parameter of a reason in words. */
export function parameterText(kind: ParamKind, value: string | number | undefined): string {
  if (value === undefined) return '?';
  if (typeof value === 'number') return new Intl.NumberFormat(language()).format(value);
  if (kind === 'term') return t(`term_${value}`);
  return kind === 'date' ? dateText(value) : value;
}

export const language = (): string => browser.i18n.getUILanguage();

/** A number in the reader's language. */
export const numberText = (value: number): string => new Intl.NumberFormat(language()).format(value);

/** A calendar date in the reader's language. The time zone is fixed on both sides, so the day cannot move. */
export const dateText = (date: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** An instant in the reader's language and time zone. */
export const instantText = (instant: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(instant));

/** The same with its time zone, for who reads it elsewhere. */
export const zonedText = (instant: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'long' }).format(Date.parse(instant));

/** "3 minutes ago", for "as of". */
export function agoText(instant: string, now: number = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

/** "today", "yesterday", "3 days ago": calendar days, as the rules count them. */
export const daysText = (days: number): string =>
  new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-days, 'day');

/** What a kind of page is called. */
export const pageName = (page: string): string => t(`page_${page.replaceAll('-', '_')}`);

/** "seen 3 days ago on PBXes". `days`: calendar days by the rules; within a day the hours and minutes count. */
export function seenText(at: string, days: number, page: string): string {
  return t('seen_on', days === 0 ? agoText(at) : daysText(days), pageName(page));
}
