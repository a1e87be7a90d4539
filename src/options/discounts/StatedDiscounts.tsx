import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { STATED_MESSAGES } from '../../core/messages/stated-contract.ts';
import type { DiscountSchedule } from '../../core/rules/discount/schedule.ts';
import { formOf, type StatedForm as Typed } from '../../core/rules/discount/stated-form.ts';
import { language, plural, reasonText, t } from '../../platform/i18n.ts';
import { asker } from '../../platform/send.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { type Said, SaidLine } from '../SaidLine.tsx';
import { StatedForm } from './StatedForm.tsx';

const askStated = asker(STATED_MESSAGES);

interface Editing {
  readonly id: string;
  readonly start?: Typed;
}

/** The partner's own quantity discounts (R4): what quotes go by before anything that was learned. */
export function StatedDiscounts(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('stated discounts', () => askStated('discount.stated', {}));
  const [editing, setEditing] = useState<Editing>();
  const [said, setSaid] = useState<Said>({ words: '' });
  const [wrong, setWrong] = useState('');

  async function change(work: () => Promise<unknown>, words: string, undo?: () => void): Promise<void> {
    setSaid({ words: '' });
    try {
      await work();
      setWrong('');
      setEditing(undefined);
      setSaid({ words, ...(undo && { undo }) });
    } catch (error) {
      setWrong(reasonText(failureOf(error)));
    }
    again();
  }

  const keep = (schedule: DiscountSchedule, words = t('options_kept')): Promise<void> =>
    change(() => askStated('discount.put', { schedule }), words);
  const remove = (schedule: DiscountSchedule): Promise<void> =>
    change(
      () => askStated('discount.drop', { id: schedule.id }),
      t('stated_removed', nameOf(schedule)),
      () => void keep(schedule, t('options_undone')),
    );
  const problem = failure ? reasonText(failure) : wrong;
  return (
    <section aria-labelledby="stated-title" data-testid="stated-discounts">
      <h2 id="stated-title">{t('stated_title')}</h2>
      <p class="soft">{t('stated_why')}</p>
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {value && value.unreadable > 0 && <p class="notice attention">{plural('stated_unreadable', value.unreadable)}</p>}
      <ul class="stated">
        {value?.schedules.map((schedule) => (
          <li key={schedule.id} data-testid="stated">
            <div>
              <strong>
                <bdi>{nameOf(schedule)}</bdi>
              </strong>{' '}
              <span class="soft">
                {schedule.duration ? t(`term_${schedule.duration}`) : t('stated_every_duration')},{' '}
                {t(`stated_model_${schedule.model}`)}
              </span>
              <p>{schedule.tiers.map((tier) => tierText(schedule, tier)).join(' · ')}</p>
            </div>
            <div class="actions">
              <button
                type="button"
                aria-label={t('stated_change_of', nameOf(schedule))}
                onClick={() => {
                  setSaid({ words: '' });
                  setEditing({ id: schedule.id, start: formOf(schedule) });
                }}
              >
                {t('stated_change')}
              </button>
              <button
                type="button"
                aria-label={t('stated_remove_of', nameOf(schedule))}
                onClick={() => remove(schedule)}
              >
                {t('stated_remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {editing === undefined ? (
        <p>
          <button type="button" onClick={() => setEditing({ id: crypto.randomUUID() })}>
            {t('stated_add')}
          </button>
        </p>
      ) : (
        <StatedForm
          key={editing.id}
          id={editing.id}
          start={editing.start}
          onKeep={(schedule) => void keep(schedule)}
          onCancel={() => setEditing(undefined)}
        />
      )}
      <SaidLine {...said} />
    </section>
  );
}

const nameOf = ({ scope }: DiscountSchedule): string =>
  scope.kind === 'sku' ? scope.sku : scope.kind === 'category' ? scope.category : t('stated_scope_order');

/** What one tier says, in the reader's own numbers. The digits go to the formatter as they are typed: no float in between. */
function tierText(
  { currency = '', model, packSize = 0, per }: DiscountSchedule,
  tier: DiscountSchedule['tiers'][number],
): string {
  const parts = [
    ...(tier.percent === undefined ? [] : [`${decimalText(tier.percent)} %`]),
    ...(tier.price === undefined
      ? []
      : [
          model === 'pack'
            ? t('stated_tier_pack', decimalText(tier.price), currency, packSize)
            : t(`stated_tier_price_${per}`, decimalText(tier.price), currency),
        ]),
    ...(tier.flat === undefined ? [] : [t(`stated_tier_flat_${per}`, decimalText(tier.flat), currency)]),
  ];
  return t('stated_tier', tier.from, parts.join(' + '));
}

const decimalText = (decimal: string): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 8 }).format(decimal as Intl.StringNumericLiteral);
