import { describe, expect, it } from 'vitest';
import { CUSTOMERS, makeCustomers, makePbxes, PBXES } from '../../portal/data/customers.ts';
import { BATCH_ROWS, batchDevice, makeDevices } from '../../portal/data/devices.ts';
import { makeInvoices, makeOrders } from '../../portal/data/history.ts';
import { makeProducts } from '../../portal/data/products.ts';

const TODAY = '2026-11-23';
const pbxes = makePbxes(TODAY);
const devices = makeDevices(TODAY);
const of = (customer: number) => pbxes.filter((p) => p.customerId === customer);

describe("the stand-in's data", () => {
  it('is the same every time', () => {
    expect(makeDevices(TODAY)).toEqual(devices);
  });

  it('has one PBX with one year for the batch customer, mostly CAPEX', () => {
    expect(of(CUSTOMERS.batch).map((p) => p.term)).toEqual(['P1Y']);
    const batch = devices.filter((d) => d.customerId === CUSTOMERS.batch);
    expect(batch).toHaveLength(BATCH_ROWS);
    expect(batch.filter((d) => d.type === 'capex').length).toBeGreaterThanOrEqual(25);
    expect(batch.some((d) => d.type === 'hwaas')).toBe(true);
  });

  it('has every term at one customer', () => {
    expect(of(CUSTOMERS.several).map((p) => p.term)).toEqual(['P1M', 'P1Y', 'P5Y', 'lifetime']);
  });

  it("has the customers that the documents' rules need", () => {
    expect(of(CUSTOMERS.lifetime).map((p) => [p.term, p.expiration])).toEqual([['lifetime', null]]);
    expect(of(CUSTOMERS.expired).every((p) => p.expiration !== null && p.expiration < TODAY)).toBe(true);
    expect(of(CUSTOMERS.fiveYears).map((p) => p.term)).toEqual(['P5Y']);
    expect(devices.some((d) => d.pbxId === PBXES.rental && d.type === 'rental')).toBe(true);
    expect(devices.some((d) => d.pbxId === PBXES.rental && d.type === 'hwaas')).toBe(false);
    const [a, b] = of(CUSTOMERS.twins);
    expect([a?.term, a?.expiration]).toEqual([b?.term, b?.expiration]);
  });

  it('gives no two devices the same serial or MAC, even with many rows', () => {
    const many = [
      ...Array.from({ length: 20_000 }, (_, i) => batchDevice(i, TODAY)),
      ...devices.filter((d) => d.customerId !== CUSTOMERS.batch),
    ];
    const macs = many.flatMap((d) => d.mac ?? []);
    expect(new Set(many.map((d) => d.serial)).size).toBe(many.length);
    expect(new Set(macs).size).toBe(macs.length);
    expect(many.every((d) => /^9CF1[A-Z]\d{7}$/.test(d.serial))).toBe(true);
    expect(macs.every((mac) => /^9C:75:14(:[0-9A-F]{2}){3}$/.test(mac))).toBe(true);
  });

  it('knows all customers and PBXes that devices and orders name', () => {
    const customers = makeCustomers();
    expect(devices.every((d) => pbxes.some((p) => p.id === d.pbxId && p.customerId === d.customerId))).toBe(true);
    expect(pbxes.every((p) => customers.some((c) => c.id === p.customerId))).toBe(true);
    expect(makeOrders(TODAY, customers, pbxes, makeProducts()).map((o) => o.contract)).toContain('capex');
  });

  it('has products in stock, out of stock and below, among them the documented −186', () => {
    const stock = makeProducts().map((p) => p.stock);
    expect(stock).toContain(-186);
    expect(stock).toContain(0);
    expect(stock.some((s) => s > 0)).toBe(true);
  });

  it('has an invoice overdue by as many days as asked for', () => {
    expect(makeInvoices(TODAY, 5)[0]).toMatchObject({ due: '2026-11-18', status: 'overdue' });
    expect(makeInvoices(TODAY, 0).some((i) => i.status === 'overdue')).toBe(false);
  });
});
