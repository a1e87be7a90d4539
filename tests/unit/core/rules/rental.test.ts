import { describe, expect, test } from 'vitest';
import type { Contract, DeviceFacts } from '../../../../src/core/facts.ts';
import { rentalConflicts } from '../../../../src/core/rules/rental.ts';

const on = (pbx: string | undefined, ...contracts: Contract[]): DeviceFacts[] =>
  contracts.map((contract, i) => ({ key: `${pbx}-${i}`, contract, ...(pbx !== undefined && { pbx }) }));
const states = (...args: Parameters<typeof rentalConflicts>) =>
  rentalConflicts(...args).map(({ pbx, state, reasons }) => [pbx, state, reasons.map(({ code }) => code)]);

describe('Rental and HWaaS on one PBX (R12)', () => {
  test('both on one PBX are a conflict; on two PBXs they are not', () => {
    expect(states(on('A', 'hwaas', 'rental'))).toEqual([['A', 'conflict', ['hwaas-and-rental']]]);
    expect(states([...on('A', 'hwaas'), ...on('B', 'rental')])).toEqual([
      ['A', 'hwaas', ['pbx-keeps-hwaas']],
      ['B', 'rental', ['pbx-keeps-rental']],
    ]);
  });
  test('Rental and CAPEX go together, and CAPEX alone leaves the PBX free', () => {
    expect(states(on('A', 'rental', 'capex'))).toEqual([['A', 'rental', ['pbx-keeps-rental']]]);
    expect(states(on('A', 'capex'))).toEqual([['A', 'free', []]]);
  });
  test('a contract that was not read keeps a PBX from being called free', () => {
    expect(states(on('A', 'capex', 'unknown'))).toEqual([['A', 'unknown', ['contracts-not-read']]]);
    expect(states(on('A', 'hwaas', 'unknown'))).toEqual([['A', 'hwaas', ['pbx-keeps-hwaas', 'contracts-not-read']]]);
  });
  test('what is remembered of a PBX counts as much as its rows', () => {
    expect(states(on('Main ', 'hwaas'), [{ name: 'main', hardware: 'rental' }])).toEqual([
      ['Main ', 'conflict', ['hwaas-and-rental']],
    ]);
    expect(states(on('A', 'capex'), [{ name: 'B', hardware: 'rental' }])).toEqual([['A', 'free', []]]);
  });
  test('names compare as everywhere, the page stands in for rows without one, others are counted', () => {
    expect(states([...on('Office', 'hwaas'), ...on(' OFFICE', 'rental')])).toEqual([
      ['Office', 'conflict', ['hwaas-and-rental']],
    ]);
    expect(states(on(undefined, 'rental'), [], { pbx: 'A' })).toEqual([['A', 'rental', ['pbx-keeps-rental']]]);
    expect(states(on(undefined, 'rental', 'capex'))).toEqual([['', 'unknown', ['devices-without-pbx']]]);
  });
});
