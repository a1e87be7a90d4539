import type { Reason } from '../../core/outcome.ts';
import { reasonText, t } from '../../platform/i18n.ts';

interface Props {
  /** What could not be noted, in words. */
  readonly what: string;
  readonly reason: Reason;
  /** Absent: there is no second try. */
  onAgain?(): void;
  onClose(): void;
}

/** What could not be written down, and why. */
export function NotNoted({ what, reason, onAgain, onClose }: Props) {
  return (
    <section class="bar" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <span class="text alert" role="alert">
        {what} {reasonText(reason)}
      </span>
      {onAgain && (
        <button type="button" onClick={onAgain}>
          {t('button_try_again')}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {t('button_close')}
      </button>
    </section>
  );
}
