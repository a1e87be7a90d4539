import { useState } from 'preact/hooks';
import { nameKey } from '../../../core/customer.ts';
import { plural, reasonText, t } from '../../../platform/i18n.ts';
import { askAdvice } from '../../ask-advice.ts';
import { CopyButton } from '../copy-button.tsx';
import { useFresh } from '../fresh-answer.ts';
import { PbxEnd } from './PbxEnd.tsx';
import { type Target, TransferTarget } from './TransferTarget.tsx';
import type { AdvisorView } from './view.ts';

/** Names without repeats, as they are printed first. */
const unique = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [nameKey(name), name])).values(),
];

const pbxOf = (view: AdvisorView, device: AdvisorView['devices'][number]): string | undefined => device.pbx ?? view.pbx;

/** How HWaaS gets from one PBX to another (R9), and what to write to Customer Care where it takes them. */
export function TransferAdvisor({ view }: { view: AdvisorView }) {
  const sources = unique([
    ...(view.pbx === undefined ? [] : [view.pbx]),
    ...view.devices.flatMap((device) => pbxOf(view, device) ?? []),
    ...view.pbxes.map(({ name }) => name),
  ]);
  const selectedOn = unique(view.selected.flatMap((device) => pbxOf(view, device) ?? []));
  const [chosen, setChosen] = useState<string>();
  const [target, setTarget] = useState<Target>();
  const only = selectedOn.length === 1 ? selectedOn[0] : sources.length === 1 ? sources[0] : undefined;
  const from = chosen ?? view.pbx ?? only;
  return (
    <>
      <div class="fields">
        <label>
          {t('transfer_from')}
          <select value={from ?? ''} onChange={(event) => setChosen(event.currentTarget.value || undefined)}>
            <option value="">{t('transfer_choose')}</option>
            {sources.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <TransferTarget customer={view.customer} onChoose={setTarget} />
      </div>
      {from !== undefined && target !== undefined && <Advice view={view} from={from} target={target} />}
    </>
  );
}

function Advice({ view, from, target }: { view: AdvisorView; from: string; target: Target }) {
  const devices = view.selected.filter(
    (device) => device.contract === 'hwaas' && nameKey(pbxOf(view, device) ?? '') === nameKey(from),
  );
  const transfer = {
    key: 'transfer',
    from: { customer: view.customer, pbx: from },
    to: { customer: target.customer, pbx: target.pbx },
    devices,
  };
  const answer = useFresh(JSON.stringify(transfer), () => askAdvice('transfer.advise', { transfers: [transfer] }));
  if (answer === undefined) return <p class="muted">{t('advisors_asking')}</p>;
  if (answer.failure !== undefined) return <p class="note no">{reasonText(answer.failure)}</p>;
  const [advice] = answer.value?.advices ?? [];
  if (advice === undefined) return null;
  const tone = { automatic: 'yes', ticket: 'unknown', impossible: 'no', unknown: 'unknown' }[advice.way];
  const leftOut = view.selected.length - devices.length;
  const { ticket } = advice;
  const letter = ticket === undefined ? '' : `${ticket.subject}\n\n${ticket.body}`;
  return (
    <>
      <div class={`note ${tone}`} role="status">
        <p>{t(`transfer_way_${advice.way}`)}</p>
        {advice.reasons.map((reason) => (
          <p key={JSON.stringify(reason)}>{reasonText(reason)}</p>
        ))}
      </div>
      <ul class="muted">
        <PbxEnd pbx={advice.from} />
        <PbxEnd pbx={advice.to} />
      </ul>
      {ticket !== undefined && (
        <>
          {devices.length === 0 && <p class="note unknown">{t('transfer_no_devices')}</p>}
          {leftOut > 0 && <p class="muted">{plural('transfer_left_out', leftOut)}</p>}
          <pre class="letter" dir="auto">
            {letter}
          </pre>
          <CopyButton text={letter} />
        </>
      )}
    </>
  );
}
