import './setup.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { recentLog } from '../../../src/background/db/log.ts';
import { HANDLERS } from '../../../src/background/handlers/index.ts';
import { onMessage } from '../../../src/background/router.ts';
import type { Reply } from '../../../src/core/messages/envelope.ts';
import type { SenderKind } from '../../../src/core/messages/senders.ts';
import { ALL_MESSAGES, type AnyMessageName } from '../../../src/core/messages/worker-contract.ts';
import { POLISH } from '../core/taught-page.ts';
import { ACME, browser, putRaw, URL_SEEN } from './setup.ts';

const ROOT = 'chrome-extension://companion/';
const tab = (url: string, frameId = 0) => ({ id: 'companion', url, frameId, tab: { id: 7 } }) as Runtime.MessageSender;
const page = (path: string) => ({ id: 'companion', url: ROOT + path }) as Runtime.MessageSender;

const TRUSTED: Readonly<Record<SenderKind, Runtime.MessageSender>> = {
  content: tab('https://my.wildix.com/?#!devices'),
  popup: page('src/popup/index.html?view=page-check&tab=7'),
  options: page('src/options/index.html'),
  worker: page('service-worker-loader.js'),
};

const STRANGERS: Readonly<Record<string, Runtime.MessageSender>> = {
  'another extension': { ...TRUSTED.popup, id: 'other' },
  'a page that was not granted': tab('https://my.wildix.com.evil.example/'),
  'the portal without TLS': tab('http://my.wildix.com/'),
  'a frame in the portal': tab('https://my.wildix.com/frame', 3),
  'a page of ours that is neither': page('src/other/index.html'),
  'the portal without a tab': { id: 'companion', url: 'https://my.wildix.com/', frameId: 0 },
  'a sender without address': { id: 'companion' },
};

const ORDER = {
  id: 'o9',
  revision: 1,
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'page',
  contract: 'hwaas',
  lines: [],
  state: 'processing',
  evidence: 'listed',
  seen: { at: '2026-11-23T10:00:00.000Z', url: URL_SEEN },
  history: [],
};

const SETTLED_RUN = {
  id: 'r9',
  revision: 1,
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'run',
  customer: ACME,
  devices: [{ key: 'A', step: 'confirmed' }],
  startedAt: '2026-11-23T10:00:00.000Z',
  seen: { at: '2026-11-23T10:00:00.000Z', url: URL_SEEN },
};

