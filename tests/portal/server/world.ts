import { CUSTOMERS, makeCustomers, makePbxes } from '../data/customers.ts';
import { batchDevice, makeDevices } from '../data/devices.ts';
import { FIRST_NEW_ORDER, makeOrders, makeRmas } from '../data/history.ts';
import { makeProducts } from '../data/products.ts';
import { isoDate } from '../shared/dates.ts';
import type { Cart, Customer, Device, Order, Pbx, Product, Rma } from '../shared/types.ts';
import type { Log } from './log.ts';

/** What tests may look at. */
export interface PortalState {
  signedIn: boolean;
  customers: readonly Customer[];
  pbxes: readonly Pbx[];
  devices: readonly Device[];
  products: readonly Product[];
  carts: readonly Cart[];
  orders: readonly Order[];
  /** Serials agreed to that are not HWaaS yet. */
  pending: readonly string[];
}

/** Everything this server remembers. */
export class World implements PortalState {
  readonly log: Log;
  readonly today = isoDate(new Date());
  readonly customers = makeCustomers();
  readonly pbxes: Pbx[] = makePbxes(this.today);
  readonly products = makeProducts();
  readonly rmas: Rma[] = makeRmas(this.today);
  devices: Device[] = makeDevices(this.today);
  orders: Order[] = makeOrders(this.today, this.customers, this.pbxes, this.products);
  carts: Cart[] = [];
  paid = new Set<string>();
  signedIn = true;
  /** Grows when devices change, so that pages know to load again. */
  version = 1;
  nextOrder = FIRST_NEW_ORDER;
  #pending = new Map<string, number>();
  #timers = new Set<NodeJS.Timeout>();

  constructor(log: Log) {
    this.log = log;
  }

  get pending(): string[] {
    return [...this.#pending.keys()];
  }

  customer(id: number): Customer | undefined {
    return this.customers.find((c) => c.id === id);
  }

  pbx(id: number): Pbx | undefined {
    return this.pbxes.find((p) => p.id === id);
  }

  pbxesOf(customerId: number): Pbx[] {
    return this.pbxes.filter((p) => p.customerId === customerId);
  }

  /** Gives the batch customer that many devices; those that stay keep what happened to them. */
  setRows(count: number): void {
    const kept = this.devices.filter((d) => d.customerId === CUSTOMERS.batch);
    if (kept.length === count) return;
    const others = this.devices.filter((d) => d.customerId !== CUSTOMERS.batch);
    const batch = Array.from({ length: count }, (_, i) => kept[i] ?? batchDevice(i, this.today));
    this.devices = [...batch, ...others];
    this.version++;
  }

  /** All devices of one agreement change together, `after` ms later. */
  convertLater(serials: readonly string[], after: number): void {
    const changing = serials.filter((s) => this.devices.find((d) => d.serial === s)?.type === 'capex');
    for (const serial of changing) this.#pending.set(serial, (this.#pending.get(serial) ?? 0) + 1);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      for (const serial of changing) this.#convert(serial);
      this.version++;
    }, after);
    timer.unref();
    this.#timers.add(timer);
  }

  cart(customerId: number): Cart {
    const known = this.carts.find((c) => c.customerId === customerId);
    if (known) return known;
    const pbx = this.pbxesOf(customerId)[0];
    const cart: Cart = {
      customerId,
      pbxId: pbx?.id ?? 0,
      duration: 'P1M',
      lines: [],
      recalculated: false,
      saved: false,
      touched: 0,
    };
    this.carts.push(cart);
    return cart;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #convert(serial: string): void {
    const left = (this.#pending.get(serial) ?? 1) - 1;
    if (left > 0) this.#pending.set(serial, left);
    else this.#pending.delete(serial);
    const device = this.devices.find((d) => d.serial === serial);
    if (device?.type !== 'capex') return;
    device.type = 'hwaas';
    this.log.add({ kind: 'converted', serial });
  }
}
