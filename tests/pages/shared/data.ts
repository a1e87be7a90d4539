/** Dashes of its own: a name must not be cut at them. */
export const CUSTOMER = 'Weiß-Müller – Söhne GmbH';
export type Term = 'P1M' | 'P1Y' | 'P5Y' | 'lifetime';
export const PBXES = [
  { name: 'Werk-Nord 2', term: 'P1Y', expiration: '2031-05-31' },
  { name: 'Altbau', term: 'lifetime', expiration: null },
  { name: 'Filiale Süd', term: 'P1M', expiration: '2027-02-03' },
  { name: 'Lager – Hafen 12', term: 'P5Y', expiration: '2030-11-12' },
] as const satisfies readonly { name: string; term: Term; expiration: string | null }[];

export interface Pbx {
  name: string;
  term: Term;
  expiration: string | null;
}

/** The customer's PBXes: the usual ones first. The last one is called like the first, and has another term. */
export const makePbxes = (count: number): readonly Pbx[] =>
  Array.from({ length: count }, (_, i): Pbx => {
    const usual = PBXES[i];
    if (usual !== undefined) return usual;
    const name = i === count - 1 ? PBXES[0].name : `Standort ${i}`;
    return { name, term: i % 2 === 0 ? 'P5Y' : 'P1Y', expiration: `2031-0${1 + (i % 9)}-${10 + (i % 19)}` };
  });

export interface Device {
  serial: string;
  mac: string;
  model: string;
  pbx: string;
  contract: 'capex' | 'hwaas' | 'rental';
  /** As printed, where it is not the contract's word. */
  contractText?: string;
  purchased: string;
  expiration: string | null;
  note: string;
}

const MODELS = ['W-AIR Handset LT', 'WP480G', 'WelcomeConsole', 'Vision (2023)', 'DaySaver/16'];

/** The devices of the customer, always the same ones. */
export function makeDevices(count: number, hostile = false, seed = 0): Device[] {
  const devices = Array.from({ length: count }, (_, i): Device => {
    const hex = (0x9c7514000000 + seed * 0x200000 + i * 257).toString(16);
    return {
      serial: `WX${70310000 + seed * 500_000 + i * 37}`,
      mac: (hex.match(/../g) ?? []).join(':'),
      model: MODELS[i % MODELS.length] ?? '',
      pbx: i % 9 === 8 ? 'Altbau' : 'Werk-Nord 2',
      contract: i % 7 === 3 ? 'hwaas' : 'capex',
      purchased: `20${18 + (i % 7)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}`,
      expiration: i % 5 === 4 ? null : '2031-05-31',
      note: i % 4 === 0 ? '' : `Floor ${i % 6}`,
    };
  });
  for (const [i, change] of hostile ? HOSTILE.entries() : []) Object.assign(devices[i] ?? {}, change);
  return devices;
}

/** Contents that try to be more than text, row by row. */
export const HOSTILE: readonly Partial<Device>[] = [
  { model: '<img src=x onerror="window.hacked=1">' },
  { model: '<script>window.hacked=1</script>', note: '{{constructor.constructor("window.hacked=1")()}}' },
  { model: '\u202eHWaaS ot trevnoC\u202c' },
  { model: 'x'.repeat(10_000) },
  // A Cyrillic letter in place of the H, and in place of the W.
  { contractText: '\u041dWaaS' },
  { serial: '\u0420X70310185' },
  { note: 'Serial number' },
  { model: 'Convert to HWaaS', note: 'Agree' },
  { model: '2024-01-01', note: 'aa:bb:cc:dd:ee:ff' },
];

/** What can be converted: CAPEX on the PBX with a subscription. */
export const convertible = (devices: readonly Device[]): string[] =>
  devices
    .filter(({ contract, contractText, pbx }) => contract === 'capex' && !contractText && pbx === PBXES[0].name)
    .map(({ serial }) => serial);