const BODIES: { readonly [N in AnyMessageName]: unknown } = {
  'devices.judge': { customer: ACME, devices: [{ key: 'A', contract: 'capex' }] },
  'pbxes.seen': { customer: ACME, pbxes: [], complete: true, url: URL_SEEN },
  'pbxes.remembered': { customer: ACME },
  'order.advise': { stocks: [] },
  'cart.recalculated': { customer: ACME },
  'cart.noteUnderstood': { customer: ACME, understood: 's', url: URL_SEEN },
  'cart.noteCheckout': { customer: ACME },
  'cart.wasSeen': {},
  'cart.noteSeen': { customer: ACME, signature: 's' },
  'cart.noteRecalculated': { customer: ACME, signature: 's', url: URL_SEEN },
  'data.overview': {},
  'data.part': { store: 'orders' },
  'data.merge': { store: 'orders', entries: [], first: 0, write: false },
  'data.merged': {},
  'data.sync': {},
  'data.clear': { openRuns: 0 },
  'orders.asked': { id: 'o1', contract: 'hwaas', lines: [], url: URL_SEEN },
  'orders.answered': { id: 'o1', outcome: 'placed', url: URL_SEEN },
  'orders.seen': { orders: [], complete: true, url: URL_SEEN },
  'orders.overview': { limit: 10 },
  'orders.more': { group: 'done', after: { day: '2026-11-23', id: 'o1' }, limit: 10 },
  'orders.search': { filter: { text: 'wp480' }, skip: 0, limit: 10 },
  'orders.questions': {},
  'orders.ids': { filter: {}, sort: { by: 'date', descending: true } },
  'orders.some': { ids: ['o1'] },
  'orders.get': { id: 'o1' },
  'orders.calendar': {},
  'orders.customers': {},
  'overview.month': {},
  'overview.day': { skip: 0, limit: 10 },
  'overview.figures': { limit: 10 },
  'orders.join': { id: 'o1', listed: 'number:1' },
  'orders.part': { id: 'o1', listed: 'number:1' },
  'orders.remove': { id: 'o1' },
  'orders.restore': { removed: { record: ORDER, sort: '2026-11-24' } },
  'orders.refresh': {},
  'states.list': {},
  'states.set': { word: 'Zzz', state: 'shipped' },
  'states.forget': { word: 'Zzz' },
  'conversion.review': { customer: ACME, devices: [] },
  'runs.plan': { id: 'r1', customer: ACME, devices: [{ key: 'A', contract: 'capex' }], url: URL_SEEN },
  'runs.resume': { id: 'r1', devices: [], url: URL_SEEN },
  'runs.advance': { id: 'r1', to: 'agreeing', keys: ['A'] },
  'runs.rewind': { id: 'r1' },
  'runs.interrupt': { id: 'r1', from: 'agreeing', reason: { code: 'page-left' } },
  'runs.abandon': { id: 'r1' },
  'runs.observe': { customer: ACME, devices: [], url: URL_SEEN },
  'runs.list': {},
  'runs.history': { state: 'all', limit: 10 },
  'runs.remove': { id: 'r1' },
  'runs.restore': { run: SETTLED_RUN },
  'transfer.advise': { transfers: [{ key: 'A', from: { customer: ACME, pbx: 'Office' }, to: { pbx: 'Branch' } }] },
  'overdue.assess': { invoices: [{ due: '2026-11-01' }] },
  'cancellation.charge': { devices: [{ key: 'A', contract: 'hwaas', start: '2026-11-01' }] },
  'cancellation.review': { customer: ACME, devices: [{ key: 'A', contract: 'hwaas' }] },
  'replacement.plan': { devices: [{ key: 'A', contract: 'hwaas' }] },
  'agreement.state': { customers: [ACME] },
  'agreement.note': { customer: ACME, signed: '2026-11-01' },
  'products.judge': { products: [{ key: 'A', product: 'Wizyconf Station', contract: 'capex' }] },
  'licences.judge': { customers: [{ key: 'acme', pbxes: [{ name: 'Office' }] }] },
  'quote.compute': { customer: ACME, pbx: 'Office', lines: [{ key: 'A', sku: 'TEL-100', quantity: 2 }] },
  'discount.observe': { id: 'c1', duration: 'P1Y', before: [], after: [], url: URL_SEEN },
  'discount.put': {
    schedule: {
      id: 's',
      scope: { kind: 'order' },
      model: 'volume',
      tiers: [{ from: 2, percent: '5' }],
      source: 'settings',
    },
  },
  'discount.drop': { id: 's' },
  'discount.stated': {},
  'discount.learned': {},
  'discount.forget': { ids: ['c1:TEL-100'] },
  'discount.remember': { forgotten: [] },
  'priceLists.begin': { id: 'l1', name: 'list.csv', format: 'csv', items: 1, rejected: 0 },
  'priceLists.part': { id: 'l1', from: 0, items: [{ sku: 'A', prices: {}, rows: [1] }] },
  'priceLists.finish': { id: 'l1', mapping: { shape: 'sku', sheet: '', headerRow: 1, columns: [] } },
  'priceLists.list': {},
  'priceLists.activate': { id: 'l1' },
  'priceLists.remove': { id: 'l1' },
  'priceLists.restore': { id: 'l1', active: false },
  'mappings.list': {},
  'mappings.forget': { id: 'sku' },
  'stock.seen': { products: [{ product: 'WP480', stock: 3 }], url: URL_SEEN },
  'stock.remembered': { keys: ['wp480'] },
  'invoices.seen': { invoices: [{ number: 'I-1', state: 'open' }], complete: true, url: URL_SEEN },
  'invoices.remembered': {},
  'customers.seen': { customers: [ACME], complete: true, url: URL_SEEN },
  'customers.known': { customers: [] },
  'customers.remembered': {},
  'customers.glance': { customers: [ACME] },
  'customer.facts': { customer: ACME },
  'quoteDraft.open': { customer: ACME, lines: [{ product: 'WP480', quantity: 2 }] },
  'quoteDraft.read': {},
  'savedCarts.list': {},
  'savedCarts.save': {
    carts: [{ id: 'c1', name: 'Office', lines: [{ product: 'WP480', quantity: 2 }] }],
    imported: false,
  },
  'savedCarts.rename': { id: 'c1', name: 'Shop' },
  'savedCarts.remove': { id: 'c1' },
  'settings.get': {},
  'settings.set': { settings: {} },
  'profiles.list': {},
  'profiles.save': { id: 'p1', profile: POLISH },
  'profiles.import': { profiles: [{ id: 'p1', profile: POLISH }] },
  'profiles.remove': { id: 'p1' },
  'log.recent': {},
};
const NAMES = Object.keys(ALL_MESSAGES) as AnyMessageName[];

