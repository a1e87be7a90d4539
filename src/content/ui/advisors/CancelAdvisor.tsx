import { useState } from 'preact/hooks';
import { safeParse } from 'valibot';
import { CalendarDate } from '../../../core/facts.ts';
import { plural, reasonText, t } from '../../../platform/i18n.ts';
import { moneyText } from '../../../platform/money-text.ts';
import { askAdvice } from '../../ask-advice.ts';
import { useFresh } from '../fresh-answer.ts';
import { CancelTable } from './CancelTable.tsx';
import type { AdvisorView } from './view.ts';

/** What is still charged for HWaaS that is cancelled today (R10), and where WMP cancels. */
export function CancelAdvisor({ view }: { view: AdvisorView }) {
  const [since, setSince] = useState('');
  const of = view.selected.length > 0 ? view.selected : view.devices;
  const devices = of.filter(({ contract }) => contract === 'hwaas');
  const where =
    view.level === 'pbx' ? 'cancel_here' : view.level === 'customer' ? 'cancel_way' : 'cancel_level_unknown';
  return (
    <>
      <p class={`note ${view.level === 'pbx' ? 'yes' : 'unknown'}`}>{t(where)}</p>
      {devices.length === 0 ? (
        <p>{t(view.selected.length > 0 ? 'cancel_none_selected' : 'cancel_none')}</p>
      ) : (
        <>
          {view.selected.length === 0 && <p class="muted">{plural('cancel_all', devices.length)}</p>}
          <div class="fields">
            <label>
              {t('cancel_since')}
              <input type="date" value={since} onChange={(event) => setSince(event.currentTarget.value)} />
            </label>
          </div>
          <Charges view={view} devices={devices} since={since} />
        </>
      )}
    </>
  );
}

function Charges({ view, devices, since }: { view: AdvisorView; devices: AdvisorView['devices']; since: string }) {
  const day = safeParse(CalendarDate, since);
  const body = {
    customer: view.customer,
    ...(view.pbx === undefined ? {} : { pbx: view.pbx }),
    ...(view.level === undefined ? {} : { level: view.level }),
    ...(day.success ? { since: day.output } : {}),
    devices: [...devices],
  };
  const answer = useFresh(JSON.stringify(body), () => askAdvice('cancellation.review', body));
  if (answer === undefined) return <p class="muted">{t('advisors_asking')}</p>;
  if (answer.failure !== undefined) return <p class="note no">{reasonText(answer.failure)}</p>;
  if (answer.value === undefined) return null;
  const { total, reasons } = answer.value;
  const unknown = answer.value.devices.some(({ free, charge }) => free.verdict !== 'yes' && charge === undefined);
  return (
    <>
      <CancelTable view={view} devices={answer.value.devices} />
      {total !== undefined && <p class="sum">{t('cancel_total', moneyText(total))}</p>}
      {unknown && <p>{t('cancel_total_unknown')}</p>}
      {reasons.map((reason) => (
        <p key={reason.code} class="note unknown">
          {reasonText(reason)}
        </p>
      ))}
      <p class="muted">{t('cancel_estimate')}</p>
    </>
  );
}
