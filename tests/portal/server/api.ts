import { makeInvoices } from '../data/history.ts';
import type { DeviceRow, DevicesInfo, OrderFormInfo, PressInfo, SessionInfo } from '../shared/types.ts';
import { type Call, HttpError, meetFaults, serials } from './call.ts';
import { agreeToConvert, askToConvert } from './converting.ts';
import { type CartChange, changeCart, placeOrder, saveCart, viewCart, whyNotOrderable } from './ordering.ts';

/** Whom the portal greets. */
export const USER = 'Robin Partner';

type Handler = (call: Call, ...ids: number[]) => unknown;

/** Routes that answer without a session, or while the portal is locked. */
const OPEN = [/^GET \/api\/session$/, /^POST \/api\/login$/];
const WHILE_LOCKED = [
  ...OPEN,
  /^GET \/api\/balance$/,
  /^POST \/api\/balance\/pay$/,
  /^POST \/api\/press$/,
  /^GET \/api\/changes$/,
];

const ROUTES: [RegExp, Handler][] = [
  [/^GET \/api\/session$/, session],
  [/^POST \/api\/login$/, login],
  [/^POST \/api\/press$/, press],
  [/^GET \/api\/changes$/, ({ world }) => ({ version: world.version, pending: world.pending.length })],
  [
    /^GET \/api\/dashboard$/,
    ({ world }) => ({
      customers: world.customers.length,
      devices: world.devices.length,
      hwaas: world.devices.filter((d) => d.type === 'hwaas').length,
      orders: world.orders.filter((o) => !['delivered', 'cancelled'].includes(o.status)).length,
    }),
  ],
  [/^GET \/api\/customers$/, ({ world }) => world.customers.map((c) => ({ ...c, pbxes: world.pbxesOf(c.id).length }))],
  [
    /^GET \/api\/customers\/(\d+)\/pbxes$/,
    ({ world }, id) => ({ customer: must(world.customer(id)), pbxes: world.pbxesOf(id) }),
  ],
  [/^GET \/api\/customers\/(\d+)\/devices$/, (call, id) => devices(call, id, null)],
  [
    /^GET \/api\/pbx\/(\d+)$/,
    ({ world }, id) => {
      const pbx = must(world.pbx(id));
      return { pbx, customer: must(world.customer(pbx.customerId)) };
    },
  ],
  [/^GET \/api\/pbx\/(\d+)\/devices$/, (call, id) => devices(call, must(call.world.pbx(id)).customerId, id)],
  [/^POST \/api\/convert$/, askToConvert],
  [/^POST \/api\/convert\/agree$/, agreeToConvert],
  [
    /^POST \/api\/replace$/,
    ({ world, body }) =>
      world.log.add({ kind: 'replace-asked', serials: serials(body), customer: Number(body.customer) }),
  ],
  [
    /^POST \/api\/cancel$/,
    ({ world, body }) =>
      world.log.add({
        kind: 'cancel-asked',
        serials: serials(body),
        customer: Number(body.customer),
        pbx: body.pbx === null ? null : Number(body.pbx),
      }),
  ],
  [/^GET \/api\/customers\/(\d+)\/order$/, orderForm],
  [
    /^POST \/api\/cart\/(\d+)\/change$/,
    ({ world, body }, id) => {
      const cart = world.cart(must(world.customer(id)).id);
      changeCart(world, cart, body as unknown as CartChange);
      return viewCart(world, cart);
    },
  ],
  [/^POST \/api\/cart\/(\d+)\/save$/, (call, id) => save(call, id, false)],
  [/^POST \/api\/cart\/(\d+)\/recalculate$/, (call, id) => save(call, id, true)],
  [/^POST \/api\/cart\/(\d+)\/checkout$/, checkout],
  [/^POST \/api\/cart\/(\d+)\/confirm$/, confirm],
  [
    /^GET \/api\/cart$/,
    ({ world }) =>
      world.carts
        .filter((c) => c.lines.length > 0)
        .sort((a, b) => b.touched - a.touched)
        .map((c) => viewCart(world, c)),
  ],
  [
    /^GET \/api\/orders$/,
    ({ world }) => {
      world.log.add({ kind: 'orders-listed' });
      return world.orders;
    },
  ],
  [
    /^GET \/api\/orders\/(\d+)$/,
    ({ world }, number) => {
      const order = must(world.orders.find((o) => o.number === number));
      world.log.add({ kind: 'order-viewed', number });
      return order;
    },
  ],
  [
    /^GET \/api\/balance$/,
    ({ world, settings }) =>
      makeInvoices(world.today, settings.overdue).map((i) => (world.paid.has(i.number) ? { ...i, status: 'paid' } : i)),
  ],
  [
    /^POST \/api\/balance\/pay$/,
    ({ world, body }) => {
      world.paid.add(String(body.number));
      world.log.add({ kind: 'bill-paid', number: String(body.number) });
      return {};
    },
  ],
  [/^GET \/api\/rma$/, ({ world }) => world.rmas],
  [/^GET \/api\/products$/, ({ world }) => world.products],
];

