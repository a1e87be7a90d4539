import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PRICING_MESSAGES } from '../../core/messages/pricing-contract.ts';
import type { ObservationRecord } from '../../core/records/observation.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { asker } from '../../platform/send.ts';
import { FORMATS, type Format } from '../../platform/sheets/table-file.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { type Said, SaidLine } from '../SaidLine.tsx';
import { exportLearned } from './export-learned.ts';
import { LearnedDiscount } from './LearnedDiscount.tsx';

const askPricing = asker(PRICING_MESSAGES);

/** What Save & Recalculate was seen to do (R4), with the observations behind it: each can be taken back. */
export function DiscountsSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('discounts', () => askPricing('discount.learned', {}));
  const [said, setSaid] = useState<Said>({ words: '' });
  const [wrong, setWrong] = useState('');

  async function change(work: () => Promise<Said>): Promise<void> {
    setWrong('');
    setSaid({ words: '' });
    try {
      setSaid(await work());
    } catch (error) {
      setWrong(reasonText(failureOf(error)));
    }
    again();
  }

  const forget = (id: string): Promise<void> =>
    change(async () => {
      const { forgotten } = await askPricing('discount.forget', { ids: [id] });
      return { words: t('discount_forgotten'), undo: () => void remember(forgotten) };
    });
  const remember = (forgotten: ObservationRecord[]): Promise<void> =>
    change(async () => {
      await askPricing('discount.remember', { forgotten });
      return { words: t('options_undone') };
    });

  async function save(format: Format): Promise<void> {
    setWrong('');
    setSaid({ words: '' });
    try {
      // As it is now, not as it was when the page was opened.
      const { learned, unreadable } = await askPricing('discount.learned', {});
      const words = await exportLearned(learned, format);
      setSaid({ words: unreadable === 0 ? words : `${words} ${plural('discount_unreadable', unreadable)}` });
    } catch (error) {
      setWrong(reasonText(failureOf(error)));
    }
  }

  const problem = failure ? reasonText(failure) : wrong;
  return (
    <section aria-labelledby="discounts-title">
      <h2 id="discounts-title">{t('discount_title')}</h2>
      <p class="soft">{t('discount_why')}</p>
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {value?.learned.length === 0 && value.unreadable === 0 && <p>{t('discount_none')}</p>}
      {value && value.learned.length > 0 && (
        <>
          <div class="actions">
            {FORMATS.map((format) => (
              <button
                type="button"
                key={format}
                aria-label={t(`lists_as_${format}`, t('discount_title'))}
                onClick={() => void save(format)}
              >
                {format.toUpperCase()}
              </button>
            ))}
          </div>
          <ul class="learned">
            {value.learned.map((one) => (
              <LearnedDiscount key={`${one.sku} ${one.duration}`} learned={one} onForget={forget} />
            ))}
          </ul>
        </>
      )}
      {value && value.unreadable > 0 && <p class="soft">{plural('discount_unreadable', value.unreadable)}</p>}
      <SaidLine {...said} />
    </section>
  );
}
