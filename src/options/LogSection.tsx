import type { JSX } from 'preact';
import { instantText, reasonText, t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { useAnswer } from '../platform/use-answer.ts';

const SHOWN = 100;

/** Refused messages and failures, newest first: what support asks about. */
export function LogSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('log', () => ask('log.recent', {}));
  return (
    <section aria-labelledby="log-title">
      <h2 id="log-title">{t('options_log')}</h2>
      <p class="soft">{t('options_log_why')}</p>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value?.entries.length === 0 && <p>{t('options_log_empty')}</p>}
      {value && value.entries.length > 0 && (
        <div class="scroll log">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('options_log_at')}</th>
                <th scope="col">{t('options_log_kind')}</th>
                <th scope="col">{t('options_log_text')}</th>
              </tr>
            </thead>
            <tbody>
              {value.entries.slice(0, SHOWN).map((entry, index) => (
                <tr key={`${entry.at}${index}`}>
                  <td>{instantText(entry.at)}</td>
                  <td>
                    <code>{entry.kind}</code>
                  </td>
                  <td>
                    <bdi>{entry.text}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <button type="button" onClick={again}>
          {t('options_log_again')}
        </button>
      </p>
    </section>
  );
}
