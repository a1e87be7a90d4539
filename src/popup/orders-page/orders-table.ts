import type { StandingOrder } from '../../core/messages/tracker-contract.ts';
import type { OrderState } from '../../core/records/order.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import type { Column } from '../../platform/sheets/columns.ts';
import { stateText } from '../orders/order-state.ts';

/** Once shipped, WMP's one date is the day on which it was; before, the day that is expected. */
const isShipped = (state: OrderState): boolean => state === 'shipped' || state === 'delivered';

/** Asking the browser for words takes longer than all else of a cell, and a list says few different things: each is asked for once. */
function once<T>(wordsOf: (of: T) => string, keyOf: (of: T) => string): (of: T) => string {
  const known = new Map<string, string>();
  return (of) => {
    const key = keyOf(of);
    const words = known.get(key) ?? wordsOf(of);
    known.set(key, words);
    return words;
  };
}

/** The columns of an exported list of orders, in the reader's words. What is not known is left empty. */
export function orderColumns(): readonly Column<StandingOrder>[] {
  const wordOf = once(t, (key: string) => key);
  const stateOf = once(stateText, ({ state, evidence, statusText }: StandingOrder['order']) =>
    [state, evidence, statusText === undefined].join(),
  );
  const whyOf = once(reasonText, (reason: StandingOrder['reasons'][number]) => JSON.stringify(reason));
  return [
    { words: t('orders_page_number'), width: 18, cell: ({ order }) => order.number },
    { words: t('orders_page_date'), width: 12, cell: ({ order: { date } }) => date && { day: date } },
    { words: t('orders_page_reference'), width: 24, cell: ({ order }) => order.reference },
    { words: t('order_filter_customer'), width: 32, cell: ({ order }) => order.customer?.name },
    { words: t('history_pbx'), width: 24, cell: ({ order }) => order.pbx },
    {
      words: t('orders_export_contract'),
      width: 12,
      cell: ({ order: { contract } }) =>
        contract === 'unknown' ? undefined : wordOf(`orders_export_contract_${contract}`),
    },
    {
      words: t('order_filter_term'),
      width: 12,
      cell: ({ order: { duration } }) => duration && wordOf(`term_${duration}`),
    },
    { words: t('order_filter_state'), width: 22, cell: ({ order }) => stateOf(order) },
    { words: t('orders_page_word'), width: 22, cell: ({ order }) => order.statusText },
    {
      words: t('orders_export_expected'),
      width: 18,
      cell: ({ order: { shipmentDate: day, state } }) => (day && !isShipped(state) ? { day } : undefined),
    },
    {
      words: t('orders_export_shipped'),
      width: 12,
      cell: ({ order: { shipmentDate: day, state } }) => (day && isShipped(state) ? { day } : undefined),
    },
    { words: t('orders_page_total'), width: 16, cell: ({ order }) => order.total },
    { words: t('orders_export_currency'), width: 10, cell: ({ order }) => order.total?.currency },
    {
      words: t('orders_export_currency_said'),
      width: 20,
      cell: ({ order }) => (order.total?.currencySaid ? wordOf('lists_yes') : undefined),
    },
    { words: t('orders_export_lines'), width: 14, cell: ({ order }) => order.lines.length },
    {
      words: t('orders_export_why'),
      width: 50,
      cell: ({ group, reasons }) => (group === 'needs-you' ? reasons.map(whyOf).join(' ') : undefined),
    },
    { words: t('orders_export_first'), width: 20, cell: ({ order: { firstSeen: at } }) => at && { at } },
    { words: t('orders_export_last'), width: 20, cell: ({ order: { seen } }) => ({ at: seen.at }) },
  ];
}
