import { expect, test } from 'vitest';
import { noteKnown, settled, unasked } from '../../../src/content/portal/known-names.ts';
import type { Page } from '../../../src/content/portal/page.ts';
import { customerRef } from '../../../src/core/customer.ts';

const ref = (name: string) => {
  const made = customerRef(name);
  if (made === undefined) throw new Error(name);
  return made;
};
const [ACME, BETA, NEWS] = [ref('Acme'), ref('Beta'), ref('3 × Vision added')];
const page = (names: Page['customer'][], pbx: string): Page =>
  ({
    doubt: {
      names,
      rivals: [],
      pbx,
      ownedBy: (customer: Page['customer']) => ({ level: null, customer, pbx: undefined }),
    },
  }) as unknown as Page;

test('whose PBX a page is about stays known while a new text on it was not asked about yet', () => {
  expect(settled(page([ACME], 'Main')).customer).toBeUndefined();
  noteKnown([ACME], [ACME], { pbx: 'Main', owners: [ACME] });
  expect(settled(page([ACME, NEWS], 'Main')).customer).toEqual(ACME);
  expect(unasked(page([ACME, NEWS], 'Main'))).toEqual([NEWS]);
});

test('another PBX, or another customer who is known, makes it nobody’s', () => {
  noteKnown([ACME], [ACME], { pbx: 'Main', owners: [ACME] });
  expect(settled(page([ACME], 'Other')).customer).toBeUndefined();
  noteKnown([BETA], [BETA], { pbx: 'Main', owners: [] });
  expect(settled(page([ACME, BETA], 'Main')).customer).toBeUndefined();
});
