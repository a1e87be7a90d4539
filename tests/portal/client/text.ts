import type { Settings } from '../shared/knobs.ts';
import { de } from './i18n/de.ts';
import { en, type Key, type Words } from './i18n/en.ts';
import { es } from './i18n/es.ts';
import { fr } from './i18n/fr.ts';
import { it } from './i18n/it.ts';
import { nl } from './i18n/nl.ts';

const WORDS: Record<Settings['lang'], Words> = { en, de, es, fr, it, nl };
const LOCALES: Record<Settings['lang'], string> = {
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  it: 'it-IT',
  nl: 'nl-NL',
};

/** The words, dates and amounts of one language. */
export interface Text {
  t(key: Key, ...values: (string | number)[]): string;
  /** `key.one` or `key.other`. */
  many(key: string, count: number): string;
  date(iso: string | null): string;
  money(minor: number): string;
  number(value: number): string;
}

export function makeText(settings: Settings): Text {
  const words = WORDS[settings.lang];
  const locale = LOCALES[settings.lang];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: settings.dates, timeZone: 'UTC' });
  const amounts = new Intl.NumberFormat(
    locale,
    settings.currency === 'none'
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { style: 'currency', currency: settings.currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 2 },
  );
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const fill = (text: string, values: (string | number)[]) =>
    text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ''));
  return {
    t: (key, ...values) => fill(words[key], values),
    many(key, count) {
      const form = plurals.select(count) === 'one' ? 'one' : 'other';
      return fill(words[`${key}.${form}` as Key], [numbers.format(count)]);
    },
    date: (iso) => (iso === null ? '–' : dates.format(new Date(`${iso}T00:00:00Z`))),
    money: (minor) => amounts.format(minor / 100),
    number: (value) => numbers.format(value),
  };
}
