import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate, DeviceFacts, PbxFacts } from '../../../../src/core/facts.ts';
import { conversionEligibilities, conversionEligibility } from '../../../../src/core/rules/eligibility.ts';

const today = '2024-06-15' as CalendarDate;
const date = (text: string): CalendarDate => text as CalendarDate;
const device = (over: Partial<DeviceFacts> = {}): DeviceFacts => ({
  key: 'S1',
  contract: 'capex',
  pbx: 'Head office',
  ...over,
});
const pbx = (over: Partial<PbxFacts> = {}): PbxFacts => ({
  name: 'Head office',
  term: 'P1Y',
  expiration: date('2025-01-01'),
  ...over,
});
const without = <T extends object>(value: T, key: keyof T): T => {
  const { [key]: _, ...rest } = value;
  return rest as T;
};
const ask = (...args: Parameters<typeof conversionEligibility>): string => {
  const { verdict, reasons } = conversionEligibility(...args);
  return [verdict, ...reasons.map((r) => `${r.code}/${r.rule}`)].join(' ');
};

describe('conversionEligibility', () => {
  it.each(['P1M', 'P1Y', 'P5Y'] as const)('yes on a running %s PBX', (term) => {
    expect(ask(device(), [pbx({ term })], today)).toBe('yes');
  });

  it.each([
    ['already HWaaS', device({ contract: 'hwaas' }), [pbx()], 'no already-hwaas/R8'],
    ['Rental', device({ contract: 'rental' }), [pbx()], 'no rental-device/R12'],
    [
      'LifeTime, whose expiration does not matter',
      device(),
      [without(pbx({ term: 'lifetime' }), 'expiration')],
      'no pbx-lifetime/R1',
    ],
    ['expired', device(), [pbx({ expiration: date('2024-06-14') })], 'no pbx-expired/R3'],
    ['the expiration day is not part of the term', device(), [pbx({ expiration: today })], 'no pbx-expired/R3'],
    ['the day before is', device(), [pbx({ expiration: date('2024-06-16') })], 'yes'],
    ['Rental on the PBX', device(), [pbx({ hardware: 'rental' })], 'no pbx-has-rental/R12'],
    ['HWaaS on the PBX', device(), [pbx({ hardware: 'hwaas' })], 'yes'],
    ['contract not readable', device({ contract: 'unknown' }), [pbx()], 'unknown contract-unknown/R8'],
    [
      'a no outweighs what is missing',
      device({ contract: 'unknown' }),
      [pbx({ term: 'lifetime' })],
      'no pbx-lifetime/R1',
    ],
    ['PBX never seen', device(), [pbx({ name: 'Branch' })], 'unknown pbx-not-seen/R8'],
    ['nothing remembered', device(), [], 'unknown pbx-not-seen/R8'],
    ['PBX not shown, even where the customer has one', without(device(), 'pbx'), [pbx()], 'unknown pbx-not-shown/R8'],
    ['term missing', device(), [without(pbx(), 'term')], 'unknown pbx-term-unknown/R1'],
    ['expiration missing', device(), [without(pbx(), 'expiration')], 'unknown pbx-expiration-unknown/R3'],
    [
      'a date that does not exist',
      device(),
      [pbx({ expiration: date('2025-02-31') })],
      'unknown pbx-expiration-unknown/R3',
    ],
    ['two of a name that agree', device(), [pbx(), pbx({ name: ' Head  office' })], 'yes'],
    ['two of a name that differ', device(), [pbx(), pbx({ term: 'P5Y' })], 'unknown pbx-contradictory/R8'],
    ['two of a name, one with Rental', device(), [pbx(), pbx({ hardware: 'rental' })], 'unknown pbx-contradictory/R8'],
    [
      'three of a name, the last agreeing with the first',
      device(),
      [pbx(), pbx({ term: 'P5Y' }), pbx()],
      'unknown pbx-contradictory/R8',
    ],
    ['case does not tell names apart', device({ pbx: 'HEAD office' }), [pbx()], 'yes'],
    [
      'unless the facts do',
      device(),
      [pbx(), pbx({ name: 'HEAD OFFICE', term: 'P1M' })],
      'unknown pbx-contradictory/R8',
    ],
  ])('%s', (_, row, remembered, expected) => expect(ask(row, remembered, today)).toBe(expected));

  it('takes the PBX of the page where the row shows none', () => {
    expect(ask(without(device(), 'pbx'), [pbx()], today, { pbx: 'Head office' })).toBe('yes');
    expect(ask(device({ pbx: 'Branch' }), [pbx()], today, { pbx: 'Head office' })).toBe(
      'unknown pbx-differs-from-page/R8',
    );
  });

  it('names what its sentence needs', () => {
    const { reasons } = conversionEligibility(device(), [pbx({ expiration: today })], today);
    expect(reasons).toEqual([{ code: 'pbx-expired', rule: 'R3', params: { pbx: 'Head office', expiration: today } }]);
  });
});

