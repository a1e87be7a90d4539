import type { Instant } from '../../../src/core/facts.ts';
import type { RunDevice, RunRecord } from '../../../src/core/records/run.ts';

export const instant = (time: string): Instant => `2026-11-23T${time}:00.000Z` as Instant;

/** A run of ACME, begun at 10:00, as far as a test does not say otherwise. */
export const runOf = (devices: readonly RunDevice[], more: Partial<RunRecord> = {}): RunRecord => ({
  id: 'r1',
  revision: 1,
  updatedAt: instant('10:00'),
  updatedBy: 'run',
  customer: { key: 'acme', name: 'ACME' },
  devices: [...devices],
  startedAt: instant('10:00'),
  seen: { at: instant('10:00'), url: 'https://my.wildix.com/?#!devices' },
  ...more,
});
