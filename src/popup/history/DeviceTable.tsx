import type { JSX } from 'preact';
import type { RunDevice, RunRecord } from '../../core/records/run.ts';
import { outcomeOf } from '../../core/run-standing.ts';
import { instantText, t } from '../../platform/i18n.ts';
import { outcomeText } from './run-words.ts';

const instantOf = (at: string | undefined): string | undefined => at && instantText(at);

const COLUMNS: readonly (readonly [string, (device: RunDevice, run: RunRecord) => string | undefined])[] = [
  ['history_serial', ({ serial }) => serial],
  ['history_mac', ({ mac }) => mac],
  ['history_model', ({ model }) => model],
  ['history_pbx', ({ pbx }, run) => pbx ?? run.pbx],
  ['history_device_state', (device) => outcomeText(outcomeOf(device))],
  ['history_agreed', ({ agreedAt }) => instantOf(agreedAt)],
  ['history_confirmed', ({ confirmedAt }) => instantOf(confirmedAt)],
  ['history_not_shown', ({ notShownAt }) => instantOf(notShownAt)],
];

/** What became of each device. What no page showed is left empty; where none of them has it, the column is left out. */
export function DeviceTable({ run }: { run: RunRecord }): JSX.Element {
  const columns = COLUMNS.filter(([, value]) => run.devices.some((device) => value(device, run) !== undefined));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('history_devices_of', run.customer.name)}>
      <table>
        <thead>
          <tr>
            {columns.map(([key]) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.devices.map((device) => (
            <tr key={device.key}>
              {columns.map(([key, value]) => (
                <td key={key}>
                  <bdi>{value(device, run)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
