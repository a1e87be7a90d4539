import { describe, expect, it } from 'vitest';
import { lacksCount, otherCount } from '../../../src/content/portal/question-count.ts';
import { de } from '../../portal/client/i18n/de.ts';
import { en } from '../../portal/client/i18n/en.ts';
import { es } from '../../portal/client/i18n/es.ts';
import { fr } from '../../portal/client/i18n/fr.ts';
import { it as italian } from '../../portal/client/i18n/it.ts';
import { nl } from '../../portal/client/i18n/nl.ts';

describe('the number of devices that a question names', () => {
  it.each([
    'Do you want to convert 26 devices to HWaaS?',
    'You are about to convert the selected devices (26) to HWaaS.',
    'Devices: 26',
    'Selected devices = 26. Agree?',
    'Convert to HWaaS: 26 selected.',
    '26 items will become HWaaS.',
    'Convert these to HWaaS (26)?',
    'Ausgewählte Geräte: 26. Diese werden in HWaaS umgewandelt.',
    'Möchten Sie die 26 ausgewählten Geräte umwandeln?',
    'Dispositivos seleccionados: 26.',
    'Appareils sélectionnés : 26. Conversion en HWaaS.',
    'Vuoi convertire 26 dispositivi in HWaaS?',
    'Geselecteerde apparaten: 26',
    'The 26 converted devices show in Devices within 10 minutes.',
    '26 Geräte in HWaaS umwandeln? Sie stehen innerhalb von 10 Minuten unter Geräte.',
    '26 toestellen omzetten? Binnen 10 minuten bij Apparaten.',
    '¿Convertir 26 dispositivos? En 10 minutos en Dispositivos.',
  ])('%s', (text) => {
    expect(otherCount(text, 26)).toBeUndefined();
    expect(otherCount(text, 25)).toBe(26);
  });

  it.each([
    'Convert the selected devices to HWaaS?',
    'The converted devices show in Devices within 10 minutes.',
    'Die Geräte erscheinen innerhalb von 10 Minuten.',
    'In HWaaS umwandeln? Sie stehen innerhalb von 10 Minuten unter Geräte.',
    'A fee of EUR 12.50 per month is charged from 1/12/2026. Agree?',
    'Convert to HWaaS until 31 Dec 2031, 12:30? WP480 and 9CF1A0001234 are HWaaS then.',
    'You get 15% off for 12 months.',
    'Articles 5 and 7 of the terms apply to HWaaS.',
  ])('none in: %s', (text) => {
    expect(otherCount(text, 25)).toBeUndefined();
  });

  it.each(Object.entries({ en, de, es, fr, it: italian, nl }))(
    'in the whole question of the stand-in, in %s',
    (_, words) => {
      const asked = words['convert.ask.other'].replace('{0}', '25');
      const text = [words['convert.title'], asked, words['convert.terms'], words['convert.list']].join(' ');
      expect(otherCount(text, 25)).toBeUndefined();
      expect(otherCount(text, 24)).toBe(25);
    },
  );

  it('takes thousands as they are printed', () => {
    expect(otherCount('Convert 1,200 devices to HWaaS?', 1200)).toBeUndefined();
    expect(otherCount('1.200 Geräte umwandeln?', 120)).toBe(1200);
  });

  it('of one device', () => {
    expect(otherCount('Convert 1 device to HWaaS?', 1)).toBeUndefined();
    expect(otherCount('Convert 2 devices to HWaaS?', 1)).toBe(2);
  });

  it('in a language that nobody taught, one of the numbers has to be the planned one', () => {
    expect(lacksCount('Konvertovat 25 zařízení za 10 minut?', 25)).toBeUndefined();
    expect(lacksCount('Konvertovat 26 zařízení?', 25)).toBe(26);
    expect(lacksCount('Konvertovat zařízení?', 25)).toBeUndefined();
  });
});
