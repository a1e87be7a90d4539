import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeviceFacts } from '../../core/facts.ts';
import type { ResponseOf } from '../../core/messages/worker-contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { dateText, plural, reasonText, seenText, t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { MessageError } from '../../platform/send.ts';
import type { JudgedDevices } from '../judged-devices.ts';
import { ConsentButton } from './consent-button.tsx';

export type ReviewFacts = ResponseOf<'conversion.review'>;

interface Props {
  readonly judged: JudgedDevices;
  readonly chosen: readonly DeviceFacts[];
  /** Most devices that the settings allow. */
  readonly limit: number;
  /** The partner presses WMP's Agree. */
  readonly partnerAgrees: boolean;
  /** Costs and warnings, which the worker works out. */
  readonly facts: Promise<ReviewFacts>;
  onConvert(): void;
  onTry(): void;
  onCancel(): void;
}

/** Everything that is about to be agreed to, before anything happens. */
export function ConvertReview({ judged, chosen, limit, partnerAgrees, facts, onConvert, onTry, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const keys = new Set(chosen.map(({ key }) => key));
  const left = [...judged.devices.values()].filter(({ key }) => !keys.has(key));
  const tooMany = chosen.length > limit;
  return (
    <dialog ref={dialog} aria-labelledby="review-title" onCancel={onCancel}>
      <h2 id="review-title">{plural('review_title', chosen.length)}</h2>
      <dl class="facts">
        <dt>{t('label_customer')}</dt>
        <dd dir="auto">{judged.customer?.name}</dd>
        {pbxesOf(chosen, judged).map((line) => (
          <>
            <dt>{t('label_pbx')}</dt>
            <dd dir="auto">{line}</dd>
          </>
        ))}
      </dl>
      <Findings facts={facts} />
      <p class="muted">{t(partnerAgrees ? 'review_consent_partner' : 'review_consent')}</p>
      {byModel(chosen).map(([model, group]) => (
        <div key={model}>
          <strong dir="auto">{t('review_model', group.length, model || t('review_no_model'))}</strong>
          <div class="serials" dir="auto">
            {group.map((device) => device.serial ?? device.mac).join(', ')}
          </div>
        </div>
      ))}
      <LeftOut devices={left} judged={judged} />
      {!judged.complete && (
        <p class="note unknown">
          {judged.total === null
            ? t('bar_page_only', judged.devices.size)
            : t('reason_rows_partly_seen', judged.devices.size, judged.total)}
        </p>
      )}
      {tooMany && <p class="note no">{reasonText(notice('batch-too-large', { count: chosen.length, limit }))}</p>}
      <div class="buttons">
        <button type="button" onClick={onCancel}>
          {t('button_cancel')}
        </button>
        <ConsentButton disabled={tooMany} onPress={onTry}>
          {t('button_try')}
        </ConsentButton>
        <ConsentButton main disabled={tooMany} onPress={onConvert}>
          {t('button_convert_now')}
        </ConsentButton>
      </div>
    </dialog>
  );
}

/** What it would cost and what should be known before, once the worker has said so. */
function Findings({ facts }: { facts: Promise<ReviewFacts> }) {
  const [known, setKnown] = useState<ReviewFacts>();
  const [failure, setFailure] = useState<Reason>();
  useEffect(() => {
    facts.then(setKnown, (error: unknown) =>
      setFailure(error instanceof MessageError ? error.reason : notice('no-answer')),
    );
  }, [facts]);
  if (failure !== undefined) return <p class="note unknown">{t('review_facts_failed', reasonText(failure))}</p>;
  if (known === undefined) return <p class="muted">{t('review_facts_asked')}</p>;
  return (
    <>
      <Costs facts={known} />
      {known.warnings.length > 0 && (
        <div class="note unknown">
          <strong>{t('review_warnings')}</strong>
          <ul>
            {known.warnings.map((reason) => (
              <li key={JSON.stringify(reason)}>{reasonText(reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Costs({ facts: { costs, unpriced, list } }: { facts: ReviewFacts }) {
  if (costs.length === 0) return <p class="muted">{t('review_no_prices')}</p>;
  return (
    <div>
      <dl class="facts" data-testid="review-costs">
        {costs.map(({ mrr, firstCharge }) => (
          <>
            <dt>{t('review_first_charge')}</dt>
            <dd>{firstCharge === undefined ? t('review_not_known') : moneyText(firstCharge)}</dd>
            <dt>{t('review_mrr')}</dt>
            <dd>+{moneyText(mrr)}</dd>
          </>
        ))}
      </dl>
      <p class="muted">
        {list === undefined ? t('review_estimate') : t('review_estimate_list', list.name, listDate(list.listDate))}
        {unpriced > 0 && ` ${plural('review_unpriced', unpriced)}`}
      </p>
    </div>
  );
}

const listDate = (date: Parameters<typeof dateText>[0] | undefined): string =>
  date === undefined ? t('review_no_date') : dateText(date);

function LeftOut({ devices, judged }: { devices: readonly DeviceFacts[]; judged: JudgedDevices }) {
  if (devices.length === 0) return null;
  const reasons = new Map<string, string[]>();
  for (const device of devices) {
    const words = leftOutWords(device, judged);
    reasons.set(words, [...(reasons.get(words) ?? []), device.serial ?? device.key]);
  }
  return (
    <details>
      <summary>{plural('review_left_out', devices.length)}</summary>
      <ul>
        {[...reasons].map(([words, serials]) => (
          <li key={words}>
            {words}{' '}
            <span class="serials" dir="auto">
              {serials.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function leftOutWords({ key }: DeviceFacts, judged: JudgedDevices): string {
  const verdict = judged.verdicts.get(key);
  if (verdict?.verdict === 'yes') return t('review_not_selected');
  return verdict?.reasons.map(reasonText).join(' ') || t('verdict_unknown');
}

/** Name, term, expiration of every PBX concerned, with the age of what is known of it. */
function pbxesOf(devices: readonly DeviceFacts[], judged: JudgedDevices): string[] {
  const names = new Set(devices.map((device) => device.pbx ?? judged.pbx));
  return [...names].flatMap((name) => {
    const known = judged.pbxes.find((pbx) => pbx.name === name);
    if (known?.term === undefined || known.expiration === undefined) return name === undefined ? [] : [name];
    return [
      t(
        'review_pbx_seen',
        known.name,
        t(`term_${known.term}`),
        dateText(known.expiration),
        seenText(known.seen.at, known.ageDays, 'pbxes'),
      ),
    ];
  });
}

function byModel(devices: readonly DeviceFacts[]): [string, DeviceFacts[]][] {
  const groups = new Map<string, DeviceFacts[]>();
  for (const device of devices) groups.set(device.model ?? '', [...(groups.get(device.model ?? '') ?? []), device]);
  return [...groups];
}
