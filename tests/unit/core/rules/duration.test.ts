import { describe, expect, it } from 'vitest';
import type { CalendarDate, PbxFacts } from '../../../../src/core/facts.ts';
import { durationFits, fittingDuration } from '../../../../src/core/rules/duration.ts';

const today = '2024-06-15' as CalendarDate;
const pbx = (over: Partial<PbxFacts> = {}): PbxFacts => ({
  name: 'HQ',
  term: 'P1Y',
  expiration: '2025-01-01' as CalendarDate,
  ...over,
});

describe('duration', () => {
  it('is the PBX’s own term', () => {
    expect(fittingDuration(pbx({ term: 'P5Y' }))).toBe('P5Y');
    expect(fittingDuration(pbx({ term: 'lifetime' }))).toBeUndefined();
    expect(fittingDuration({ name: 'HQ' })).toBeUndefined();
  });

  it.each([
    [pbx(), 'yes', []],
    [pbx({ term: 'P1M' }), 'no', ['duration-differs']],
    [pbx({ term: 'lifetime' }), 'no', ['pbx-lifetime']],
    [pbx({ expiration: today }), 'no', ['pbx-expired']],
    [pbx({ hardware: 'rental' }), 'no', ['pbx-has-rental']],
    [pbx({ term: 'P1M', hardware: 'rental' }), 'no', ['pbx-has-rental', 'duration-differs']],
    [{ name: 'HQ' }, 'unknown', ['pbx-term-unknown', 'pbx-expiration-unknown']],
    [{ name: 'HQ', term: 'P1M' } as PbxFacts, 'no', ['duration-differs']],
  ] as const)('%j', (facts, verdict, codes) => {
    const answer = durationFits(facts, 'P1Y', today);
    expect([answer.verdict, answer.reasons.map((r) => r.code)]).toEqual([verdict, codes]);
  });
});
