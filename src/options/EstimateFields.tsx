import type { JSX } from 'preact';
import { CHOICES, type OverdueDays, type Settings } from '../core/settings.ts';
import { t } from '../platform/i18n.ts';
import { ChoiceField, type Keep, NumberField } from './setting-fields.tsx';

interface Props {
  readonly settings: Settings;
  readonly keep: Keep;
}

/** What WMP does not publish and quotes have to assume. */
export const EstimateFields = ({ settings, keep }: Props): JSX.Element => (
  <>
    <h3>
      {t('options_estimates')} <span class="mark">{t('options_estimate')}</span>
    </h3>
    <p class="soft">{t('options_estimates_why')}</p>
    <div class="fields">
      <ChoiceField
        id="convention"
        label={t('options_convention')}
        why={t(`options_convention_${settings.convention.replaceAll('-', '_')}_why`)}
        choices={CHOICES.convention}
        words="options_convention"
        value={settings.convention}
        onChange={(convention) => keep({ convention })}
      />
      <ChoiceField
        id="round-each"
        label={t('options_round_each')}
        why={t('options_round_each_why')}
        choices={CHOICES.roundEach}
        words="options_round_each"
        value={settings.roundEach}
        onChange={(roundEach) => keep({ roundEach })}
      />
      <ChoiceField
        id="rounding"
        label={t('options_rounding')}
        why={t('options_rounding_why')}
        choices={CHOICES.rounding}
        words="options_rounding"
        value={settings.rounding}
        onChange={(rounding) => keep({ rounding })}
      />
      <ChoiceField
        id="page-price"
        label={t('options_page_price')}
        why={t('options_page_price_why')}
        choices={CHOICES.pagePrice}
        words="options_page_price"
        value={settings.pagePrice}
        onChange={(pagePrice) => keep({ pagePrice })}
      />
      <NumberField
        id="list-age"
        label={t('options_list_age')}
        why={t('options_list_age_why')}
        most={120}
        value={settings.listAgeMonths}
        onChange={(listAgeMonths) => keep({ listAgeMonths })}
      />
    </div>
  </>
);

const STEPS: readonly (readonly [keyof OverdueDays, string])[] = [
  ['warning', 'warning'],
  ['ordersBlocked', 'orders_blocked'],
  ['portalLocked', 'portal_locked'],
  ['servicesSuspended', 'services_suspended'],
];

/** The vendor's ladder as documented; its days have changed before. */
export const OverdueFields = ({ settings: { overdueDays }, keep }: Props): JSX.Element => (
  <>
    <h3>{t('options_overdue')}</h3>
    <p class="soft">{t('options_overdue_why')}</p>
    <div class="fields">
      {STEPS.map(([step, words]) => (
        <NumberField
          key={step}
          id={`overdue-${step}`}
          label={t(`options_overdue_${words}`)}
          most={365}
          value={overdueDays[step]}
          onChange={(day) => keep({ overdueDays: { ...overdueDays, [step]: day } })}
        />
      ))}
    </div>
  </>
);
