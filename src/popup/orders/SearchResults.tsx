import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OrderFilter } from '../../core/orders/search.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { askTracker } from './ask-tracker.ts';
import { filterData } from './filter.ts';
import { OrderItem } from './OrderItem.tsx';

const PART = 20;

/** Orders of every group that the filter finds, newest first, a page of them at a time. */
export function SearchResults({ filter }: { filter: OrderFilter }): JSX.Element {
  const data = filterData(filter);
  const search = JSON.stringify(data);
  // Another search begins at its beginning.
  const [place, setPlace] = useState({ search, skip: 0 });
  const skip = place.search === search ? place.skip : 0;
  const setSkip = (next: number): void => setPlace({ search, skip: next });
  const [{ value, failure }, again] = useAnswer(`search ${search} ${skip}`, () =>
    askTracker('orders.search', { filter: data, skip, limit: PART }),
  );
  return (
    <div data-testid="search-results">
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      <p role="status" class="soft">
        {value && (value.total === 0 ? t('order_search_none') : plural('order_search_found', value.total))}
      </p>
      <ol class="rows">
        {value?.orders.map((tracked) => (
          <OrderItem key={tracked.order.id} tracked={tracked} onChanged={again} />
        ))}
      </ol>
      {value && value.total > PART && (
        <p class="more soft">
          <button type="button" disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - PART))}>
            {t('order_search_before')}
          </button>
          <button type="button" disabled={skip + PART >= value.total} onClick={() => setSkip(skip + PART)}>
            {t('order_search_next')}
          </button>
        </p>
      )}
    </div>
  );
}
