import { describe, expect, it } from 'vitest';
import { customerRef } from '../../../src/core/customer.ts';

describe('a printed name of a customer', () => {
  it.each(['Acme Gm…', 'Acme Gm...', 'Acme Gm… '])(
    '"%s" is nobody’s: another one may begin in the same way',
    (name) => {
      expect(customerRef(name)).toBeUndefined();
    },
  );

  it.each(['Acme Inc.', 'Acme … Söhne', 'A.B.C.'])('"%s" is one', (name) => {
    expect(customerRef(name)?.name).toBe(name);
  });
});
