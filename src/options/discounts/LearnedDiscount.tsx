import type { JSX } from 'preact';
import type { LearnedData } from '../../core/messages/amounts-data.ts';
import { dateText, language, plural, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';

type Observation = LearnedData['contradictions'][number][number];

interface Group {
  readonly kind: 'used' | 'single' | 'contradictory';
  readonly from: number;
  readonly words: string;
  readonly observations: readonly Observation[];
}

interface Props {
  readonly learned: LearnedData;
  readonly onForget: (id: string) => void;
}

const percentText = (percent: string): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 6 }).format(Number(percent) / 100);

/** Tiers, single observations and contradictions of one product at one Duration, by rising quantity. */
function groupsOf({ tiers, single, contradictions }: LearnedData): readonly Group[] {
  const groups = [
    ...tiers.map(({ from, percent, observations }): Group => {
      return { kind: 'used', from, words: plural('discount_from', from, percentText(percent)), observations };
    }),
    ...single.map(({ from, percent, observations }): Group => {
      return { kind: 'single', from, words: plural('discount_at', from, percentText(percent)), observations };
    }),
    ...contradictions.map((observations): Group => {
      const from = observations[0]?.quantity ?? 0;
      return { kind: 'contradictory', from, words: plural('discount_contradictory', from), observations };
    }),
  ];
  return groups.sort((a, b) => a.from - b.from);
}

/** What was learned of one product, and from what. */
export const LearnedDiscount = ({ learned, onForget }: Props): JSX.Element => (
  <li data-testid="learned">
    <strong>
      <bdi>{learned.sku}</bdi>
    </strong>{' '}
    <span class="soft">{t(`term_${learned.duration}`)}</span>
    {groupsOf(learned).map(({ kind, from, words, observations }) => (
      <div key={from} data-kind={kind}>
        <p>
          {words} <span class={kind === 'contradictory' ? 'mark attention' : 'mark'}>{t(`discount_kind_${kind}`)}</span>
        </p>
        <ul>
          {observations.map((one) => (
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
