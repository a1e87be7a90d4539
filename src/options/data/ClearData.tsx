import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { numberText, plural, reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askData } from './ask-data.ts';

type Overview = Awaited<ReturnType<typeof overview>>;

const overview = () => askData('data.overview', {});

/** Deletes everything, after it was said what that is and what it means for conversions that are not settled. */
export function ClearData({ onCleared }: { readonly onCleared: () => void }): JSX.Element {
  const [asking, setAsking] = useState<Overview>();
  const [understood, setUnderstood] = useState(false);
  const [wrong, setWrong] = useState('');
  const [said, setSaid] = useState('');

  async function doing(work: () => Promise<void>): Promise<void> {
    setWrong('');
    setSaid('');
    try {
      await work();
    } catch (error) {
      setAsking(undefined);
      setWrong(reasonText(failureOf(error)));
    }
  }

  const ask = () =>
    doing(async () => {
      setUnderstood(false);
      setAsking(await overview());
    });

  const clear = (openRuns: number) =>
    doing(async () => {
      await askData('data.clear', { openRuns });
      setAsking(undefined);
      setSaid(t('data_cleared'));
      onCleared();
    });

  return (
    <div class="clear" data-testid="clear-data">
      <h3>{t('data_clear_title')}</h3>
      <p class="soft">{t('data_clear_why')}</p>
      {asking === undefined ? (
        <p>
          <button type="button" onClick={() => void ask()}>
            {t('data_clear')}
          </button>
        </p>
      ) : (
        <div class="review">
          <p>{t('data_clear_sure', ...countsOf(asking).map(numberText))}</p>
          {asking.openRuns > 0 && (
            <p class="notice attention" role="alert">
              {plural('data_clear_open', asking.openRuns)}
            </p>
          )}
          <label class="tick">
            <input
              type="checkbox"
              checked={understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
            {t('data_clear_understood')}
          </label>
          <div class="actions">
            <button type="button" class="danger" disabled={!understood} onClick={() => void clear(asking.openRuns)}>
              {t('data_clear_yes')}
            </button>
            <button type="button" onClick={() => setAsking(undefined)}>
              {t('data_clear_no')}
            </button>
          </div>
        </div>
      )}
      {wrong && (
        <p class="notice attention" role="alert">
          {wrong}
        </p>
      )}
      <p role="status">{said}</p>
    </div>
  );
}

function countsOf({ counts }: Overview): [number, number, number] {
  const { orders = 0, runs = 0, settings: _, ...others } = counts;
  return [orders, runs, Object.values(others).reduce((sum, count) => sum + count, 0)];
}
