import { expect, test } from 'vitest';
import type { Instant } from '../../../src/core/facts.ts';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { lastAgreed, needsPartner, outcomeOf, standingsOf } from '../../../src/core/run-standing.ts';
import { instant, runOf } from './run-record.ts';

const at = (time: string) => (since: Instant) => (Date.parse(instant(time)) - Date.parse(since)) / 60_000;
const told = (run: RunRecord, time: string) => standingsOf(run, at(time)).map(({ state, count }) => [state, count]);
const LEFT = { stopped: { code: 'page-left' } };

test('a run is in progress while steps follow one another, and interrupted when none has come for long', () => {
  const run = runOf([
    { key: 'A', step: 'agreeing', agreedAt: instant('10:00') },
    { key: 'B', step: 'planned' },
  ]);
  expect(told(run, '10:14')).toEqual([['running', 2]]);
  expect(told(run, '10:15')).toEqual([
    ['interrupted', 1],
    ['unknown', 1],
  ]);
  expect(needsPartner(run, at('10:05'))).toBe(false);
  expect(needsPartner(run, at('10:15'))).toBe(true);
});

test('a run whose page is gone is interrupted at once, and needs the partner', () => {
  const run = runOf([{ key: 'A', step: 'planned' }], LEFT);
  expect(told(run, '10:00')).toEqual([['interrupted', 1]]);
  expect(needsPartner(run, at('10:00'))).toBe(true);
});

test('accepted devices are on their way for ten minutes, then unconfirmed, then a matter for Customer Care', () => {
  const device = { key: 'A', step: 'accepted' as const, agreedAt: instant('10:01') };
  expect(told(runOf([device]), '10:10')).toEqual([['on-its-way', 1]]);
  expect(needsPartner(runOf([device]), at('10:10'))).toBe(false);
  expect(told(runOf([device]), '10:11')).toEqual([['unconfirmed', 1]]);
  expect(needsPartner(runOf([device]), at('10:11'))).toBe(true);
  const looked = runOf([{ ...device, notShownAt: instant('10:12') }]);
  expect(told(looked, '10:12')).toEqual([['not-shown', 1]]);
  expect(needsPartner(looked, at('10:12'))).toBe(true);
});

test('what is settled needs nobody, and has nothing to be said of it', () => {
  const run = runOf([
    { key: 'A', step: 'confirmed', agreedAt: instant('10:00'), notShownAt: instant('10:11') },
    { key: 'B', step: 'not-converted' },
  ]);
  expect(standingsOf(run, at('23:00'))).toEqual([]);
  expect(needsPartner(run, at('23:00'))).toBe(false);
  expect(lastAgreed(run)).toBeUndefined();
});

test('the ten minutes of a run count from its last unconfirmed device', () => {
  const run = runOf([
    { key: 'A', step: 'accepted', agreedAt: instant('10:00') },
    { key: 'B', step: 'unknown', agreedAt: instant('10:06') },
    { key: 'C', step: 'confirmed', agreedAt: instant('10:09') },
  ]);
  expect(lastAgreed(run)).toBe(instant('10:06'));
});

test.each([
  ['selected', 'planned'],
  ['agreeing', 'agreeing'],
  ['accepted', 'accepted'],
  ['confirmed', 'confirmed'],
  ['unknown', 'unknown'],
  ['not-converted', 'not-converted'],
] as const)('the outcome of a device that is %s is told as %s', (step, outcome) => {
  expect(outcomeOf({ key: 'A', step })).toBe(outcome);
});

test('an unknown device that is not shown stays unknown: Devices does not prove that it was not converted', () => {
  expect(outcomeOf({ key: 'A', step: 'unknown', notShownAt: instant('10:12') })).toBe('unknown');
  expect(outcomeOf({ key: 'A', step: 'accepted', notShownAt: instant('10:12') })).toBe('not-shown');
});
