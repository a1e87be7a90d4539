import { describe, expect, it } from 'vitest';
import { readConfirmation } from '../../../src/content/portal/confirmation.ts';
import { saysRefusal } from '../../../src/content/portal/heard.ts';

describe('words of refusal after Agree', () => {
  it.each([
    '3 devices failed',
    '37 devices converted, 3 failed',
    'Error: the session has ended',
    '2 Geräte konnten nicht umgewandelt werden',
    '40 Geräte umgewandelt, 10 fehlgeschlagen',
    'No se pudo convertir',
    'Erreurs : 2',
    '40 devices done (3 failed)',
    '1 apparaat mislukt',
  ])('%s', (text) => expect(saysRefusal(text)).toBe(true));

  it.each([
    '40 devices converted, 0 failed',
    '40 devices converted without errors. Errors: 0',
    'No errors',
    '40 Geräte umgewandelt, 0 fehlgeschlagen',
    '40 Geräte ohne Fehler umgewandelt (Fehler: 0)',
    '40 dispositivos convertidos, 0 fallidos, sin errores',
    '40 appareils convertis, aucune erreur',
    '40 dispositivi convertiti senza errori, 0 falliti',
    '40 apparaten omgezet, 0 mislukt, geen fouten',
  ])('%s: none', (text) => expect(saysRefusal(text)).toBe(false));
});

describe('an order’s confirmation', () => {
  it.each([
    ['Thank you! Your order 70012 has been placed.', { kind: 'placed', number: '70012' }],
    ['Your order was not placed: the customer is blocked.', { kind: 'refused' }],
    // Whoever reads "refused" here orders a second time.
    ['Thank you! Your order 70012 has been placed. Please do not reply to this message.', { kind: 'unclear' }],
    ['Vielen Dank! Sie müssen nichts weiter tun.', { kind: 'placed' }],
    [
      'Vielen Dank! Ihre Bestellung 70012 ist eingegangen. Bitte antworten Sie nicht auf diese Mail.',
      { kind: 'unclear' },
    ],
    ['One moment, please', { kind: 'unclear' }],
  ])('%s', (text, read) => expect(readConfirmation(text)).toEqual(read));
});
