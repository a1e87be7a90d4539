import { addDays, addMonths } from '../shared/dates.ts';
import type { Customer, Pbx } from '../shared/types.ts';

/** The customers by what they are there for. */
export const CUSTOMERS = {
  batch: 17,
  several: 18,
  lifetime: 19,
  expired: 20,
  fiveYears: 21,
  rental: 22,
  twins: 23,
} as const;

/** The PBXes by what they are there for. */
export const PBXES = {
  batch: 31,
  monthly: 41,
  yearly: 42,
  fiveYears: 43,
  lifetimeAmongOthers: 44,
  lifetime: 51,
  expired: 61,
  longTerm: 71,
  rental: 81,
  twinA: 91,
  twinB: 92,
} as const;

export function makeCustomers(): Customer[] {
  return [
    customer(CUSTOMERS.batch, 'Nordhafen Logistik GmbH', 'Bremerhaven', 'DE', null, [
      'Kaiserhafen 12, 27568 Bremerhaven, Germany',
      'Am Speicher 4, 28217 Bremen, Germany',
    ]),
    customer(CUSTOMERS.several, 'Alpenblick Hotels AG', 'Luzern', 'CH', 'Telecom Partner Zug', [
      'Seestrasse 88, 6004 Luzern, Switzerland',
      'Bergweg 1, 6390 Engelberg, Switzerland',
    ]),
    customer(CUSTOMERS.lifetime, 'Calder Print Works Ltd', 'Leeds', 'GB', null, [
      '7 Foundry Lane, Leeds LS2 7QA, United Kingdom',
    ]),
    customer(CUSTOMERS.expired, 'Bodega Río Claro S.L.', 'Logroño', 'ES', null, [
      'Calle del Vino 3, 26001 Logroño, Spain',
    ]),
    customer(CUSTOMERS.fiveYears, 'Clinique des Tilleuls', 'Dijon', 'FR', 'Réseau Bourgogne', [
      '14 rue des Tilleuls, 21000 Dijon, France',
    ]),
    customer(CUSTOMERS.rental, 'Studio Legale Ferraro', 'Trento', 'IT', null, ['Via Manci 20, 38122 Trento, Italy']),
    customer(CUSTOMERS.twins, 'Van Dijk Bouw B.V.', 'Zwolle', 'NL', null, [
      'Havenstraat 51, 8011 XN Zwolle, Netherlands',
      'Zuiderkade 9, 5211 JS Den Bosch, Netherlands',
    ]),
  ];
}

/** Expirations lie around `today`, so that they mean the same in every year. */
export function makePbxes(today: string): Pbx[] {
  const twinEnd = addDays(today, 122);
  return [
    pbx(31, 17, 'Nordhafen Zentrale', 'P1Y', addDays(today, 203), 'cloud', '2211CLD00417'),
    pbx(41, 18, 'Alpenblick Seehaus', 'P1M', addDays(today, 17), 'cloud', '2304CLD01120'),
    pbx(42, 18, 'Alpenblick Seehaus 2', 'P1Y', addDays(today, 88), 'virtual', '2109VRT00077'),
    pbx(43, 18, 'Alpenblick Berghaus', 'P5Y', addMonths(addDays(today, 40), 24), 'hardware', '1906WGP00931'),
    pbx(44, 18, 'Alpenblick Verwaltung', 'lifetime', null, 'hardware', '1511WGP00212'),
    pbx(51, 19, 'Calder Works', 'lifetime', null, 'hardware', '1412WGP00156'),
    pbx(61, 20, 'Río Claro', 'P1Y', addDays(today, -20), 'cloud', '2110CLD00655'),
    pbx(71, 21, 'Tilleuls Accueil', 'P5Y', addMonths(addDays(today, 9), 41), 'virtual', '2404VRT00318'),
    pbx(81, 22, 'Ferraro', 'P1Y', addDays(today, 310), 'cloud', '2602CLD00902'),
    pbx(91, 23, 'Van Dijk Bouw', 'P1Y', twinEnd, 'cloud', '2205CLD00540'),
    pbx(92, 23, 'Van Dijk Bouw Zuid', 'P1Y', twinEnd, 'cloud', '2205CLD00541'),
  ];
}

function customer(
  id: number,
  name: string,
  city: string,
  country: string,
  reseller: string | null,
  addresses: string[],
): Customer {
  return { id, name, city, country, reseller, addresses };
}

function pbx(
  id: number,
  customerId: number,
  name: string,
  term: Pbx['term'],
  expiration: string | null,
  kind: Pbx['kind'],
  serial: string,
): Pbx {
  return { id, customerId, name, term, expiration, kind, serial };
}
