import { request } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CUSTOMERS, type Knobs, type Portal, startPortal } from '../../portal/server.ts';
import { writeKnobs } from '../../portal/shared/knobs.ts';
import type { CartView, DevicesInfo, Order } from '../../portal/shared/types.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());
beforeEach(() => portal.reset());

const cart = `/api/cart/${CUSTOMERS.batch}`;
const kinds = () => portal.log().map((entry) => entry.kind);
const serialsOf = (customer: number, count: number) =>
  portal.state.devices
    .filter((d) => d.customerId === customer && d.type === 'capex')
    .slice(0, count)
    .map((d) => d.serial);

describe('pages and files', () => {
  it('writes URLs with knobs and a hash-bang route', () => {
    expect(portal.url()).toBe('https://my.wildix.com/?#!dashboard');
    expect(portal.url('#!customers', { skin: 'ext' })).toBe('https://my.wildix.com/?skin=ext#!customers');
  });

  it('serves an empty page under a policy, and both scripts', async () => {
    const page = await call('GET', '/?skin=ext&lang=de');
    expect(page.text).toContain('<html lang="de">');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await call('GET', '/')).headers['content-security-policy']).not.toContain('unsafe');
    expect((await call('GET', '/app/plain.js')).text).toContain('customers');
    expect((await call('GET', '/app/ext.js')).text).toContain('checkboxmodel');
    expect((await call('GET', '/ext/ext-all.js')).status).toBe(200);
    expect((await call('GET', '/ext/../package.json')).status).toBe(404);
  });
});

describe('conversion', () => {
  const agree = (serials: string[], knobs: Knobs = {}) =>
    call(
      'POST',
      '/api/convert/agree',
      { serials, customer: CUSTOMERS.batch, pbx: null },
      { convertAfter: 30, ...knobs },
    );

  it('happens some time after agreement', async () => {
    const serials = serialsOf(CUSTOMERS.batch, 25);
    await call('POST', '/api/convert', { serials, customer: CUSTOMERS.batch, pbx: null });
    await agree(serials, { convertAfter: 400 });
    expect(portal.state.pending).toHaveLength(25);
    expect(portal.state.devices.find((d) => d.serial === serials[0])?.type).toBe('capex');
    await vi.waitFor(() => expect(portal.state.pending).toHaveLength(0), 5000);
    const log = portal.log();
    expect(log.filter((e) => e.kind === 'converted').map((e) => e.kind === 'converted' && e.serial)).toEqual(serials);
    expect(log.find((e) => e.kind === 'convert-agreed')).toMatchObject({
      serials,
      customer: CUSTOMERS.batch,
      pbx: null,
    });
  });

  it('shows a second agreement for the same device in the log', async () => {
    const serials = serialsOf(CUSTOMERS.batch, 1);
    expect((await agree(serials)).status).toBe(200);
    expect((await agree(serials)).status).toBe(200);
    await vi.waitFor(() => expect(kinds()).toContain('converted'), 5000);
    expect(kinds()).toEqual(['convert-agreed', 'convert-agreed', 'converted']);
  });

  it.each([
    ['lifetime', CUSTOMERS.lifetime],
    ['expired', CUSTOMERS.expired],
  ])('is refused for a %s PBX', async (reason, customer) => {
    const serials = [...serialsOf(CUSTOMERS.batch, 1), ...serialsOf(customer, 1)];
    expect(await agree(serials)).toMatchObject({ status: 409, json: { refusal: reason } });
    expect(kinds()).toEqual(['convert-refused']);
  });

  it('survives the loss of rows by the knob', async () => {
    const info = async (rows: number) =>
      (await call('GET', `/api/customers/${CUSTOMERS.batch}/devices`, undefined, { rows })).json as DevicesInfo;
    const [serial] = serialsOf(CUSTOMERS.batch, 1);
    await agree([serial as string], { convertAfter: 0 });
    await vi.waitFor(() => expect(kinds()).toContain('converted'), 5000);
    expect((await info(120)).devices).toHaveLength(120);
    expect((await info(25)).devices.find((d) => d.serial === serial)?.type).toBe('hwaas');
  });
});

