import type { JSX } from 'preact';
import { STATE_WORDS, WORD_LANGUAGES } from '../../core/orders/state-words.ts';
import { language, t } from '../../platform/i18n.ts';

/** The table that is built in, to look at: a word of it gets another meaning by being put among the partner's own. */
export function BuiltInWords(): JSX.Element {
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return (
    <details>
      <summary>{t('state_words_built_in')}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('order_filter_state')}</th>
              {WORD_LANGUAGES.map((code) => (
                <th key={code} scope="col">
                  {names.of(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(STATE_WORDS).map(([state, words]) => (
              <tr key={state}>
                <th scope="row">{t(`order_state_${state.replaceAll('-', '_')}`)}</th>
                {WORD_LANGUAGES.map((code) => (
                  <td key={code} lang={code}>
                    {words[code].split('|').join(', ')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