/** Answers one request of the page, or throws an HttpError. */
export function answer(method: string, path: string, call: Call): unknown {
  const request = `${method} ${path}`;
  const route = ROUTES.find(([pattern]) => pattern.test(request));
  if (!route) throw new HttpError(404, 'not-found');
  if (!OPEN.some((open) => open.test(request))) {
    if (method === 'GET' && path !== '/api/changes') meetFaults(call, 'load');
    if (!call.world.signedIn) throw new HttpError(401, 'signed-out');
    if (call.settings.overdue >= 30 && !WHILE_LOCKED.some((open) => open.test(request)))
      throw new HttpError(423, 'locked');
  }
  if (call.settings.rows !== null) call.world.setRows(call.settings.rows);
  const ids = (route[0].exec(request) ?? []).slice(1).map(Number);
  return route[1](call, ...ids);
}

function session({ world, settings }: Call): SessionInfo {
  return { signedIn: world.signedIn, user: USER, overdueDays: settings.overdue, locked: settings.overdue >= 30 };
}

function login(call: Call): SessionInfo {
  call.world.signedIn = true;
  call.world.log.add({ kind: 'login', user: String(call.body.user ?? '') });
  return session(call);
}

/** The page tells of every press of a button that faults can hit, before it acts. */
function press({ world, faults, settings, body }: Call): PressInfo {
  const button = String(body.button);
  world.log.add({ kind: 'pressed', button });
  const dead = faults.take(settings.faults, 'dead-once', button);
  if (dead) world.log.add({ kind: 'fault', fault: `dead-once:${button}` });
  const convert = button === 'convert' && !dead;
  return {
    dead,
    noise: convert && faults.take(settings.faults, 'select-noise'),
    neverOpens: convert && faults.lasting(settings.faults, 'dialog-never') !== null,
  };
}

function devices({ world, faults, settings }: Call, customerId: number, pbxId: number | null): DevicesInfo {
  const customer = must(world.customer(customerId));
  const rows = world.devices
    .filter((d) => d.customerId === customerId && (pbxId === null || d.pbxId === pbxId))
    .map((d): DeviceRow => {
      const pbx = world.pbx(d.pbxId);
      return { ...d, pbx: pbx?.name ?? '', expiration: d.type === 'capex' ? null : (pbx?.expiration ?? null) };
    });
  return {
    customer,
    pbx: pbxId === null ? null : must(world.pbx(pbxId)),
    devices: rows,
    pending: world.pending.length,
    version: world.version,
    duplicate: faults.lasting(settings.faults, 'duplicate') !== null,
    vanish: Number(faults.lasting(settings.faults, 'vanish') ?? 0) || 0,
  };
}

function orderForm({ world }: Call, id: number): OrderFormInfo {
  const customer = must(world.customer(id));
  return { customer, pbxes: world.pbxesOf(id), products: world.products, cart: viewCart(world, world.cart(id)) };
}

function save(call: Call, id: number, recalculate: boolean): unknown {
  meetFaults(call, recalculate ? 'recalculate' : 'save');
  const cart = call.world.cart(must(call.world.customer(id)).id);
  saveCart(call.world, cart, recalculate);
  return viewCart(call.world, cart);
}

function checkout(call: Call, id: number): unknown {
  meetFaults(call, 'checkout');
  const { world, settings } = call;
  const customer = must(world.customer(id));
  const cart = world.cart(id);
  const reason = whyNotOrderable(world, cart, settings.overdue);
  if (reason) {
    world.log.add({ kind: 'checkout-refused', customer: id, reason });
    throw new HttpError(409, reason);
  }
  world.log.add({ kind: 'checkout', customer: id, recalculated: cart.recalculated });
  return { addresses: customer.addresses, cart: viewCart(world, cart) };
}

function confirm(call: Call, id: number): unknown {
  meetFaults(call, 'confirm');
  const { world, settings, body } = call;
  const cart = world.cart(must(world.customer(id)).id);
  const address = String(body.address ?? '').trim();
  const reason =
    whyNotOrderable(world, cart, settings.overdue) ??
    (address === '' ? 'address' : body.terms !== true ? 'terms' : null);
  if (reason) throw new HttpError(409, reason);
  return { number: placeOrder(world, cart, String(body.reference ?? '').trim(), address).number };
}

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new HttpError(404, 'not-found');
  return found;
}
