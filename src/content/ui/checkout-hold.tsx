import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { onlyByPerson } from './consent.ts';

export interface HoldState {
  readonly kind: 'asking' | 'recalculated' | 'passed' | 'failed';
}

interface Props {
  readonly state: HoldState;
  onRecalculate(): void;
  onPass(): void;
  onClose(): void;
}

/** Why Checkout was held back, and the ways on. */
export function CheckoutHold({ state, onRecalculate, onPass, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const asking = state.kind === 'asking' || state.kind === 'failed';
  return (
    <dialog ref={dialog} aria-labelledby="hold-title" onCancel={onClose}>
      <h2 id="hold-title">{t(`hold_title_${state.kind}`)}</h2>
      <p>{t(`hold_text_${state.kind}`)}</p>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {t(asking ? 'button_cancel' : 'button_close')}
        </button>
        {asking && (
          <button type="button" onClick={onlyByPerson(onPass)}>
            {t('button_checkout_anyway')}
          </button>
        )}
        {asking && (
          <button type="button" class="main" onClick={onlyByPerson(onRecalculate)}>
            {t('button_recalculate_now')}
          </button>
        )}
      </div>
    </dialog>
  );
}
