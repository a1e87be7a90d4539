import type { JSX } from 'preact';
import type { LearnedData } from '../../core/messages/amounts-data.ts';
import { dateText, language, plural, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { groupsOf, type LearnedGroup, type Observation } from './learned-groups.ts';

interface Props {
  readonly learned: LearnedData;
  readonly onForget: (id: string) => void;
}

const percentText = (percent: string): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 6 }).format(Number(percent) / 100);

function wordsOf({ kind, from, percent = '' }: LearnedGroup): string {
  if (kind === 'contradictory') return plural('discount_contradictory', from);
  return plural(kind === 'used' ? 'discount_from' : 'discount_at', from, percentText(percent));
}

/** What was learned of one product, and from what. */
export const LearnedDiscount = ({ learned, onForget }: Props): JSX.Element => (
  <li data-testid="learned">
    <strong>
      <bdi>{learned.sku}</bdi>
    </strong>{' '}
    <span class="soft">{t(`term_${learned.duration}`)}</span>
    {groupsOf(learned).map((group) => (
      <div key={group.from} data-kind={group.kind}>
        <p>
          {wordsOf(group)}{' '}
          <span class={group.kind === 'contradictory' ? 'mark attention' : 'mark'}>
            {t(`discount_kind_${group.kind}`)}
          </span>
        </p>
        <ul>
          {group.observations.map((one) => (
            <li key={one.id}>
              <span>{observationText(one)}</span>
              <button
                type="button"
                aria-label={t('discount_forget_one', observationText(one))}
                onClick={() => onForget(one.id)}
              >
                {t('discount_forget')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </li>
);

const observationText = ({ on, quantity, before, after }: Observation): string =>
  plural('discount_observation', quantity, dateText(on), moneyText(before), moneyText(after));
