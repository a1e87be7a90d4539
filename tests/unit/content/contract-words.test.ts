import { describe, expect, it } from 'vitest';
import { parseContract } from '../../../src/content/portal/vocabulary/values.ts';

describe('how a device is provided', () => {
  it.each([
    ['CAPEX', 'capex'],
    ['Cap-Ex', 'capex'],
    ['CAPEX – purchased', 'capex'],
    ['CAPEX (2024-03-01)', 'capex'],
    ['Gekauft, 5 Jahre', 'capex'],
    ['HWaaS (36 months)', 'hwaas'],
    ['HWaaS – 3 years', 'hwaas'],
    ['HWaaS (OPEX)', 'hwaas'],
    ['Hardware-Miete', 'rental'],
    ['Rental · 1 year', 'rental'],
    ['', 'unknown'],
    ['Other', 'unknown'],
    // Whoever converts these may do it twice, or what cannot be converted.
    ['CAPEX (conversion requested)', 'unknown'],
    ['CAPEX – returned', 'unknown'],
    ['CAPEX / HWaaS', 'unknown'],
    ['CAPEX → HWaaS', 'unknown'],
  ])('%s: %s', (text, contract) => expect(parseContract(text)).toBe(contract));
});
