import { addDays } from '../shared/dates.ts';
import type {
  Contract,
  Customer,
  Duration,
  Invoice,
  Order,
  OrderLine,
  OrderStatus,
  Pbx,
  Product,
  Rma,
} from '../shared/types.ts';

export const FIRST_NEW_ORDER = 100124;

interface Past {
  number: number;
  ago: number;
  pbx: number;
  reference: string;
  contract: Contract;
  duration: Duration | null;
  status: OrderStatus;
  ship: number | null;
  lines: [sku: string, quantity: number][];
}

const PAST: Past[] = [
  {
    number: 100123,
    ago: 6,
    pbx: 31,
    reference: 'NH-2207',
    contract: 'hwaas',
    duration: 'P1Y',
    status: 'backorder',
    ship: 19,
    lines: [
      ['HW-WP490G2', 12],
      ['HW-WAIR-HEAD', 4],
    ],
  },
  {
    number: 100119,
    ago: 11,
    pbx: 42,
    reference: 'Seehaus lobby',
    contract: 'hwaas',
    duration: 'P1Y',
    status: 'processing',
    ship: 4,
    lines: [['HW-WP480G2', 6]],
  },
  {
    number: 100118,
    ago: 12,
    pbx: 43,
    reference: 'Berghaus 5/7',
    contract: 'capex',
    duration: null,
    status: 'shipped',
    ship: -1,
    lines: [['HW-VISION', 2]],
  },
  {
    number: 100104,
    ago: 33,
    pbx: 71,
    reference: 'BC 88-410',
    contract: 'hwaas',
    duration: 'P5Y',
    status: 'delivered',
    ship: -24,
    lines: [
      ['HW-WAIR-SYNC', 3],
      ['HW-WP480G2', 10],
    ],
  },
  {
    number: 100097,
    ago: 51,
    pbx: 51,
    reference: 'PO 6610',
    contract: 'capex',
    duration: null,
    status: 'delivered',
    ship: -45,
    lines: [['HW-WP480', 8]],
  },
  {
    number: 100092,
    ago: 63,
    pbx: 91,
    reference: 'Zwolle kantoor',
    contract: 'hwaas',
    duration: 'P1Y',
    status: 'cancelled',
    ship: null,
    lines: [['HW-WELCOME', 2]],
  },
  {
    number: 100081,
    ago: 90,
    pbx: 31,
    reference: 'NH-2150',
    contract: 'capex',
    duration: null,
    status: 'delivered',
    ship: -80,
    lines: [['HW-WIZYCONF', 1]],
  },
];

export function makeOrders(today: string, customers: Customer[], pbxes: Pbx[], products: Product[]): Order[] {
  return PAST.map((past) => {
    const pbx = pbxes.find((p) => p.id === past.pbx);
    const customer = customers.find((c) => c.id === pbx?.customerId);
    if (!pbx || !customer) throw new Error(`order ${past.number} names an unknown PBX`);
    const lines = past.lines.map(([sku, quantity]): OrderLine => {
      const product = products.find((p) => p.sku === sku);
      if (!product) throw new Error(`order ${past.number} names an unknown product`);
      const unitMinor = past.duration ? product.priceMinor[past.duration] : product.priceMinor.P1M * 28;
      return { sku, name: product.name, quantity, unitMinor, discountPercent: 0, totalMinor: unitMinor * quantity };
    });
    return {
      number: past.number,
      date: addDays(today, -past.ago),
      customerId: customer.id,
      customer: customer.name,
      pbxId: pbx.id,
      pbx: pbx.name,
      reference: past.reference,
      contract: past.contract,
      duration: past.duration,
      status: past.status,
      shipmentDate: past.ship === null ? null : addDays(today, past.ship),
      address: customer.addresses[0] ?? '',
      lines,
      totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
      currency: 'EUR',
      recalculated: true,
    };
  });
}

/** With `overdueDays`, one invoice has been due for that many days. */
export function makeInvoices(today: string, overdueDays: number): Invoice[] {
  const due = overdueDays > 0 ? addDays(today, -overdueDays) : addDays(today, 12);
  return [
    {
      number: 'INV-26-0931',
      date: addDays(due, -30),
      due,
      amountMinor: 184_260,
      status: overdueDays > 0 ? 'overdue' : 'open',
    },
    { number: 'INV-26-0917', date: addDays(today, -8), due: addDays(today, 22), amountMinor: 42_900, status: 'open' },
    { number: 'INV-26-0802', date: addDays(today, -64), due: addDays(today, -34), amountMinor: 96_415, status: 'paid' },
    {
      number: 'INV-26-0688',
      date: addDays(today, -95),
      due: addDays(today, -65),
      amountMinor: 120_005,
      status: 'paid',
    },
  ];
}

export function makeRmas(today: string): Rma[] {
  return [
    { number: 'RMA-5521', date: addDays(today, -14), serial: '9CF1H3480021', model: 'WP480', state: 'received' },
    {
      number: 'RMA-5407',
      date: addDays(today, -47),
      serial: '9CF1B7113950',
      model: 'W-AIR Headset',
      state: 'replaced',
    },
  ];
}
