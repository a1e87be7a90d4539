import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TRACKER_MESSAGES } from '../../core/messages/tracker-contract.ts';
import { ORDER_STATES, type OrderState } from '../../core/records/order.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { asker } from '../../platform/send.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { type Said, SaidLine } from '../SaidLine.tsx';
import { BuiltInWords } from './BuiltInWords.tsx';
import { StateSelect } from './StateSelect.tsx';

const askTracker = asker(TRACKER_MESSAGES);

/** What WMP's status words are taken to mean: the partner's own first, then those that are built in. */
export function StateWordsSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('state words', () => askTracker('states.list', {}));
  const [said, setSaid] = useState<Said>({ words: '' });
  const [wrong, setWrong] = useState('');

  async function change(work: () => Promise<unknown>, words: string, undo?: () => void): Promise<void> {
    try {
      await work();
      setWrong('');
      setSaid({ words, ...(undo && { undo }) });
    } catch (error) {
      setSaid({ words: '' });
      setWrong(reasonText(failureOf(error)));
    }
    again();
  }

  const set = (word: string, state: OrderState): Promise<void> =>
    change(() => askTracker('states.set', { word, state }), t('options_kept'));
  const forget = (word: string, state: OrderState): Promise<void> =>
    change(
      () => askTracker('states.forget', { word }),
      t('state_words_forgotten', word),
      () => void change(() => askTracker('states.set', { word, state }), t('options_undone')),
    );
  const problem = failure ? reasonText(failure) : wrong;
  return (
    <section aria-labelledby="state-words-title" data-testid="state-words">
      <h2 id="state-words-title">{t('state_words_title')}</h2>
      <p class="soft">{t('state_words_why')}</p>
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {value && value.words.length > 0 && (
        <ul class="hosts">
          {value.words.map(({ word, state }) => (
            <li key={word}>
              <code>
                <bdi>{word}</bdi>
              </code>
              <StateSelect
                label={t('state_words_meaning_of', word)}
                value={state}
                onChange={(next) => set(word, next)}
              />
              <button type="button" aria-label={t('state_words_forget_of', word)} onClick={() => forget(word, state)}>
                {t('options_host_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewWord onAdd={set} />
      <SaidLine {...said} />
      <BuiltInWords />
    </section>
  );
}

function NewWord({ onAdd }: { onAdd: (word: string, state: OrderState) => Promise<void> }): JSX.Element {
  const [word, setWord] = useState('');
  const [state, setState] = useState<OrderState>(ORDER_STATES[1]);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        await onAdd(word.trim(), state);
        setWord('');
      }}
    >
      <label for="state-word">{t('state_words_word')}</label>
      <input
        id="state-word"
        required
        pattern=".*\S.*"
        maxLength={60}
        value={word}
        onInput={(event) => setWord(event.currentTarget.value)}
      />
      <StateSelect label={t('state_words_meaning')} value={state} onChange={setState} />
      <button type="submit">{t('state_words_add')}</button>
    </form>
  );
}
