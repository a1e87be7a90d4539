import { numberText, plural, reasonText, t } from '../../../platform/i18n.ts';
import { askAdvice } from '../../ask-advice.ts';
import { useFresh } from '../fresh-answer.ts';
import type { AdvisorView } from './view.ts';

/** A selection split into requests that WMP takes (R11). */
export function ReplaceAdvisor({ view }: { view: AdvisorView }) {
  if (view.selected.length === 0) return <p>{t('replace_select')}</p>;
  return <Requests view={view} />;
}

function Requests({ view }: { view: AdvisorView }) {
  const body = { ...(view.pbx === undefined ? {} : { pbx: view.pbx }), devices: [...view.selected] };
  const answer = useFresh(JSON.stringify(body), () => askAdvice('replacement.plan', body));
  if (answer === undefined) return <p class="muted">{t('advisors_asking')}</p>;
  if (answer.failure !== undefined) return <p class="note no">{reasonText(answer.failure)}</p>;
  const { requests = [], leftOut = [] } = answer.value ?? {};
  return (
    <>
      <p role="status">{plural('replace_requests', requests.length)}</p>
      <ol class="requests">
        {requests.map(({ pbx, model, keys }, i) => (
          <li key={keys.join()}>
            {t('replace_request', numberText(i + 1), numberText(keys.length), model, pbx)}{' '}
            <span class="serials" dir="auto">
              {keys.join(', ')}
            </span>
          </li>
        ))}
      </ol>
      {requests.length > 0 && <p class="muted">{t('replace_address')}</p>}
      {leftOut.length > 0 && (
        <div class="note no">
          <p>{t('replace_left_out')}</p>
          <ul>
            {leftOut.map(({ key, reasons }) => (
              <li key={key}>
                <span class="serials">{key}</span> {reasons.map(reasonText).join(' ')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
