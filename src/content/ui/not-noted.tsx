import type { Reason } from '../../core/outcome.ts';
import { reasonText, t } from '../../platform/i18n.ts';

interface Props {
  readonly reason: Reason;
  onAgain(): void;
  onClose(): void;
}

/** What a page shows could not be remembered, and why. */
export function NotNoted({ reason, onAgain, onClose }: Props) {
  return (
    <section class="bar" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <span class="text alert" role="alert">
        {t('page_not_noted')} {reasonText(reason)}
      </span>
      <button type="button" onClick={onAgain}>
        {t('button_try_again')}
      </button>
      <button type="button" onClick={onClose}>
        {t('button_close')}
      </button>
    </section>
  );
}
