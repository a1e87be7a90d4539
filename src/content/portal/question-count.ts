const DEVICES =
  'devices?|gerate?n?|dispositivos?|equipos?|appareils?|equipements?|terminaux|dispositiv[io]|apparat[io]|apparaten|apparaat|toestel(?:len)?';
const SELECTED =
  'selected|selection|ausgewahlte?[nrs]?|auswahl|gewahlte?[nrs]?|markierte?[nrs]?|seleccionad[oa]s?|seleccion|selectionnee?s?|selezionat[aeio]|selezione|geselecteerde?|selectie';
const NUMBER = '\\d{1,3}(?:[.,\\u202f ]\\d{3})+|\\d+';
/** Not part of a date, a time, a share, a name or an amount. */
const ALONE_BEFORE = '(?<![\\p{L}\\d:/+€$£#-]|\\d[.,]|[€$£] )';
const ALONE_AFTER = '(?![\\p{L}\\d:/%€$£-]|[.,]\\d|\\s?[%€$£])';

const BEFORE = new RegExp(
  `${ALONE_BEFORE}(${NUMBER})${ALONE_AFTER}\\s+(?:\\p{L}+\\s+){0,2}?(?:${DEVICES}|${SELECTED})\\b`,
  'gu',
);
/** `Devices: 25`, `the selected devices (25)`, `Selected devices = 25`. */
const AFTER = new RegExp(`\\b(?:${DEVICES}|${SELECTED})(?:\\s+\\p{L}+)?\\s*[:(=–-]\\s*(${NUMBER})${ALONE_AFTER}`, 'gu');
const BARE = new RegExp(`${ALONE_BEFORE}(${NUMBER})${ALONE_AFTER}`, 'gu');

const DATE = /\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}/gu;

/** What is counted in a question besides devices: times and money. */
const UNIT =
  /^\s*(?:min|minut|hour|stunde|hora|heure|or[ae]\b|uur|uren|days?\b|tage?n?\b|dias?\b|jours?\b|giorn|dag(?:en)?\b|weeks?\b|woche|semana|semaine|settiman|weken|month|monat|mes(?:es|i)?\b|mois|maand|years?\b|jahr|anos?\b|ans?\b|ann[oi]\b|jaar|jaren|eur\b|usd\b|gbp\b|chf\b|euro|percent|prozent|por ciento|pour cent|per cento|procent)/u;

/**
 * Another number of devices than the planned one that a question names, if any. A number beside the word for devices, or for what is
 * selected, is theirs; one that stands in the question alone, and counts neither time nor money, may be.
 */
export function otherCount(text: string, planned: number): number | undefined {
  const folded = fold(text);
  const theirs = [
    ...[...folded.matchAll(BEFORE)].filter(({ index, 1: digits = '' }) => !countsUnits(folded, index, digits)),
    ...folded.matchAll(AFTER),
  ].map(([, digits]) => amountOf(digits));
  if (theirs.length > 0) return theirs.find((count) => count !== planned);
  const bare = bareNumbers(folded);
  return bare.length === 1 && bare[0] !== planned ? bare[0] : undefined;
}

/** Whether numbers stand in a text, and none of them is the planned one: for words that nobody taught the meaning of. */
export function lacksCount(text: string, planned: number): number | undefined {
  const bare = bareNumbers(fold(text));
  return bare.includes(planned) ? undefined : bare[0];
}

function bareNumbers(folded: string): number[] {
  const text = folded.replace(DATE, ' ');
  return [...text.matchAll(BARE)]
    .filter(({ index, 0: digits }) => !countsUnits(text, index, digits))
    .map(([, digits]) => amountOf(digits))
    .filter((value) => !isYear(value));
}

const countsUnits = (text: string, index: number, digits: string): boolean =>
  UNIT.test(text.slice(index + digits.length));

const isYear = (value: number): boolean => value >= 1990 && value <= 2100;

const amountOf = (digits = ''): number => Number(digits.replace(/\D/g, ''));

const fold = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
