import type { Contract, Order, OrderStatus } from '../../shared/types.ts';
import type { App } from '../app.ts';
import type { Page } from '../routes.ts';
import type { PageView, Total } from '../view.ts';

export async function ordersPage(app: App): Promise<PageView> {
  const { t, date, money } = app.text;
  const orders = await app.get<Order[]>('/api/orders');
  return {
    heading: t('orders.title'),
    trail: [],
    blocks: [
      {
        kind: 'grid',
        name: 'orders',
        fill: true,
        empty: t('none'),
        columns: app.columns([
          { key: 'number', header: t('col.number'), type: 'text', width: 120 },
          { key: 'date', header: t('col.date'), type: 'text', width: 110, format: (v) => date(v as string) },
          { key: 'customer', header: t('col.customer'), type: 'text', width: 200 },
          { key: 'reference', header: t('col.reference'), type: 'text', width: 140 },
          {
            key: 'contract',
            header: t('col.contract'),
            type: 'text',
            width: 100,
            format: (v) => t(`type.${v as Contract}`),
          },
          {
            key: 'status',
            header: t('col.status'),
            type: 'text',
            width: 120,
            format: (v) => t(`status.${v as OrderStatus}`),
          },
          { key: 'total', header: t('col.total'), type: 'number', width: 110, format: (v) => money(Number(v)) },
          {
            key: 'shipment',
            header: t('col.shipment'),
            type: 'text',
            width: 120,
            format: (v) => date(v as string | null),
          },
          {
            key: 'view',
            header: '',
            type: 'button',
            label: t('view'),
            width: 100,
            press: (row) => app.go(`orders/${row.id}`),
          },
        ]),
        rows: orders.map((o) => ({
          id: String(o.number),
          cells: {
            number: String(o.number),
            date: o.date,
            customer: o.customer,
            reference: o.reference,
            contract: o.contract,
            status: o.status,
            total: o.totalMinor,
            shipment: o.shipmentDate,
          },
        })),
      },
    ],
  };
}

export function orderDetailsPage(number: number): Page {
  return async (app) => {
    const { t, date, money } = app.text;
    const order = await app.get<Order>(`/api/orders/${number}`);
    const facts: Total[] = [
      { label: t('col.number'), value: String(order.number) },
      { label: t('col.date'), value: date(order.date) },
      { label: t('col.customer'), value: order.customer },
      { label: t('col.pbx'), value: order.pbx ?? '–' },
      { label: t('col.reference'), value: order.reference || '–' },
      { label: t('col.contract'), value: t(`type.${order.contract}`) },
      ...(order.duration ? [{ label: t('duration'), value: t(`duration.${order.duration}`) }] : []),
      { label: t('col.status'), value: t(`status.${order.status}`) },
      { label: t('col.shipment'), value: date(order.shipmentDate) },
      { label: t('checkout.address'), value: order.address },
    ];
    return {
      heading: t('order.heading', order.number),
      trail: [{ label: t('orders.title'), route: 'orders' }],
      blocks: [
        { kind: 'totals', name: 'order', items: facts },
        {
          kind: 'grid',
          name: 'lines',
          empty: t('none'),
          columns: app.columns([
            { key: 'product', header: t('col.product'), type: 'text', width: 220 },
            { key: 'sku', header: t('col.sku'), type: 'text', width: 150 },
            { key: 'quantity', header: t('col.quantity'), type: 'number', width: 90 },
            { key: 'unit', header: t('col.unit'), type: 'number', width: 120, format: (v) => money(Number(v)) },
            {
              key: 'discount',
              header: t('col.discount'),
              type: 'number',
              width: 90,
              format: (v) => (v ? `${v} %` : '–'),
            },
            { key: 'total', header: t('col.total'), type: 'number', width: 120, format: (v) => money(Number(v)) },
          ]),
          rows: order.lines.map((l) => ({
            id: l.sku,
            cells: {
              product: l.name,
              sku: l.sku,
              quantity: l.quantity,
              unit: l.unitMinor,
              discount: l.discountPercent,
              total: l.totalMinor,
            },
          })),
        },
        {
          kind: 'totals',
          name: 'sum',
          items: [{ label: t('col.total'), value: money(order.totalMinor), strong: true }],
        },
      ],
    };
  };
}
