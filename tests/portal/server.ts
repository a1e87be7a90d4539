import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answer } from './server/api.ts';
import { asset, bundle, page, policy } from './server/assets.ts';
import { HttpError } from './server/call.ts';
import { Faults } from './server/faults.ts';
import { Log, type LogEntry, type LogEvent, type PlacedOrder } from './server/log.ts';
import { throwAwayCertificate } from './server/tls.ts';
import { type PortalState, World } from './server/world.ts';
import { type Knobs, readSettings, writeKnobs } from './shared/knobs.ts';
import type { OrderStatus } from './shared/types.ts';

export { CUSTOMERS, PBXES } from './data/customers.ts';
export type { Knobs, LogEntry, LogEvent, PlacedOrder, PortalState };

export const ORIGIN = 'https://my.wildix.com';

export interface PortalOptions {
  /** A free one by default. */
  port?: number;
  seed?: 'default';
  /** Default true: no login page at first. */
  signedIn?: boolean;
}

export interface Portal {
  readonly port: number;
  readonly origin: typeof ORIGIN;
  /** Browser arguments with which `origin` is this portal. */
  readonly browserArgs: readonly string[];
  /** What tests may look at; always the present state. */
  readonly state: PortalState;
  /** `route` with or without `#!`. */
  url(route?: string, knobs?: Knobs): string;
  log(): LogEntry[];
  clearLog(): void;
  /** Fresh data, no faults, empty log. */
  reset(): void;
  expireSession(): void;
  /** Adds faults, for every page; see README. */
  setFault(...faults: string[]): void;
  clearFaults(): void;
  setOrder(number: number, change: { status?: OrderStatus; shipmentDate?: string | null }): void;
  close(): Promise<void>;
}

export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const log = new Log();
  const faults = new Faults();
  let world = freshWorld();

  function freshWorld(): World {
    const fresh = new World(log);
    fresh.signedIn = options.signedIn ?? true;
    return fresh;
  }

  const control = {
    log: () => log.read(),
    clearLog: () => log.clear(),
    reset() {
      world.stop();
      faults.clear();
      log.clear();
      world = freshWorld();
    },
    expireSession() {
      if (world.signedIn) log.add({ kind: 'session-expired', by: 'control' });
      world.signedIn = false;
    },
  };

  const server = createServer(await throwAwayCertificate(), (request, response) => {
    handle(request, response, () => world, faults, control).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', String(error));
      else response.end();
    });
  });
  const port = await listen(server, options.port ?? 0);
  bundle('plain').catch(() => undefined);

  return {
    ...control,
    port,
    origin: ORIGIN,
    browserArgs: [
      '--ignore-certificate-errors',
      '--disable-quic',
      `--host-resolver-rules=MAP my.wildix.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
    get state() {
      return world;
    },
    url: (route = 'dashboard', knobs = {}) => `${ORIGIN}/?${writeKnobs(knobs)}#!${route.replace(/^#?!?/, '')}`,
    setFault: (...added) => faults.set(added),
    clearFaults: () => faults.clear(),
    setOrder(number, change) {
      const order = world.orders.find((o) => o.number === number);
      if (!order) throw new Error(`no order ${number}`);
      Object.assign(order, change);
    },
    async close() {
      world.stop();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

interface Control {
  log(): LogEntry[];
  reset(): void;
  expireSession(): void;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  world: () => World,
  faults: Faults,
  control: Control,
): Promise<void> {
  const url = new URL(request.url ?? '/', ORIGIN);
  const method = request.method ?? 'GET';
  if (url.pathname.startsWith('/__standin/')) {
    const result = standin(`${method} ${url.pathname.slice('/__standin'.length)}`, world(), control);
    return json(response, result === undefined ? 404 : 200, result ?? {});
  }
  if (url.pathname.startsWith('/api/')) {
    const settings = readSettings(String(request.headers['x-page-query'] ?? ''));
    const body = method === 'POST' ? await readJson(request) : {};
    const quick = url.pathname === '/api/press' || url.pathname === '/api/changes';
    if (!quick && settings.latency > 0) await new Promise((done) => setTimeout(done, settings.latency));
    try {
      const result = await answer(method, url.pathname, { world: world(), faults, settings, body });
      return json(response, 200, result ?? {});
    } catch (error) {
      if (error instanceof HttpError) return json(response, error.status, { refusal: error.refusal });
      throw error;
    }
  }
  if (url.pathname === '/') {
    const { skin, lang } = readSettings(url.search);
    response.setHeader('content-security-policy', policy(skin));
    return send(response, 200, 'text/html; charset=utf-8', page(skin, lang));
  }
  const file = await asset(url.pathname);
  if (!file) return send(response, 404, 'text/plain; charset=utf-8', 'Not found');
  if (url.pathname.startsWith('/ext/')) response.setHeader('cache-control', 'max-age=3600');
  return send(response, 200, file.type, file.body);
}

/** For a person, or a process other than the one that started the portal; undefined where there is nothing. */
function standin(request: string, world: World, control: Control): unknown {
  switch (request) {
    case 'GET /log':
      return control.log();
    case 'GET /state': {
      const { signedIn, customers, pbxes, devices, products, carts, orders, pending } = world;
      return { signedIn, customers, pbxes, devices, products, carts, orders, pending };
    }
    case 'POST /reset':
      control.reset();
      return {};
    case 'POST /expire-session':
      control.expireSession();
      return {};
    default:
      return undefined;
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'same-origin');
  response.end(body);
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
