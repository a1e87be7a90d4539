import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { agoText, instantText, plural, reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { type Answers, askTracker } from './ask-tracker.ts';

interface Props {
  readonly overview: Answers<'orders.overview'>;
  readonly onChanged: () => void;
}

/** When Orders was last read and how much of it, and a way to read it now. */
export function RefreshLine({ overview: { reading, refresh }, onChanged }: Props): JSX.Element {
  const [failure, setFailure] = useState('');
  const running = refresh?.state === 'running';

  async function start(): Promise<void> {
    try {
      await askTracker('orders.refresh', {});
      setFailure('');
    } catch (error) {
      setFailure(reasonText(failureOf(error)));
    }
    onChanged();
  }

  const failed =
    refresh?.state === 'failed' && refresh.reason && (reading === undefined || refresh.at > reading.seen.at);
  return (
    <div class="refresh" data-testid="refresh">
      <p class="soft">
        {reading ? (
          <span title={instantText(reading.seen.at)}>
            {plural(reading.complete ? 'order_read_all' : 'order_read_part', reading.rows, agoText(reading.seen.at))}
          </span>
        ) : (
          t('order_read_never')
        )}
      </p>
      <button type="button" disabled={running} onClick={start}>
        {t(running ? 'order_refreshing' : 'order_refresh')}
      </button>
      {(failure || failed) && (
        <p class="notice attention" role="alert">
          {failure || (refresh?.reason && t('order_refresh_failed', agoText(refresh.at), reasonText(refresh.reason)))}
        </p>
      )}
    </div>
  );
}
