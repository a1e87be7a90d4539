import type { JSX } from 'preact';
import type { RunRecord } from '../../core/records/run.ts';
import { outcomeOf } from '../../core/run-standing.ts';
import { instantText, t } from '../../platform/i18n.ts';
import { outcomeText } from './run-words.ts';

const HEADINGS = [
  'history_serial',
  'history_mac',
  'history_model',
  'history_pbx',
  'history_device_state',
  'history_agreed',
  'history_confirmed',
  'history_not_shown',
] as const;

/** What became of each device. What no page showed is left empty. */
export function DeviceTable({ run }: { run: RunRecord }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('history_devices_of', run.customer.name)}>
      <table>
        <thead>
          <tr>
            {HEADINGS.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.devices.map((device) => (
            <tr key={device.key}>
              <th scope="row">
                <bdi>{device.serial}</bdi>
              </th>
              <td>
                <bdi>{device.mac}</bdi>
              </td>
              <td>
                <bdi>{device.model}</bdi>
              </td>
              <td>
                <bdi>{device.pbx ?? run.pbx}</bdi>
              </td>
              <td>{outcomeText(outcomeOf(device))}</td>
              <td>{device.agreedAt && instantText(device.agreedAt)}</td>
              <td>{device.confirmedAt && instantText(device.confirmedAt)}</td>
              <td>{device.notShownAt && instantText(device.notShownAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
