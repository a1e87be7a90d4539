import type { JSX } from 'preact';
import browser from 'webextension-polyfill';
import type { Settings } from '../core/settings.ts';
import { t } from '../platform/i18n.ts';
import { ChoiceField, type Keep, NumberField } from './setting-fields.tsx';

interface Props {
  readonly settings: Settings;
  readonly keep: Keep;
}

/** How a batch is converted, followed up and remembered. */
export const ConversionFields = ({ settings, keep }: Props): JSX.Element => (
  <>
    <h3>{t('run_options')}</h3>
    <p>
      <a href={browser.runtime.getURL('src/popup/index.html?view=history')} target="_blank" rel="noreferrer">
        {t('run_options_history')}
      </a>
    </p>
    <div class="fields">
      <NumberField
        id="largest-batch"
        label={t('options_largest_batch')}
        why={t('options_largest_batch_why')}
        most={2000}
        value={settings.largestBatch}
        onChange={(largestBatch) => keep({ largestBatch })}
      />
      <NumberField
        id="group-size"
        label={t('run_options_group_size')}
        why={t('run_options_group_size_why')}
        most={2000}
        value={settings.groupSize}
        onChange={(groupSize) => keep({ groupSize })}
      />
      <NumberField
        id="group-pause"
        label={t('run_options_group_pause')}
        why={t('run_options_group_pause_why')}
        least={0}
        most={600}
        value={settings.groupPause}
        onChange={(groupPause) => keep({ groupPause })}
      />
      <ChoiceField
        id="who-agrees"
        label={t('run_options_agree')}
        why={t('run_options_agree_why')}
        choices={['companion', 'partner']}
        words="run_options_agree"
        value={settings.partnerAgrees ? 'partner' : 'companion'}
        onChange={(who) => keep({ partnerAgrees: who === 'partner' })}
      />
      <ChoiceField
        id="remind"
        label={t('run_options_remind')}
        why={t('run_options_remind_why')}
        choices={['on', 'off']}
        words="run_options_remind"
        value={settings.remindUnconfirmed ? 'on' : 'off'}
        onChange={(remind) => keep({ remindUnconfirmed: remind === 'on' })}
      />
      <NumberField
        id="keep-runs"
        label={t('run_options_keep')}
        why={t('run_options_keep_why')}
        least={0}
        most={240}
        value={settings.keepRunsMonths}
        onChange={(keepRunsMonths) => keep({ keepRunsMonths })}
      />
    </div>
  </>
);