const send = (message: unknown, sender: Runtime.MessageSender): Promise<Reply> =>
  onMessage(message, sender) ?? Promise.reject(new Error('not answered'));
const envelope = (name: string, body: unknown) => ({ wmpc: 1, name, body });
const codeOf = (reply: Reply) => (reply.ok ? 'ok' : reply.error.code);

afterEach(() => vi.restoreAllMocks());

describe('who may send what', () => {
  const table = NAMES.flatMap((name) => (Object.keys(TRUSTED) as SenderKind[]).map((kind) => [name, kind] as const));

  test.each(table)('%s from %s', async (name, kind) => {
    const reply = await send(envelope(name, BODIES[name]), TRUSTED[kind]);
    const allowed = (ALL_MESSAGES[name].senders as readonly string[]).includes(kind);
    if (allowed)
      expect(['sender-refused', 'message-not-understood', 'worker-failed', 'storage-failed']).not.toContain(
        codeOf(reply),
      );
    else expect(codeOf(reply)).toBe('sender-refused');
  });

  const strangers = NAMES.flatMap((name) => Object.keys(STRANGERS).map((who) => [name, who] as const));
  test.each(strangers)('%s from %s is refused and logged', async (name, who) => {
    const sender = STRANGERS[who] as Runtime.MessageSender;
    expect(codeOf(await send(envelope(name, BODIES[name]), sender))).toBe('sender-refused');
    const [entry] = await recentLog();
    expect(entry).toMatchObject({ kind: 'refused', text: expect.stringContaining(name) });
  });

  test('a stranger does not even learn which messages there are', async () => {
    const stranger = STRANGERS['a page that was not granted'] as Runtime.MessageSender;
    for (const message of [envelope('no.such', {}), { wmpc: 2 }])
      expect(codeOf(await send(message, stranger))).toBe('sender-refused');
  });

  test('a host is trusted while it is granted, on every port, and wildcards never make one', async () => {
    const other = tab('https://wmp.partner.example:8443/');
    const ask = async () => codeOf(await send(envelope('settings.get', {}), other));
    expect(await ask()).toBe('sender-refused');
    browser.permissions.getAll.mockResolvedValueOnce({
      origins: ['https://*/*', 'https://*.partner.example/*', '<all_urls>'],
    });
    expect(await ask()).toBe('sender-refused');
    browser.permissions.getAll.mockResolvedValueOnce({ origins: ['https://wmp.partner.example/*'] });
    expect(await ask()).toBe('ok');
  });
});

