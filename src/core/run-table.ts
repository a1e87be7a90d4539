import type { Instant } from './facts.ts';
import type { Reason } from './outcome.ts';
import type { RunDevice, RunRecord } from './records/run.ts';
import { type DeviceOutcome, outcomeOf } from './run-standing.ts';

/** The columns of an exported history, in their order. */
export const RUN_COLUMNS = [
  'run',
  'kind',
  'by',
  'started',
  'customer',
  'pbx',
  'serial',
  'mac',
  'model',
  'state',
  'agreed',
  'confirmed',
  'not-shown',
  'stopped',
] as const;
export type RunColumn = (typeof RUN_COLUMNS)[number];

/** A text, a point in time, or nothing where nothing is known. */
export type RunCell = string | { readonly at: Instant } | undefined;

export interface RunTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly RunCell[])[];
}

/** The caller's words, in its language. */
export interface TableWords {
  readonly column: (column: RunColumn) => string;
  readonly kind: (trial: boolean) => string;
  readonly outcome: (outcome: DeviceOutcome) => string;
  readonly reason: (reason: Reason) => string;
}

/** One row per device, runs in the order in which they are given. */
export function runTable(runs: readonly RunRecord[], words: TableWords): RunTable {
  const instant = (at: Instant | undefined): RunCell => at && { at };
  const cells = (run: RunRecord, device: RunDevice): Readonly<Record<RunColumn, RunCell>> => ({
    run: run.id,
    kind: words.kind(run.trial === true),
    by: run.by,
    started: instant(run.startedAt),
    customer: run.customer.name,
    pbx: device.pbx ?? run.pbx,
    serial: device.serial,
    mac: device.mac,
    model: device.model,
    state: words.outcome(outcomeOf(device)),
    agreed: instant(device.agreedAt),
    confirmed: instant(device.confirmedAt),
    'not-shown': instant(device.notShownAt),
    stopped: run.stopped && words.reason(run.stopped as Reason),
  });
  return {
    header: RUN_COLUMNS.map(words.column),
    rows: runs.flatMap((run) =>
      run.devices.map((device) => {
        const row = cells(run, device);
        return RUN_COLUMNS.map((column) => row[column]);
      }),
    ),
  };
}
