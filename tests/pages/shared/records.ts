/** What the pages beside Devices show: always the same, whatever draws them and in whichever language. */
export type OrderState = 'submitted' | 'processing' | 'backordered' | 'shipped' | 'delivered' | 'cancelled';
export type InvoiceState = 'open' | 'overdue' | 'paid';
export type Contract = 'capex' | 'hwaas' | 'rental';

export interface Order {
  number: string;
  date: string;
  reference: string;
  customer: string;
  contract: Contract;
  state: OrderState;
  shipmentDate: string | null;
  totalMinor: number;
}

export interface Invoice {
  number: string;
  date: string;
  due: string;
  amountMinor: number;
  state: InvoiceState;
}

export interface Product {
  product: string;
  sku: string;
  priceMinor: number;
  stock: number;
}

export interface CartLine extends Omit<Product, 'stock'> {
  quantity: number;
  discountPercent: number;
  totalMinor: number;
}

export const CUSTOMERS = [
  { name: 'Weiß-Müller – Söhne GmbH', place: 'Gütersloh', country: 'DE', reseller: 'Telko West' },
  { name: 'Nordhafen Logistik', place: 'Hamburg', country: 'DE', reseller: '' },
  { name: 'L’Atelier du Pain SARL', place: 'Saint-Étienne', country: 'FR', reseller: 'Réseaux & Cie' },
  { name: 'Officine Rossi & Figli S.p.A.', place: 'Reggio nell’Emilia', country: 'IT', reseller: '' },
  { name: 'Company 24', place: 'Utrecht', country: 'NL', reseller: 'Telko West' },
] as const;

const STATES = ['submitted', 'processing', 'backordered', 'shipped', 'delivered', 'cancelled'] as const;
const CONTRACTS = ['hwaas', 'capex', 'rental'] as const;
const TOTALS = [123450, 9900, 1850075, 99, 0, 240000];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
const day = (year: number, index: number): string =>
  new Date(Date.UTC(year, (index * 5) % 12, 1 + ((index * 11) % 28))).toISOString().slice(0, 10);

export const makeOrders = (count: number): Order[] =>
  Array.from({ length: count }, (_, i) => {
    const state = pick(STATES, i);
    return {
      number: `WO-${20400 + i * 7}`,
      date: day(2026, i),
      reference: i % 4 === 3 ? '' : `Floor ${i % 6} / ${300 + i}`,
      customer: pick(CUSTOMERS, i).name,
      contract: pick(CONTRACTS, i),
      state,
      shipmentDate: state === 'cancelled' ? null : day(2027, i + 1),
      totalMinor: pick(TOTALS, i),
    };
  });

/** The last one is a credit note. */
export const INVOICES: readonly Invoice[] = [
  { number: 'RE-2026-1041', date: '2026-09-30', due: '2026-10-30', amountMinor: 1234567, state: 'overdue' },
  { number: 'RE-2026-1057', date: '2026-10-31', due: '2026-11-30', amountMinor: 80010, state: 'open' },
  { number: 'RE-2026-0993', date: '2026-08-31', due: '2026-09-30', amountMinor: 512, state: 'paid' },
  { number: 'RE-2026-0994', date: '2026-08-31', due: '2026-09-13', amountMinor: -24990, state: 'paid' },
];

/** Stock below zero is on hand minus reserved. */
export const PRODUCTS: readonly Product[] = [
  { product: 'W-AIR Handset LT', sku: 'WAIR-LT', priceMinor: 11900, stock: 42 },
  { product: 'WP490G2', sku: '2030-490', priceMinor: 24950, stock: -186 },
  { product: 'Vision (2023)', sku: 'VIS.23', priceMinor: 129900, stock: 0 },
  { product: 'DaySaver/16', sku: 'DS16', priceMinor: 1990, stock: 1250 },
];

export const CART: readonly CartLine[] = [
  { product: 'WP490G2', sku: '2030-490', priceMinor: 24950, quantity: 25, discountPercent: 10, totalMinor: 561375 },
  { product: 'DaySaver/16', sku: 'DS16', priceMinor: 1990, quantity: 2, discountPercent: 0, totalMinor: 3980 },
];
