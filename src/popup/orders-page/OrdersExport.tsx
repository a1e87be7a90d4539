import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OrderFilter, OrderSort } from '../../core/orders/search.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { ProgressLine } from '../../platform/ProgressLine.tsx';
import type { Format } from '../../platform/sheets/table-file.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { exportOrders } from './export-orders.ts';

interface Props {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
  /** How many the search finds, once that is known. */
  readonly total: number | undefined;
}

/** The list as it is searched, filtered and sorted, as a file; how far that is, and a way to stop it. */
export function OrdersExport({ filter, sort, total = 0 }: Props): JSX.Element {
  const [progress, setProgress] = useState<readonly [done: number, total: number]>();
  const [said, setSaid] = useState({ words: '', wrong: false });
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function save(format: Format): Promise<void> {
    const stopping = new AbortController();
    stop.current = stopping;
    setSaid({ words: '', wrong: false });
    setProgress([0, total]);
    const onProgress = (...now: [number, number]): void => setProgress(now);
    try {
      setSaid({
        words: await exportOrders({ filter, sort }, format, { signal: stopping.signal, onProgress }),
        wrong: false,
      });
    } catch (error) {
      setSaid({ words: reasonText(failureOf(error)), wrong: true });
    }
    setProgress(undefined);
  }

  const button = (format: Format, words: string): JSX.Element => (
    <button type="button" disabled={progress !== undefined || total === 0} onClick={() => void save(format)}>
      {words}
    </button>
  );
  return (
    <>
      {button('csv', t('history_csv'))}
      {button('xlsx', t('history_xlsx'))}
      <div class="orders-export" data-testid="orders-export">
        {progress && (
          <ProgressLine
            label={t('orders_export_progress')}
            done={progress[0]}
            total={progress[1]}
            onStop={() => stop.current?.abort()}
          />
        )}
        {said.wrong && (
          <p class="notice attention" role="alert">
            {said.words}
          </p>
        )}
        <p role="status" class="soft">
          {said.wrong ? '' : said.words}
        </p>
      </div>
    </>
  );
}
