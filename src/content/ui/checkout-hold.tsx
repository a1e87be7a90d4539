import { useEffect, useRef } from 'preact/hooks';
import type { LostDiscount } from '../../core/rules/quote/printed-total.ts';
import { t } from '../../platform/i18n.ts';
import { moneyText } from '../../platform/money-text.ts';
import { onlyByPerson } from './consent.ts';

/** What Checkout is held back for, in sentences, and what else is worth a look. */
export interface HoldGrounds {
  readonly stopping: readonly string[];
  readonly looks: readonly string[];
  readonly recalculate: boolean;
  /** What checking out without recalculating would cost, by the tiers that are known; absent: not known. */
  readonly lost?: LostDiscount | undefined;
  /** Whether any quantity discount of these products is known. */
  readonly tiersKnown: boolean;
}

export interface HoldState {
  readonly kind: 'asking' | 'recalculated' | 'passed' | 'failed';
  readonly grounds?: HoldGrounds | undefined;
}

interface Props {
  readonly state: HoldState;
  onRecalculate(): void;
  onPass(): void;
  onClose(): void;
}

/** Why Checkout was held back, and the ways on. */
export function CheckoutHold({ state: { kind, grounds }, onRecalculate, onPass, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const asking = kind === 'asking' || kind === 'failed';
  const recalculate = kind === 'failed' || grounds?.recalculate === true;
  return (
    <dialog ref={dialog} aria-labelledby="hold-title" onCancel={onClose}>
      <h2 id="hold-title">{t(`hold_title_${kind}`)}</h2>
      {(kind !== 'asking' || recalculate) && <p>{t(`hold_text_${kind}`)}</p>}
      {kind === 'asking' && grounds !== undefined && (
        <>
          {grounds.recalculate && <p class="note unknown">{lostWords(grounds)}</p>}
          {grounds.stopping.map((words) => (
            <p key={words} class="note no">
              {words}
            </p>
          ))}
          {grounds.looks.length > 0 && (
            <div>
              <strong>{t('hold_looks')}</strong>
              <ul>
                {grounds.looks.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {t(asking ? 'button_cancel' : 'button_close')}
        </button>
        {asking && (
          <button type="button" onClick={onlyByPerson(onPass)}>
            {t('button_checkout_anyway')}
          </button>
        )}
        {asking && recalculate && (
          <button type="button" class="main" onClick={onlyByPerson(onRecalculate)}>
            {t('button_recalculate_now')}
          </button>
        )}
      </div>
    </dialog>
  );
}

function lostWords({ lost, tiersKnown }: HoldGrounds): string {
  if (lost === undefined || !tiersKnown) return t('hold_lost_unknown');
  if (lost.perTerm.amountMinor === 0) return t('hold_lost_none');
  return lost.first === undefined
    ? t('hold_lost_term', moneyText(lost.perTerm))
    : t('hold_lost', moneyText(lost.first), moneyText(lost.perTerm));
}
