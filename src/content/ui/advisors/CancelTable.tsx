import { dateText, numberText, reasonText, t } from '../../../platform/i18n.ts';
import { moneyText } from '../../../platform/money-text.ts';
import type { Response } from './cancel-answer.ts';
import type { AdvisorView } from './view.ts';

type Charged = Response['devices'][number];

/** Per device: since when, until when, and how much. */
export function CancelTable({ view, devices }: { view: AdvisorView; devices: readonly Charged[] }) {
  const models = new Map(view.devices.map(({ key, model }) => [key, model]));
  return (
    <table class="devices">
      <thead>
        <tr>
          <th scope="col">{t('column_serial')}</th>
          <th scope="col">{t('cancel_column_since')}</th>
          <th scope="col">{t('cancel_column_free')}</th>
          <th scope="col">{t('cancel_column_charge')}</th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.key}>
            <td>
              <span class="serials">{device.key}</span> {models.get(device.key)}
            </td>
            <td>{sinceText(device, view.dates.get(device.key)?.purchased)}</td>
            <td>{freeText(device)}</td>
            <td>{chargeText(device)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sinceText({ since, sinceFrom }: Charged, purchased: string | undefined): string {
  if (since !== undefined && sinceFrom !== undefined) return t(`cancel_since_${sinceFrom}`, dateText(since));
  // The date printed as "purchased" may be that of the device, not of HWaaS: shown, never counted from.
  const hint = purchased === undefined ? '' : ` (${t('cancel_purchased', purchased)})`;
  return `${t('cancel_unknown')}${hint}`;
}

function freeText({ free, freeFrom, days }: Charged): string {
  if (free.verdict === 'yes') return t('cancel_free_now');
  if (free.verdict === 'no' && freeFrom !== undefined)
    return t('cancel_free_from', dateText(freeFrom), numberText(days ?? 0));
  return free.reasons.map(reasonText).join(' ') || t('cancel_unknown');
}

const chargeText = ({ free, charge }: Charged): string =>
  free.verdict === 'yes' ? t('cancel_nothing') : charge === undefined ? t('cancel_unknown') : moneyText(charge);
