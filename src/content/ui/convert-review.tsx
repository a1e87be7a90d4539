import { useEffect, useRef } from 'preact/hooks';
import type { DeviceFacts } from '../../core/facts.ts';
import { dateText, plural, reasonText, seenText, t } from '../../platform/i18n.ts';
import type { JudgedDevices } from '../judged-devices.ts';
import { onlyByPerson } from './consent.ts';

interface Props {
  readonly judged: JudgedDevices;
  onConvert(): void;
  onCancel(): void;
}

/** Everything that is about to be agreed to, before anything happens. */
export function ConvertReview({ judged, onConvert, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const devices = [...judged.devices.values()];
  const chosen = devices.filter((device) => judged.verdicts.get(device.key)?.verdict === 'yes');
  const left = devices.filter((device) => judged.verdicts.get(device.key)?.verdict !== 'yes');
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
      <p class="muted">{t('review_consent')}</p>
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
            ? t('bar_page_only', devices.length)
            : t('reason_rows_partly_seen', devices.length, judged.total)}
        </p>
      )}
      <div class="buttons">
        <button type="button" onClick={onCancel}>
          {t('button_cancel')}
        </button>
        <button type="button" class="main" onClick={onlyByPerson(onConvert)}>
          {t('button_convert_now')}
        </button>
      </div>
    </dialog>
  );
}

function LeftOut({ devices, judged }: { devices: readonly DeviceFacts[]; judged: JudgedDevices }) {
  if (devices.length === 0) return null;
  const reasons = new Map<string, string[]>();
  for (const device of devices) {
    const words = judged.verdicts.get(device.key)?.reasons.map(reasonText).join(' ') || t('verdict_unknown');
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
