import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReplacements, type Replaceable } from '../../../../src/core/rules/replacement.ts';

const device = (key: string, over: Partial<Replaceable> = {}): Replaceable => ({
  key,
  contract: 'hwaas',
  model: 'P1',
  pbx: 'A',
  ...over,
});

describe('planReplacements (R11)', () => {
  it('splits at five, by model, PBX and address', () => {
    const { requests, leftOut } = planReplacements([
      ...Array.from({ length: 7 }, (_, i) => device(`a${i}`)),
      device('b', { model: 'P2' }),
      device('c', { pbx: 'B' }),
      device('d', { address: 'Rome' }),
      device('e', { address: ' Rome ' }),
    ]);
    expect(
      requests.map(({ pbx, model, address, devices }) => [
        pbx,
        model,
        address,
        devices.map((one) => one.key).join(' '),
      ]),
    ).toEqual([
      ['A', 'P1', undefined, 'a0 a1 a2 a3 a4'],
      ['A', 'P1', undefined, 'a5 a6'],
      ['A', 'P2', undefined, 'b'],
      ['B', 'P1', undefined, 'c'],
      ['A', 'P1', 'Rome', 'd e'],
    ]);
    expect(leftOut).toEqual([]);
  });

  it('leaves out what it cannot place, and says why', () => {
    const bare: Replaceable = { key: 'x', contract: 'unknown' };
    const { requests, leftOut } = planReplacements([device('a', { contract: 'capex' }), bare, bare]);
    expect(requests).toEqual([]);
    expect(leftOut.map(({ device: one, reasons }) => [one.key, reasons.map((reason) => reason.code)])).toEqual([
      ['a', ['not-hwaas']],
      ['x', ['contract-unknown', 'model-not-shown', 'pbx-not-shown']],
    ]);
    expect(planReplacements([{ key: 'x', contract: 'hwaas', model: 'P1' }], { pbx: 'A' }).requests).toMatchObject([
      { pbx: 'A' },
    ]);
  });

  it('leaves out a row that names another PBX than its page, or a blank one', () => {
    const { requests, leftOut } = planReplacements(
      [device('a', { pbx: 'b ' }), device('b', { pbx: 'A' }), device('c', { pbx: ' ' })],
      { pbx: 'B' },
    );
    expect(requests.map(({ devices }) => devices.map(({ key }) => key))).toEqual([['a']]);
    expect(leftOut.map(({ reasons }) => reasons[0])).toEqual([
      { code: 'pbx-differs-from-page', rule: 'R11', params: { pbx: 'A', page: 'B' } },
      { code: 'pbx-not-shown', rule: 'R11', params: {} },
    ]);
  });

  it('loses and doubles nothing, mixes nothing, and needs no fewer requests', () => {
    const any = fc.record<Replaceable>(
      {
        key: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        contract: fc.constantFrom('hwaas', 'capex', 'unknown'),
        model: fc.constantFrom('P1', 'P2'),
        pbx: fc.constantFrom('A', 'B'),
        address: fc.constantFrom('Rome', 'Paris'),
      },
      { requiredKeys: ['key', 'contract'] },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (selection) => {
        const { requests, leftOut } = planReplacements(selection);
        const placed = [...requests.flatMap((one) => one.devices), ...leftOut.map((one) => one.device)];
        expect(placed.map((one) => one.key).sort()).toEqual([...new Set(selection.map((one) => one.key))].sort());
        const kinds = new Map<string, number>();
        for (const { devices, model, pbx, address } of requests) {
          expect(devices.length).toBeGreaterThan(0);
          expect(devices.length).toBeLessThanOrEqual(5);
          for (const one of devices)
            expect([one.model, one.pbx, one.address, one.contract]).toEqual([model, pbx, address, 'hwaas']);
          const kind = JSON.stringify([model, pbx, address]);
          kinds.set(kind, (kinds.get(kind) ?? 0) + devices.length);
        }
        expect(requests.length).toBe([...kinds.values()].reduce((sum, count) => sum + Math.ceil(count / 5), 0));
      }),
    );
  });
});
