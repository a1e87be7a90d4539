import { describe, expect, test } from 'vitest';
import { classifyHeader } from '../../../src/core/price-list/understand/classify.ts';
import { currencyIn } from '../../../src/core/price-list/understand/currency.ts';
import { findListDate } from '../../../src/core/price-list/understand/list-date.ts';
import { readTime } from '../../../src/core/price-list/understand/time.ts';

const time = (text: string): string => {
  const { months, unit } = readTime(text);
  return `${months ?? '-'} ${unit ?? '-'}`;
};

const use = (header: string): string => {
  const { use: own } = classifyHeader(header);
  return own.role === 'price' ? `price ${own.duration ?? '-'} ${own.unit}` : own.role;
};

describe('lengths of time', () => {
  test.each([
    ['1 month|1 Monat|1 mese|1 mois|1 mes|1 maand|One month|Ein Monat|un mois|1 mth|P1M|1M', '1 -'],
    ['1 year|1 Jahr|1 anno|1 an|1 año|1 jaar|One year|12 months|12 mesi|12M|1Y|P1Y|12 Monate', '12 -'],
    ['5 years|5 Jahre|5 anni|5 ans|5 años|5 jaar|Five years|cinque anni|Fünf Jahre|60 maanden|5Y|P5Y', '60 -'],
    [
      'per month|pro Monat|al mese|par mois|al mes|per maand|monthly|monatlich|mensile|mensuel|mensual|maandelijks|€/mese',
      '1 month',
    ],
    ['per year|pro Jahr|all’anno|par an|por año|per jaar|yearly|jährlich|annuale|annuel|anual|jaarlijks', '12 term'],
    [
      'monthly, 1 year|monatlich bei 1 Jahr Laufzeit|canone mensile 12 mesi|prix mensuel (1 an)|mensual 1 año|per maand bij 1 jaar',
      '12 month',
    ],
    [
      'monthly price for 5 years|je Monat bei 5 Jahren|canone mensile 5 anni|mensuel 5 ans|al mes 5 años|per maand 5 jaar',
      '60 month',
    ],
    ['yearly price, 5 years|Jahrespreis 5 Jahre', '60 year'],
    ['total 5 years|Gesamtpreis 5 Jahre|totale 5 anni|per 5 jaar', '60 term'],
    ['3 years|36 mesi', '36 -'],
    ['Model|Nome|Description|Amount|Marge|Anmerkung|a|Y', '- -'],
  ])('%s', (texts, expected) => {
    for (const text of texts.split('|')) expect(`${text}: ${time(text)}`).toBe(`${text}: ${expected}`);
  });
});

describe('headers', () => {
  test.each([
    [
      'SKU|Part number|Part No.|Artikel-Nr.|Artikelnummer|Codice articolo|Cod.|Référence|Réf.|Code article|Referencia|Código|Artikelcode|P/N',
      'sku',
    ],
    [
      'Product|Description|Product name|Bezeichnung|Artikel|Descrizione|Prodotto|Désignation|Produit|Descripción|Omschrijving|Naam|Model',
      'name',
    ],
    [
      'Category|Warengruppe|Kategorie|Categoria|Famiglia|Catégorie|Gamme|Familia|Productgroep|Product family',
      'category',
    ],
    [
      'Duration|Laufzeit|Durata|Durée|Engagement|Duración|Looptijd|Subscription length|Duration (months)|Term',
      'duration',
    ],
    ['Currency|Währung|Valuta|Devise|Moneda|Divisa', 'currency'],
    [
      '1 month|Preis 1 Monat|Monatlich|Canone mensile|Prix mensuel|Precio al mes|Prijs per maand|€ / month',
      'price P1M month',
    ],
    ['1 year|Preis 1 Jahr|1 anno (EUR)|Prix 1 an|Precio 1 año|Prijs 1 jaar|OpEx 1 year', 'price P1Y unknown'],
    ['Yearly|Jahrespreis|Canone annuale|Prix annuel|Precio por año|Prijs per jaar', 'price P1Y term'],
    ['Monthly fee, 5 years|Monatspreis 5 Jahre|Canone mensile 5 anni', 'price P5Y month'],
    ['Price|Preis|Prezzo|Prix|Precio|Prijs|Netto price EUR|HWaaS fee', 'price - unknown'],
    ['Price per term', 'price - term'],
    ['3 years|Stock|Quantity|Rabatt|Sconto %|EAN|Garantie 2 Jahre|Warranty 1 year|Pos.|Nr.|', 'ignore'],
  ])('%s', (texts, expected) => {
    for (const text of texts.split('|')) expect(`${text}: ${use(text)}`).toBe(`${text}: ${expected}`);
  });
});

test('currencies that a text names', () => {
  const named = [
    'Prices in EUR',
    '€',
    'CHF / month',
    'US$',
    'Preise in Euro',
    'ALL PRICES',
    '$',
    'EUR or CHF',
    'SKU',
    'Fr. 12',
  ].map(currencyIn);
  expect(named).toEqual(['EUR', 'EUR', 'CHF', 'USD', 'EUR', undefined, undefined, undefined, undefined, 'CHF']);
});

describe("a list's own date", () => {
  test.each([
    ['Valid from 2026-03-01', '2026-03-01'],
    ['Gültig ab 1.3.2026', '2026-03-01'],
    ['Valido dal 25/03/2026', '2026-03-25'],
    ['Stand 15. Januar 2026', '2026-01-15'],
    ['Valable à partir du 1er août 2026', '2026-08-01'],
    ['Válido desde el 5 de diciembre de 2026', '2026-12-05'],
    ['Prijslijst mei 2026', '2026-05-01'],
    ['opex_2026-02-28.xlsx', '2026-02-28'],
    ['Valid from 2026-01-01 until 2026-12-31', '2026-01-01'],
  ])('%s: %s', (text, date) => {
    expect(findListDate([[text]])).toEqual({ date, remarks: [] });
  });

  test.each(['Setup 2026', '31.02.2026', 'Valid until 31.12.2026', 'Version 1.2'])('%s: none', (text) => {
    expect(findListDate([[text]])).toEqual({ remarks: [] });
  });

  test('two readings, or two dates, are left to the partner', () => {
    expect(findListDate([['03/04/2026']])).toEqual({
      remarks: [{ code: 'list-date-ambiguous', params: { text: '03/04/2026' } }],
    });
    const two = findListDate([['2026-01-01', '2026-02-01'], ['2026-03-01']]);
    expect(two).toEqual({ remarks: [{ code: 'list-date-ambiguous', params: { text: '2026-01-01, 2026-02-01' } }] });
  });
});
