import type { Reason } from '../../core/outcome.ts';
import { reasonText, t } from '../../platform/i18n.ts';

/** An order that was confirmed in WMP and could not be noted: the partner is the only one who knows of it. */
export function OrderNotNoted({ reason, onClose }: { reason: Reason; onClose(): void }) {
  return (
    <section class="bar" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <span class="text alert" role="alert">
        {t('order_not_noted')} {reasonText(reason)}
      </span>
      <button type="button" onClick={onClose}>
        {t('button_close')}
      </button>
    </section>
  );
}