describe('what is not understood', () => {
  test.each([[undefined], [null], ['settings.get'], [{ name: 'settings.get' }], [[]]])(
    '%j is not ours: no answer',
    (message) => {
      expect(onMessage(message, TRUSTED.popup)).toBeUndefined();
    },
  );

  test.each([
    ['another version', { wmpc: 2, name: 'settings.get', body: {} }],
    ['more than an envelope', { ...envelope('settings.get', {}), admin: true }],
    ['no name', { wmpc: 1, body: {} }],
    ['a name that is no text', { wmpc: 1, name: { toString: 1 }, body: {} }],
    ['an unknown name', envelope('settings.drop', {})],
    ['a name of every object', envelope('constructor', {})],
    ['a content script’s message', envelope('page.report', { records: true })],
  ])('%s', async (_what, message) => {
    expect(codeOf(await send(message, TRUSTED.popup))).toBe('message-not-understood');
    expect((await recentLog())[0]?.kind).toBe('refused');
  });

  test.each(NAMES)('%s with a body that is not the contract’s', async (name) => {
    const [kind] = ALL_MESSAGES[name].senders;
    const sender = TRUSTED[kind as SenderKind];
    for (const body of [undefined, null, 'x', { ...(BODIES[name] as object), surplus: 1 }])
      expect(codeOf(await send(envelope(name, body), sender))).toBe('message-not-understood');
  });

  test('the log names the place of the fault and not the value', async () => {
    await send(envelope('orders.overview', { limit: 'Secret GmbH' }), TRUSTED.popup);
    const [entry] = await recentLog();
    expect(entry?.text).toContain('limit');
    expect(entry?.text).not.toContain('Secret');
  });
});

describe('failures', () => {
  test('of the database are told as such', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const reply = await send(envelope('orders.asked', BODIES['orders.asked']), TRUSTED.content);
    expect(reply).toEqual({ ok: false, error: { code: 'storage-full' } });
  });

  test('of everything else too, and the worker goes on', async () => {
    browser.permissions.getAll.mockRejectedValueOnce(new TypeError('gone'));
    expect(codeOf(await send(envelope('settings.get', {}), TRUSTED.popup))).toBe('worker-failed');
    expect((await recentLog())[0]?.kind).toBe('failed');
    expect(codeOf(await send(envelope('settings.get', {}), TRUSTED.popup))).toBe('ok');
  });

  test('an order that cannot be read is not overwritten by a repeat', async () => {
    await send(envelope('settings.get', {}), TRUSTED.popup);
    await send(envelope('orders.overview', { limit: 1 }), TRUSTED.popup);
    await putRaw('orders', { id: 'o1', record: { broken: true }, pending: 1, sort: '2026-01-01' });
    expect(codeOf(await send(envelope('orders.asked', BODIES['orders.asked']), TRUSTED.content))).toBe(
      'storage-failed',
    );
  });

  test('an exception of any kind is no silence', async () => {
    vi.spyOn(HANDLERS, 'log.recent').mockRejectedValue(new RangeError('no'));
    expect(codeOf(await send(envelope('log.recent', {}), TRUSTED.popup))).toBe('worker-failed');
  });

  test('an answer that breaks the contract is not sent, and its values are not logged', async () => {
    vi.spyOn(HANDLERS, 'settings.get').mockResolvedValue({ settings: { largestBatch: 'Secret GmbH' } } as never);
    expect(codeOf(await send(envelope('settings.get', {}), TRUSTED.popup))).toBe('worker-failed');
    const [entry] = await recentLog();
    expect(entry?.text).toContain('settings.largestBatch');
    expect(entry?.text).not.toContain('Secret');
  });
});

test('the badge counts pending orders before the answer is given', async () => {
  await send(envelope('orders.asked', BODIES['orders.asked']), TRUSTED.content);
  expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
  await send(envelope('orders.answered', { id: 'o1', outcome: 'abandoned', url: URL_SEEN }), TRUSTED.content);
  expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
});
