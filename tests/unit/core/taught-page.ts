import type { PageProfile } from '../../../src/core/page-profile.ts';

/** A Devices page in a language that is not built in, as a partner taught it. */
export const POLISH: PageProfile = {
  version: 1,
  name: 'Urządzenia',
  page: 'devices',
  route: '/#devices',
  titles: [
    { label: 'Urządzenia', means: 'page' },
    { label: 'Klienci', means: 'other' },
  ],
  columns: [
    { concept: 'serial', label: 'Numer seryjny' },
    { concept: 'contract', label: 'Rodzaj umowy' },
    { concept: 'mac', place: { index: 3, of: 6, mark: 'div' } },
  ],
  actions: [
    { concept: 'convert', label: 'Zamień na HWaaS', pointed: true },
    { concept: 'agree', label: 'Zgadzam się', pointed: false },
  ],
};
