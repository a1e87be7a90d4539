import type { Cart, CartView, Duration, Order, Refusal } from '../shared/types.ts';
import { priceCart, tierPercent } from './pricing.ts';
import type { World } from './world.ts';

export type CartChange =
  | { change: 'add'; sku: string; quantity: number }
  | { change: 'quantity'; sku: string; quantity: number }
  | { change: 'remove'; sku: string }
  | { change: 'duration'; duration: Duration }
  | { change: 'pbx'; pbxId: number };

export function viewCart(world: World, cart: Cart): CartView {
  const pbx = world.pbx(cart.pbxId);
  const customer = world.customer(cart.customerId);
  if (!pbx || !customer) throw new Error(`cart of ${cart.customerId} has no PBX`);
  return priceCart(cart, customer.name, pbx, world.products, world.today);
}

/** Any change drops the discount until the next recalculation. */
export function changeCart(world: World, cart: Cart, change: CartChange): void {
  switch (change.change) {
    case 'add': {
      const line = cart.lines.find((l) => l.sku === change.sku);
      if (line) line.quantity += count(change.quantity);
      else if (world.products.some((p) => p.sku === change.sku)) {
        cart.lines.push({ sku: change.sku, quantity: count(change.quantity), discountPercent: 0 });
      }
      break;
    }
    case 'quantity': {
      const line = cart.lines.find((l) => l.sku === change.sku);
      if (line) line.quantity = count(change.quantity);
      break;
    }
    case 'remove':
      cart.lines = cart.lines.filter((l) => l.sku !== change.sku);
      break;
    case 'duration':
      cart.duration = change.duration;
      break;
    case 'pbx':
      if (world.pbxesOf(cart.customerId).some((p) => p.id === change.pbxId)) cart.pbxId = change.pbxId;
      break;
  }
  for (const line of cart.lines) line.discountPercent = 0;
  cart.recalculated = false;
  cart.saved = false;
  cart.touched = Date.now();
  world.log.add({ kind: 'cart-changed', customer: cart.customerId, change: change.change });
}

export function saveCart(world: World, cart: Cart, recalculate: boolean): void {
  cart.saved = true;
  cart.touched = Date.now();
  if (!recalculate) {
    world.log.add({ kind: 'cart-saved', customer: cart.customerId });
    return;
  }
  for (const line of cart.lines) line.discountPercent = tierPercent(line.quantity);
  cart.recalculated = true;
  world.log.add({
    kind: 'cart-recalculated',
    customer: cart.customerId,
    discountMinor: viewCart(world, cart).discountMinor,
  });
}

/** Why this cart cannot be ordered, or null. A missing recalculation or a Duration unlike the PBX's is no reason. */
export function whyNotOrderable(world: World, cart: Cart, overdueDays: number): Refusal | null {
  if (overdueDays >= 5) return 'overdue';
  if (cart.lines.length === 0) return 'empty';
  const pbx = world.pbx(cart.pbxId);
  if (pbx?.term === 'lifetime') return 'lifetime';
  if (pbx?.expiration && pbx.expiration <= world.today) return 'expired';
  return null;
}

export function placeOrder(world: World, cart: Cart, reference: string, address: string): Order {
  const view = viewCart(world, cart);
  const lines = view.lines.map(({ sku, name, quantity, unitMinor, discountPercent, totalMinor }) => ({
    sku,
    name,
    quantity,
    unitMinor,
    discountPercent,
    totalMinor,
  }));
  const order: Order = {
    number: world.nextOrder++,
    date: world.today,
    customerId: cart.customerId,
    customer: view.customer,
    pbxId: cart.pbxId,
    pbx: view.pbx,
    reference,
    contract: 'hwaas',
    duration: cart.duration,
    status: 'submitted',
    shipmentDate: null,
    address,
    lines,
    totalMinor: view.proratedMinor,
    currency: 'EUR',
    recalculated: cart.recalculated,
  };
  world.orders.unshift(order);
  for (const line of lines) {
    const product = world.products.find((p) => p.sku === line.sku);
    if (product) product.stock -= line.quantity;
  }
  world.carts = world.carts.filter((c) => c !== cart);
  world.log.add({
    kind: 'order-placed',
    number: order.number,
    customer: cart.customerId,
    pbx: cart.pbxId,
    duration: cart.duration,
    lines: structuredClone(lines),
    reference,
    address,
    totalMinor: order.totalMinor,
    currency: 'EUR',
    recalculated: order.recalculated,
  });
  return order;
}

function count(value: unknown): number {
  const n = Math.floor(Number(value));
  return Number.isFinite(n) && n > 0 ? Math.min(n, 10_000) : 1;
}
