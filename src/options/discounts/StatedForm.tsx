import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DiscountSchedule } from '../../core/rules/discount/schedule.ts';
import {
  EMPTY_FORM,
  type FormFault,
  NO_TIER,
  readForm,
  type TierForm,
  type StatedForm as Typed,
} from '../../core/rules/discount/stated-form.ts';
import { t } from '../../platform/i18n.ts';
import { ChoiceField } from '../setting-fields.tsx';

interface Props {
  readonly start: Typed | undefined;
  readonly id: string;
  readonly onKeep: (schedule: DiscountSchedule) => void;
  readonly onCancel: () => void;
}

const MOST_TIERS = 20;

/** One discount of the partner's own: for what, at which Duration, and from how many units on what it costs. */
export function StatedForm({ start = EMPTY_FORM, id, onKeep, onCancel }: Props): JSX.Element {
  const [form, setForm] = useState(start);
  const [fault, setFault] = useState<FormFault>();
  const change = (part: Partial<Typed>) => setForm({ ...form, ...part });
  const changeTier = (row: number, part: Partial<TierForm>) =>
    change({ tiers: form.tiers.map((tier, i) => (i === row ? { ...tier, ...part } : tier)) });
  const priced = form.model === 'pack' || form.tiers.some(({ kind, flat }) => kind === 'price' || flat.trim() !== '');
  const keep = () => {
    const read = readForm(form, id);
    if ('fault' in read) setFault(read.fault);
    else onKeep(read);
  };
  return (
    <div class="review" data-testid="stated-form">
      <div class="fields">
        <ChoiceField
          id="stated-scope"
          label={t('stated_scope')}
          value={form.scope}
          choices={['sku', 'category', 'order']}
          words="stated_scope"
          onChange={(scope) => change({ scope })}
        />
        {form.scope !== 'order' && (
          <>
            <label for="stated-name">{t(`stated_name_${form.scope}`)}</label>
            <input
              id="stated-name"
              maxLength={200}
              value={form.name}
              aria-invalid={fault?.field === 'name'}
              onInput={(event) => change({ name: event.currentTarget.value })}
            />
          </>
        )}
        <label for="stated-duration">{t('stated_duration')}</label>
        <select
          id="stated-duration"
          value={form.duration}
          onChange={(event) => change({ duration: event.currentTarget.value as Typed['duration'] })}
        >
          <option value="">{t('stated_every_duration')}</option>
          {['P1M', 'P1Y', 'P5Y'].map((term) => (
            <option key={term} value={term}>
              {t(`term_${term}`)}
            </option>
          ))}
        </select>
        <ChoiceField
          id="stated-model"
          label={t('stated_model')}
          value={form.model}
          choices={['volume', 'graduated', 'pack']}
          words="stated_model"
          onChange={(model) => change({ model })}
        />
        <p class="soft">{t(`stated_model_${form.model}_why`)}</p>
        {form.model === 'pack' && (
          <>
            <label for="stated-pack">{t('stated_pack_size')}</label>
            <input
              id="stated-pack"
              inputMode="numeric"
              value={form.packSize}
              aria-invalid={fault?.field === 'packSize'}
              onInput={(event) => change({ packSize: event.currentTarget.value })}
            />
          </>
        )}
        {priced && (
          <>
            <label for="stated-currency">{t('stated_currency')}</label>
            <input
              id="stated-currency"
              maxLength={3}
              value={form.currency}
              aria-invalid={fault?.field === 'currency'}
              onInput={(event) => change({ currency: event.currentTarget.value })}
            />
            <ChoiceField
              id="stated-per"
              label={t('stated_per')}
              value={form.per}
              choices={['term', 'month']}
              words="stated_per"
              onChange={(per) => change({ per })}
            />
          </>
        )}
      </div>
      <fieldset class="tiers">
        <legend>{t('stated_tiers')}</legend>
        <p class="soft">{t(`stated_flat_why_${form.model}`)}</p>
        {form.tiers.map((tier, row) => (
          <TierRow
            key={row}
            row={row}
            tier={tier}
            onlyPrice={form.model === 'pack'}
            fault={fault !== undefined && 'row' in fault && fault.row === row ? fault.field : undefined}
            onChange={(part) => changeTier(row, part)}
            onRemove={
              form.tiers.length > 1 ? () => change({ tiers: form.tiers.filter((_, i) => i !== row) }) : undefined
            }
          />
        ))}
        {form.tiers.length < MOST_TIERS && (
          <button type="button" onClick={() => change({ tiers: [...form.tiers, NO_TIER] })}>
            {t('stated_tier_add')}
          </button>
        )}
      </fieldset>
      {fault && (
        <p class="notice attention" role="alert">
          {'row' in fault
            ? t(`stated_fault_${fault.field}`, fault.row + 1)
            : t(`stated_fault_${fault.field === 'packSize' ? 'pack' : fault.field}`)}
        </p>
      )}
      <div class="actions">
        <button type="button" class="primary" onClick={keep}>
          {t('stated_keep')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('stated_cancel')}
        </button>
      </div>
    </div>
  );
}

interface TierProps {
  readonly row: number;
  readonly tier: TierForm;
  readonly onlyPrice: boolean;
  readonly fault: 'from' | 'value' | 'rising' | 'flat' | undefined;
  readonly onChange: (part: Partial<TierForm>) => void;
  readonly onRemove: (() => void) | undefined;
}

const TierRow = ({ row, tier, onlyPrice, fault, onChange, onRemove }: TierProps): JSX.Element => (
  <div class="tier">
    <label>
      <span>{t('stated_from')}</span>
      <input
        inputMode="numeric"
        size={5}
        aria-label={t('stated_from_of', row + 1)}
        aria-invalid={fault === 'from' || fault === 'rising'}
        value={tier.from}
        onInput={(event) => onChange({ from: event.currentTarget.value })}
      />
    </label>
    <input
      inputMode="decimal"
      size={8}
      aria-label={t('stated_value_of', row + 1)}
      aria-invalid={fault === 'value'}
      value={tier.value}
      onInput={(event) => onChange({ value: event.currentTarget.value })}
    />
    <select
      aria-label={t('stated_kind_of', row + 1)}
      disabled={onlyPrice}
      value={onlyPrice ? 'price' : tier.kind}
      onChange={(event) => onChange({ kind: event.currentTarget.value === 'price' ? 'price' : 'percent' })}
    >
      <option value="percent">{t('stated_percent')}</option>
      <option value="price">{t(onlyPrice ? 'stated_price_pack' : 'stated_price')}</option>
    </select>
    <label>
      <span>{t('stated_flat')}</span>
      <input
        inputMode="decimal"
        size={8}
        aria-label={t('stated_flat_of', row + 1)}
        aria-invalid={fault === 'flat'}
        value={tier.flat}
        onInput={(event) => onChange({ flat: event.currentTarget.value })}
      />
    </label>
    {onRemove && (
      <button type="button" aria-label={t('stated_tier_remove', row + 1)} onClick={onRemove}>
        ×
      </button>
    )}
  </div>
);
