import { addDays } from '../shared/dates.ts';
import { seeded } from '../shared/random.ts';
import type { Contract, Device } from '../shared/types.ts';
import { CUSTOMERS, PBXES } from './customers.ts';

export const BATCH_ROWS = 40;

const MODELS = [
  'WP480',
  'WP490G2',
  'WP480',
  'W-AIR Sync Plus',
  'W-AIR Headset',
  'Vision',
  'WP490G2',
  'WelcomeConsole',
  'WP480G2',
];

/** The `index`th device of the batch customer: mostly CAPEX, every ninth is HWaaS already. */
export function batchDevice(index: number, today: string): Device {
  return device(CUSTOMERS.batch, PBXES.batch, index, index % 9 === 4 ? 'hwaas' : 'capex', today);
}

export function makeDevices(today: string): Device[] {
  const some = (customer: number, pbx: number, first: number, types: Contract[]) =>
    types.map((type, i) => device(customer, pbx, first + i, type, today));
  return [
    ...Array.from({ length: BATCH_ROWS }, (_, i) => batchDevice(i, today)),
    ...some(CUSTOMERS.several, PBXES.monthly, 0, ['capex', 'capex', 'hwaas', 'capex']),
    ...some(CUSTOMERS.several, PBXES.yearly, 20, ['capex', 'hwaas', 'capex', 'capex', 'hwaas']),
    ...some(CUSTOMERS.several, PBXES.fiveYears, 40, ['capex', 'capex', 'capex']),
    ...some(CUSTOMERS.several, PBXES.lifetimeAmongOthers, 60, ['capex', 'capex', 'capex', 'capex']),
    ...some(CUSTOMERS.lifetime, PBXES.lifetime, 0, ['capex', 'capex', 'capex', 'capex', 'capex', 'capex']),
    ...some(CUSTOMERS.expired, PBXES.expired, 0, ['capex', 'hwaas', 'capex', 'capex']),
    ...some(CUSTOMERS.fiveYears, PBXES.longTerm, 0, [
      'capex',
      'capex',
      'hwaas',
      'capex',
      'capex',
      'capex',
      'capex',
      'hwaas',
    ]),
    ...some(CUSTOMERS.rental, PBXES.rental, 0, ['rental', 'rental', 'capex', 'rental', 'capex', 'rental']),
    ...some(CUSTOMERS.twins, PBXES.twinA, 0, ['capex', 'hwaas', 'capex', 'capex', 'capex']),
    ...some(CUSTOMERS.twins, PBXES.twinB, 20, ['capex', 'capex', 'hwaas']),
  ];
}

/** Serial and MAC come from one running number by steps that never meet, so no two devices share either. */
function device(customerId: number, pbxId: number, index: number, type: Contract, today: string): Device {
  const running = (customerId - 10) * 25_000 + index;
  const random = seeded(running);
  const model = MODELS[Math.floor(random() * MODELS.length)] ?? 'WP480';
  const letters = 'ABCDEFGHKLMNPRST';
  const serial = `9CF1${letters[Math.floor(random() * 16)]}${Math.floor(random() * 10)}${String((running * 7919 + 104_729) % 1_000_000).padStart(6, '0')}`;
  const tail = ((running * 104_729) % 0x1000000).toString(16).toUpperCase().padStart(6, '0');
  const mac = model === 'W-AIR Headset' ? null : `9C:75:14:${tail.slice(0, 2)}:${tail.slice(2, 4)}:${tail.slice(4)}`;
  const purchased = addDays(today, -40 - Math.floor(random() * 1500));
  return { serial, mac, model, customerId, pbxId, type, purchased };
}
