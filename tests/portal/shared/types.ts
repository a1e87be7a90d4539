/** What the stand-in's server and its page tell each other. Dates are `yyyy-mm-dd`, money is in cents. */

export type Duration = 'P1M' | 'P1Y' | 'P5Y';
export type Term = Duration | 'lifetime';
export type Contract = 'capex' | 'hwaas' | 'rental';
export type OrderStatus = 'submitted' | 'processing' | 'backorder' | 'shipped' | 'delivered' | 'cancelled';
export type InvoiceStatus = 'open' | 'overdue' | 'paid';

export interface Customer {
  id: number;
  name: string;
  city: string;
  country: string;
  reseller: string | null;
  addresses: string[];
}

export interface Pbx {
  id: number;
  customerId: number;
  name: string;
  term: Term;
  /** null for LifeTime. */
  expiration: string | null;
  kind: 'cloud' | 'hardware' | 'virtual';
  serial: string;
}

export interface Device {
  serial: string;
  /** DECT headsets have none. */
  mac: string | null;
  model: string;
  customerId: number;
  pbxId: number;
  type: Contract;
  purchased: string;
}

/** A device as a Devices page lists it. */
export interface DeviceRow extends Device {
  pbx: string;
  expiration: string | null;
}

export interface Product {
  sku: string;
  name: string;
  priceMinor: Record<Duration, number>;
  stock: number;
}

export interface CartLine {
  sku: string;
  quantity: number;
  /** Whole percent; 0 until the server has recalculated. */
  discountPercent: number;
}

export interface Cart {
  customerId: number;
  pbxId: number;
  duration: Duration;
  lines: CartLine[];
  recalculated: boolean;
  saved: boolean;
  touched: number;
}

export interface PricedLine extends CartLine {
  name: string;
  unitMinor: number;
  listMinor: number;
  discountMinor: number;
  totalMinor: number;
}

export interface CartView {
  customerId: number;
  customer: string;
  pbxId: number;
  pbx: string;
  duration: Duration;
  lines: PricedLine[];
  recalculated: boolean;
  saved: boolean;
  listMinor: number;
  discountMinor: number;
  /** What is charged until the PBX expires. */
  proratedMinor: number;
  currency: 'EUR';
}

export interface OrderLine {
  sku: string;
  name: string;
  quantity: number;
  unitMinor: number;
  discountPercent: number;
  totalMinor: number;
}

export interface Order {
  number: number;
  date: string;
  customerId: number;
  customer: string;
  pbxId: number | null;
  pbx: string | null;
  reference: string;
  contract: Contract;
  duration: Duration | null;
  status: OrderStatus;
  shipmentDate: string | null;
  address: string;
  lines: OrderLine[];
  totalMinor: number;
  currency: 'EUR';
  recalculated: boolean;
}

export interface Invoice {
  number: string;
  date: string;
  due: string;
  amountMinor: number;
  status: InvoiceStatus;
}

export interface Rma {
  number: string;
  date: string;
  serial: string;
  model: string;
  state: 'received' | 'repaired' | 'replaced';
}

export interface SessionInfo {
  signedIn: boolean;
  user: string;
  overdueDays: number;
  locked: boolean;
}

export interface DevicesInfo {
  customer: Customer;
  pbx: Pbx | null;
  devices: DeviceRow[];
  /** Agreed to, and not HWaaS yet. */
  pending: number;
  version: number;
  duplicate: boolean;
  /** 1-based place of the row that is about to disappear, 0 for none. */
  vanish: number;
}

export interface OrderFormInfo {
  customer: Customer;
  pbxes: Pbx[];
  products: Product[];
  cart: CartView;
}

export interface PressInfo {
  dead: boolean;
  noise: boolean;
  neverOpens: boolean;
}

/** Codes of refusals; the page has the words. */
export type Refusal =
  | 'lifetime'
  | 'expired'
  | 'rental'
  | 'overdue'
  | 'empty'
  | 'terms'
  | 'address'
  | 'internal'
  | 'locked'
  | 'not-found';
