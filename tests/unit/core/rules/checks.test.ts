import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/core/facts.ts';
import { type AgreementNote, agreementState } from '../../../../src/core/rules/agreement.ts';
import { availableAs } from '../../../../src/core/rules/availability.ts';
import { oneLicensedPbx } from '../../../../src/core/rules/licences.ts';

const d = (text: string): CalendarDate => text as CalendarDate;
const [early, late, today, ahead] = ['2024-01-01', '2024-02-01', '2024-06-15', '2024-06-16'].map(d) as [
  CalendarDate,
  CalendarDate,
  CalendarDate,
  CalendarDate,
];
const flat = ({ verdict, reasons }: { verdict: string; reasons: readonly { code: string }[] }): string =>
  [verdict, ...reasons.map((one) => one.code)].join(' ');

describe('agreementState (R6)', () => {
  it.each<[AgreementNote | undefined, string]>([
    [undefined, 'unknown agreement-not-noted'],
    [{}, 'no agreement-not-signed'],
    [{ signed: early }, 'no agreement-not-sent'],
    [{ sent: early }, 'unknown agreement-signing-not-noted'],
    [{ signed: early, sent: late }, 'yes'],
    [{ signed: today, sent: today }, 'yes'],
    [{ signed: late, sent: early }, 'unknown agreement-sent-before-signed'],
    [{ signed: ahead }, 'unknown agreement-date-in-future'],
    [{ signed: early, sent: ahead }, 'unknown agreement-date-in-future'],
  ])('%j', (note, expected) => expect(flat(agreementState(note, today))).toBe(expected));
});

describe('oneLicensedPbx (R13)', () => {
  const pbxes = (...licensed: (boolean | undefined)[]) =>
    licensed.map((one, i) => ({ name: `P${i}`, ...(one !== undefined && { licensed: one }) }));
  it.each([
    [[], 'yes'],
    [[true], 'yes'],
    [[undefined], 'yes'],
    [[true, false, false], 'yes'],
    [[true, true], 'no several-licensed-pbxes'],
    [[true, true, undefined], 'no several-licensed-pbxes'],
    [[true, undefined], 'unknown licences-unknown'],
    [[undefined, undefined], 'unknown licences-unknown'],
  ])('%j: %s', (licensed, expected) => expect(flat(oneLicensedPbx(pbxes(...licensed)))).toBe(expected));
});

describe('availableAs (R14)', () => {
  it.each([
    ['Wizyconf Station', 'hwaas', today, 'yes'],
    ['WIZYCONF-STATION kit', 'capex', today, 'no hwaas-only-product'],
    ['Wizyconf Station', 'rental', today, 'unknown rental-availability-unknown'],
    ['Wizyconf Station', 'capex', d('2022-04-30'), 'yes'],
    ['Wizyconf Station', 'capex', d('2022-05-01'), 'no hwaas-only-product'],
    ['Wizyconf camera', 'capex', today, 'yes'],
  ] as const)('%s as %s on %s: %s', (product, contract, on, expected) =>
    expect(flat(availableAs(product, contract, on))).toBe(expected),
  );
});