describe('conversionEligibilities', () => {
  it('lets a Rental row speak for its PBX (R12)', () => {
    const answers = conversionEligibilities(
      [device(), device({ contract: 'rental' }), device({ pbx: 'Branch' })],
      [pbx(), pbx({ name: 'Branch' })],
      today,
    );
    expect(answers.map((a) => a.reasons.map((r) => r.code))).toEqual([
      ['pbx-has-rental'],
      ['rental-device', 'pbx-has-rental'],
      [],
    ]);
    const torn = conversionEligibilities(
      [device(), device({ contract: 'rental' })],
      [pbx({ hardware: 'hwaas' })],
      today,
    );
    expect(torn[0]).toMatchObject({ verdict: 'unknown', reasons: [{ code: 'pbx-hardware-contradictory' }] });
  });

  const name = fc.constantFrom('A', 'B', 'C');
  const anyPbx = fc.record<PbxFacts>(
    {
      name,
      term: fc.constantFrom('P1M', 'P1Y', 'P5Y', 'lifetime'),
      expiration: fc.constantFrom('2024-06-14', '2024-06-15', '2024-06-16', '2025-02-30').map(date),
      hardware: fc.constantFrom('hwaas', 'rental'),
    },
    { requiredKeys: ['name'] },
  );
  const anyDevice = fc.record<DeviceFacts>(
    { key: fc.string({ minLength: 1 }), contract: fc.constantFrom('capex', 'hwaas', 'unknown'), pbx: name },
    { requiredKeys: ['key', 'contract'] },
  );

  it('answers each row as the single rule does', () => {
    fc.assert(
      fc.property(
        fc.array(anyDevice),
        fc.array(anyPbx),
        fc.option(name, { nil: undefined }),
        (devices, pbxes, shown) => {
          const page = shown === undefined ? {} : { pbx: shown };
          expect(conversionEligibilities(devices, pbxes, today, page)).toEqual(
            devices.map((one) => conversionEligibility(one, pbxes, today, page)),
          );
        },
      ),
    );
  });

  it('says yes only where every fact is there and good, and always gives a reason otherwise', () => {
    fc.assert(
      fc.property(anyDevice, fc.array(anyPbx), (one, pbxes) => {
        const { verdict, reasons } = conversionEligibility(one, pbxes, today);
        const mine = pbxes.filter((p) => p.name === one.pbx);
        const good =
          one.contract === 'capex' &&
          mine.length > 0 &&
          mine.every(
            (p) =>
              p.term !== undefined && p.term !== 'lifetime' && p.expiration === '2024-06-16' && p.hardware !== 'rental',
          ) &&
          new Set(mine.map((p) => `${p.term} ${p.hardware}`)).size === 1;
        expect(verdict === 'yes').toBe(good);
        expect(reasons.length > 0).toBe(verdict !== 'yes');
      }),
    );
  });
});
