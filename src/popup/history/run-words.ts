import type { RunRecord } from '../../core/records/run.ts';
import { type DeviceOutcome, outcomeOf } from '../../core/run-standing.ts';
import type { TableWords } from '../../core/run-table.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';

export const outcomeText = (outcome: DeviceOutcome): string => t(`history_device_${outcome.replaceAll('-', '_')}`);

export const kindText = (trial: boolean): string => t(trial ? 'run_trial' : 'history_conversion');

/** What became of a run in a few words: how many are HWaaS by now, and that nothing was converted where that is so. */
export function resultText({ devices }: RunRecord): string {
  const count = (outcome: DeviceOutcome) => devices.filter((device) => outcomeOf(device) === outcome).length;
  if (count('not-converted') === devices.length) return t('history_not_converted_outcome');
  return t('history_outcome', count('confirmed'), devices.length);
}

/** The PBXs of a run, each once. */
export const pbxesOf = ({ devices, pbx }: RunRecord): string[] =>
  [...new Set(devices.map((device) => device.pbx ?? pbx))].filter((name): name is string => name !== undefined);

export const devicesText = ({ devices }: RunRecord): string => plural('history_devices', devices.length);

/** Some columns are named as in the table on the page; the instants say in which time zone they are. */
const COLUMN_KEYS = {
  run: 'history_column_run',
  kind: 'history_column_kind',
  by: 'history_column_by',
  started: 'history_column_started',
  customer: 'history_customer',
  pbx: 'history_pbx',
  serial: 'history_serial',
  mac: 'history_mac',
  model: 'history_model',
  state: 'history_device_state',
  agreed: 'history_column_agreed',
  confirmed: 'history_column_confirmed',
  'not-shown': 'history_column_not_shown',
  stopped: 'history_column_stopped',
} as const;

export const tableWords: TableWords = {
  column: (column) => t(COLUMN_KEYS[column]),
  kind: kindText,
  outcome: outcomeText,
  reason: reasonText,
};
