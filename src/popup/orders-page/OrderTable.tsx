import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OrderSort } from '../../core/orders/search.ts';
import { t } from '../../platform/i18n.ts';
import { OrderLine } from './OrderLine.tsx';
import type { OrderRows } from './use-order-rows.ts';

/** Fixed, so that the place of a row is told by its number; as in the style sheet. */
const ROW_PX = 34;
/** Rows beyond the window that are drawn as well. */
const BEYOND = 10;

const COLUMNS: readonly (readonly [by: OrderSort['by'] | undefined, words: string])[] = [
  ['date', 'orders_page_date'],
  ['customer', 'order_filter_customer'],
  [undefined, 'orders_page_reference'],
  [undefined, 'orders_page_number'],
  ['state', 'order_filter_state'],
  ['shipment', 'orders_page_shipment'],
  [undefined, 'orders_page_total'],
  [undefined, 'orders_page_wmp'],
];

interface Props {
  readonly rows: OrderRows;
  readonly sort: OrderSort;
  readonly onSort: (sort: OrderSort) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Draws only the rows near the window; the others are room. */
export function OrderTable({ rows, sort, onSort, chosen, onChoose }: Props): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const total = rows.total ?? 0;
  const from = Math.max(0, Math.floor(view.top / ROW_PX) - BEYOND);
  const until = Math.min(total, Math.ceil((view.top + view.height) / ROW_PX) + BEYOND);

  useEffect(() => rows.need(from, until));
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [rows.search]);

  const look = (): void => {
    if (box.current !== null) setView({ top: box.current.scrollTop, height: box.current.clientHeight });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section ref={box} class="table-box" aria-label={t('orders_page_title')} tabIndex={0} onScroll={look}>
      <table aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(([by, words]) => (
              <th
                key={words}
                scope="col"
                aria-sort={by === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined}
              >
                {by === undefined ? (
                  t(words)
                ) : (
                  <button
                    type="button"
                    class="link"
                    onClick={() => onSort({ by, descending: by === sort.by ? !sort.descending : by === 'date' })}
                  >
                    {t(words)}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Room rows={from} />}
          {Array.from({ length: Math.max(0, until - from) }, (_, i) => (
            <OrderLine
              key={from + i}
              index={from + i}
              tracked={rows.row(from + i)}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
          {until < total && <Room rows={total - until} />}
        </tbody>
      </table>
    </section>
  );
}

/** No style attribute: the page's own policy forbids it, the property does not. */
const Room = ({ rows }: { rows: number }): JSX.Element => (
  <tr>
    <td
      colSpan={COLUMNS.length}
      class="room"
      ref={(cell) => {
        if (cell !== null) cell.style.blockSize = `${rows * ROW_PX}px`;
      }}
    />
  </tr>
);
