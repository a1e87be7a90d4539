import type { JSX } from 'preact';
import { REMINDER_SETTINGS, type Settings } from '../../core/settings.ts';
import { t } from '../../platform/i18n.ts';
import { ChoiceField, type Keep, NumberField } from '../setting-fields.tsx';

interface Props {
  readonly settings: Settings;
  readonly keep: Keep;
}

const REMINDER_WORDS: Readonly<Record<(typeof REMINDER_SETTINGS)[number], string>> = {
  remindShipped: 'options_remind_shipped',
  remindLate: 'options_remind_late',
  remindUnknown: 'options_remind_unknown',
  remindExpiring: 'options_remind_expiring',
  remindOverdue: 'options_remind_overdue',
};

/** When an order needs the partner, of what he is reminded, and whether Orders is read without him. */
export const OrdersSettings = ({ settings, keep }: Props): JSX.Element => (
  <>
    <h3>{t('popup_orders')}</h3>
    <div class="fields">
      <NumberField
        id="stale-days"
        label={t('options_stale_days')}
        why={t('options_stale_days_why')}
        least={0}
        most={365}
        value={settings.staleDays}
        onChange={(staleDays) => keep({ staleDays })}
      />
      <ChoiceField
        id="daily-refresh"
        label={t('options_daily')}
        why={t('options_daily_why')}
        choices={['off', 'on']}
        words="options_daily"
        value={settings.dailyRefresh ? 'on' : 'off'}
        onChange={(daily) => keep({ dailyRefresh: daily === 'on' })}
      />
    </div>
    <h3>{t('options_reminders')}</h3>
    <p class="soft">{t('options_reminders_why')}</p>
    <div class="fields">
      {REMINDER_SETTINGS.map((name) => (
        <ChoiceField
          key={name}
          id={name}
          label={t(REMINDER_WORDS[name])}
          choices={['off', 'on']}
          words="run_options_remind"
          value={settings[name] ? 'on' : 'off'}
          onChange={(remind) => keep({ [name]: remind === 'on' })}
        />
      ))}
      <NumberField
        id="quiet-from"
        label={t('options_quiet_from')}
        least={0}
        most={23}
        value={settings.quietFrom}
        onChange={(quietFrom) => keep({ quietFrom })}
      />
      <NumberField
        id="quiet-until"
        label={t('options_quiet_until')}
        why={t('options_quiet_why')}
        least={0}
        most={23}
        value={settings.quietUntil}
        onChange={(quietUntil) => keep({ quietUntil })}
      />
    </div>
  </>
);