describe('ordering', () => {
  const add = (quantity: number) => call('POST', `${cart}/change`, { change: 'add', sku: 'HW-WP490G2', quantity });
  const confirm = (answer: object) =>
    call('POST', `${cart}/confirm`, { reference: ' PO 1 ', address: 'Here 1', terms: true, ...answer });

  it('gives the discount on recalculation only, and drops it on any change', async () => {
    expect(((await add(12)).json as CartView).discountMinor).toBe(0);
    expect(((await call('POST', `${cart}/save`)).json as CartView).discountMinor).toBe(0);
    expect(((await call('POST', `${cart}/recalculate`)).json as CartView).discountMinor).toBe(387);
    expect(((await add(1)).json as CartView).discountMinor).toBe(0);
    expect(kinds()).toEqual(['cart-changed', 'cart-saved', 'cart-recalculated', 'cart-changed']);
  });

  it('takes an order without recalculation, and without discount', async () => {
    await call('POST', `${cart}/change`, { change: 'duration', duration: 'P1Y' });
    await add(12);
    expect((await call('POST', `${cart}/checkout`)).status).toBe(200);
    expect((await confirm({})).json).toEqual({ number: 100124 });
    const placed = portal.log().find((e) => e.kind === 'order-placed');
    expect(placed).toMatchObject({
      reference: 'PO 1',
      address: 'Here 1',
      duration: 'P1Y',
      recalculated: false,
      customer: CUSTOMERS.batch,
      pbx: 31,
    });
    expect(portal.state.products.find((p) => p.sku === 'HW-WP490G2')?.stock).toBe(-198);
    expect(portal.state.carts).toHaveLength(0);
    const orders = (await call('GET', '/api/orders')).json as Order[];
    expect(orders[0]).toMatchObject({ number: 100124, status: 'submitted', shipmentDate: null });
  });

  it('wants an address and the terms', async () => {
    await add(1);
    expect((await confirm({ address: ' ' })).json).toEqual({ refusal: 'address' });
    expect((await confirm({ terms: false })).json).toEqual({ refusal: 'terms' });
    expect(kinds()).not.toContain('order-placed');
  });

  it('is refused when empty, and from the 5th day overdue', async () => {
    expect((await call('POST', `${cart}/checkout`)).json).toEqual({ refusal: 'empty' });
    await add(1);
    expect((await call('POST', `${cart}/checkout`, {}, { overdue: 4 })).status).toBe(200);
    expect((await call('POST', `${cart}/checkout`, {}, { overdue: 5 })).json).toEqual({ refusal: 'overdue' });
  });

  it('moves an order only when told', async () => {
    portal.setOrder(100119, { status: 'shipped', shipmentDate: '2030-01-02' });
    expect((await call('GET', '/api/orders/100119')).json).toMatchObject({
      status: 'shipped',
      shipmentDate: '2030-01-02',
    });
    expect(kinds()).toEqual(['order-viewed']);
    expect(() => portal.setOrder(1, {})).toThrow();
  });
});

describe('sessions, faults and control', () => {
  it('answers nothing without a session, until login', async () => {
    portal.expireSession();
    expect((await call('GET', '/api/customers')).status).toBe(401);
    expect((await call('POST', '/api/login', { user: 'robin' })).status).toBe(200);
    expect((await call('GET', '/api/customers')).status).toBe(200);
    expect(kinds()).toEqual(['session-expired', 'login']);
  });

  it('expires on the named request, without its effect', async () => {
    const serials = serialsOf(CUSTOMERS.batch, 1);
    const faults = ['session-expires:agree'];
    expect((await call('POST', '/api/convert/agree', { serials }, { faults })).status).toBe(401);
    await call('POST', '/api/login', { user: 'robin' });
    expect((await call('POST', '/api/convert/agree', { serials }, { faults })).status).toBe(200);
    expect(kinds()).toEqual(['session-expired', 'login', 'convert-agreed']);
  });

  it('locks all but the balance from the 30th day overdue', async () => {
    expect((await call('GET', '/api/customers', undefined, { overdue: 30 })).status).toBe(423);
    expect((await call('GET', '/api/balance', undefined, { overdue: 30 })).status).toBe(200);
    expect((await call('GET', '/api/customers', undefined, { overdue: 29 })).status).toBe(200);
  });

  it('takes faults from a test', async () => {
    portal.setFault('error:recalculate', 'dead-once:convert');
    expect((await call('POST', `${cart}/recalculate`)).status).toBe(500);
    expect((await call('POST', '/api/press', { button: 'convert' })).json).toMatchObject({ dead: true });
    expect((await call('POST', '/api/press', { button: 'convert' })).json).toMatchObject({ dead: false });
  });

  it('is controlled over HTTP', async () => {
    await call('POST', '/__standin/expire-session');
    expect((await call('GET', '/__standin/state')).json).toMatchObject({ signedIn: false });
    expect((await call('GET', '/__standin/log')).json).toMatchObject([{ kind: 'session-expired' }]);
    await call('POST', '/__standin/reset');
    expect(portal.state.signedIn).toBe(true);
    expect(portal.log()).toEqual([]);
  });
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  json: unknown;
}

function call(method: string, path: string, body?: unknown, knobs: Knobs = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'x-page-query': `?${writeKnobs({ latency: 0, ...knobs })}` };
    const sent = request(
      { host: '127.0.0.1', port: portal.port, method, path, headers, rejectUnauthorized: false },
      (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () =>
            done({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              json: response.headers['content-type']?.startsWith('application/json') ? JSON.parse(text) : undefined,
            }),
          );
      },
    );
    sent.on('error', fail).end(body === undefined ? undefined : JSON.stringify(body));
  });
}
