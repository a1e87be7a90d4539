import { describe, expect, test } from 'vitest';
import { abandon, advance, interrupt, isAt, isUnfinished, observe, rewind } from '../../../src/core/conversion-run.ts';
import type { Instant } from '../../../src/core/facts.ts';
import { RUN_STEPS, type RunDevice, type RunStep } from '../../../src/core/records/run.ts';

const NOW = '2026-11-23T10:00:00.000Z' as Instant;
const EARLIER = '2026-11-23T09:00:00.000Z' as Instant;
const ALL: readonly RunStep[] = [...RUN_STEPS, 'unknown', 'not-converted'];
const at = (...steps: RunStep[]): RunDevice[] => steps.map((step, i) => ({ key: `D${i}`, step }));
const steps = (devices: readonly RunDevice[] | undefined) => devices?.map(({ step }) => step);
const group = (...keys: string[]) => new Set(keys);

describe('a step forward', () => {
  test.each(ALL.flatMap((from) => ALL.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const [i, j] = [RUN_STEPS.indexOf(from as never), RUN_STEPS.indexOf(to as never)];
    const allowed = i >= 0 && j === i + 1 && to !== 'confirmed';
    expect(steps(advance(at(from), to, NOW))).toEqual(allowed ? [to] : undefined);
  });

  test('is of one group, and leaves the others where they are', () => {
    const devices = at('accepted', 'selected', 'selected', 'planned');
    expect(steps(advance(devices, 'asked', NOW, group('D1', 'D2')))).toEqual(['accepted', 'asked', 'asked', 'planned']);
    expect(advance(devices, 'asked', NOW, group('D1', 'D3'))).toBeUndefined();
    expect(advance(devices, 'asked', NOW, group('D1', 'stranger'))).toBeUndefined();
  });

  test('is refused for a device that shows as HWaaS by now, unless it was agreed to already', () => {
    expect(advance(at('asked', 'confirmed'), 'agreeing', NOW, group('D0', 'D1'))).toBeUndefined();
    expect(steps(advance(at('agreeing', 'confirmed'), 'accepted', NOW, group('D0', 'D1')))).toEqual([
      'accepted',
      'confirmed',
    ]);
  });

  test('to agreeing notes when', () => {
    expect(advance(at('asked'), 'agreeing', NOW)).toEqual([{ key: 'D0', step: 'agreeing', agreedAt: NOW }]);
  });
});

test('a group is at a step where all of it that is open is there', () => {
  expect(isAt(at('selected', 'planned', 'confirmed'), 'selected', group('D0', 'D2'))).toBe(true);
  expect(isAt(at('selected', 'planned'), 'selected')).toBe(false);
  expect(isAt(at('confirmed'), 'selected')).toBe(false);
});

test('a rewound group is planned again, never what was agreed to', () => {
  expect(steps(rewind(at('selecting', 'selected', 'asked', 'agreeing', 'accepted', 'unknown', 'confirmed')))).toEqual([
    'planned',
    'planned',
    'planned',
    'agreeing',
    'accepted',
    'unknown',
    'confirmed',
  ]);
  expect(steps(rewind(at('asked', 'asked'), group('D1')))).toEqual(['asked', 'planned']);
});

describe('a run that breaks off', () => {
  const devices = at(...ALL);
  const kept: Partial<Record<RunStep, RunStep>> = {
    accepted: 'accepted',
    confirmed: 'confirmed',
    unknown: 'unknown',
    'not-converted': 'not-converted',
  };
  test.each([undefined, 'selected', 'asked', 'agreeing'] as const)('and may have been agreed to from %s on', (from) => {
    const agreed = (step: RunStep) =>
      from !== undefined && RUN_STEPS.indexOf(step as never) >= RUN_STEPS.indexOf(from) && kept[step] === undefined;
    const after = interrupt(devices, from, NOW);
    expect(steps(after)).toEqual(ALL.map((step) => kept[step] ?? (agreed(step) ? 'unknown' : 'not-converted')));
    expect(isUnfinished({ devices: after })).toBe(false);
    if (from === undefined) return;
    expect(steps(abandon(devices, from, NOW))).toEqual(
      ALL.map((step) => kept[step] ?? (agreed(step) ? 'unknown' : 'planned')),
    );
  });

  test('counts the ten minutes from when Agree was journalled, else from now', () => {
    const [first, second] = interrupt(
      [
        { key: 'A', step: 'agreeing', agreedAt: EARLIER },
        { key: 'B', step: 'asked' },
      ],
      'asked',
      NOW,
    );
    expect(first?.agreedAt).toBe(EARLIER);
    expect(second?.agreedAt).toBe(NOW);
  });
});

describe('a look at Devices', () => {
  const look = (seen: 'hwaas' | 'not-hwaas', late = false) =>
    observe(at(...ALL), new Map(ALL.map((_, i) => [`D${i}`, seen])), NOW, () => late);

  test('confirms whatever is open and shows as HWaaS', () => {
    expect(steps(look('hwaas'))).toEqual(ALL.map((step) => (step === 'not-converted' ? step : 'confirmed')));
  });

  test('proves nothing where the old type still shows', () => {
    expect(look('not-hwaas')).toEqual(at(...ALL));
  });

  test('notes once that a device was not shown in time', () => {
    const after = look('not-hwaas', true);
    expect(after.filter(({ notShownAt }) => notShownAt === NOW).map(({ step }) => step)).toEqual([
      'accepted',
      'unknown',
    ]);
    const again = observe(after, new Map([['D5', 'not-hwaas']]), '2026-11-24T10:00:00.000Z' as Instant, () => true);
    expect(again).toEqual(after);
  });
});
