import type { Reason } from '../../core/outcome.ts';
import { reasonText, t } from '../../platform/i18n.ts';

/** One thing that did not work, said over the page until it is put away. */
export function NoticePanel({ reason, onClose }: { reason: Reason; onClose(): void }) {
  return (
    <section class="panel" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <p role="alert">{reasonText(reason)}</p>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {t('button_close')}
        </button>
      </div>
    </section>
  );
}
