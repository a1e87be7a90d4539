import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { RemovedOrder } from '../../core/messages/tracker-contract.ts';
import { NEWEST, type OrderFilter, type OrderSort } from '../../core/orders/search.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { Header } from '../Header.tsx';
import { SearchFields } from '../orders/SearchFields.tsx';
import { OrdersNav } from '../orders-overview/OrdersNav.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { DeletedOrders } from './DeletedOrders.tsx';
import { OrderDetails } from './OrderDetails.tsx';
import { OrdersExport } from './OrdersExport.tsx';
import { OrderTable } from './OrderTable.tsx';
import { useOrderRows } from './use-order-rows.ts';

/** Every order that is known, in a table; of one of them all that is known, beside it. */
export function OrdersPage({ first }: { first: string | undefined }): JSX.Element {
  const [filter, setFilter] = useState<OrderFilter>({});
  const [sort, setSort] = useState<OrderSort>(NEWEST);
  const [chosen, setChosen] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const [deleted, setDeleted] = useState<readonly RemovedOrder[]>([]);
  const [gone, setGone] = useState(false);
  const rows = useOrderRows(filter, sort);

  function noteDeleted(removed: RemovedOrder | undefined): void {
    if (removed !== undefined) setDeleted((before) => [removed, ...before]);
    setGone(removed === undefined);
    setChosen(undefined);
    rows.again();
  }
  function noteRestored(id: string): void {
    setDeleted((before) => before.filter(({ record }) => record.id !== id));
    rows.again();
  }
  return (
    <>
      <Header title={t('orders_page_title')}>
        <OrdersNav shown="list" />
        <OrdersExport filter={filter} sort={sort} total={rows.total} />
        <CalendarButton />
        <a href="index.html">{t('orders_page_back')}</a>
      </Header>
      <main class={chosen === undefined ? 'orders-page' : 'orders-page chosen'}>
        <div>
          <SearchFields filter={filter} onChange={setFilter} field={field} />
          {gone && <p role="status">{t('orders_page_deleted_twice')}</p>}
          <DeletedOrders deleted={deleted} onRestored={noteRestored} />
          {rows.failure && (
            <p class="notice attention" role="alert">
              {reasonText(rows.failure)}
            </p>
          )}
          <p role="status" class="soft">
            {rows.total === undefined
              ? t('popup_asking')
              : rows.total === 0
                ? t('order_search_none')
                : plural('orders_page_found', rows.total)}
          </p>
          {rows.total !== undefined && rows.total > 0 && (
            <OrderTable rows={rows} sort={sort} onSort={setSort} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
        {chosen !== undefined && (
          <OrderDetails key={chosen} id={chosen} onClose={() => setChosen(undefined)} onDeleted={noteDeleted} />
        )}
      </main>
    </>
  );
}
