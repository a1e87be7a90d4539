import type { CartView, Duration, OrderFormInfo, Product } from '../../shared/types.ts';
import type { App } from '../app.ts';
import type { Page } from '../routes.ts';
import type { Block, Row, Total } from '../view.ts';
import { CartControl, checkoutOf } from './cart.ts';

const DURATIONS: Duration[] = ['P1M', 'P1Y', 'P5Y'];

/** Order HWaaS: Duration, PBX, products, and the cart they go to. */
export function orderPage(customerId: number): Page {
  return async (app) => {
    const { t, money } = app.text;
    const {
      customer,
      pbxes,
      products,
      cart: first,
    } = await app.get<OrderFormInfo>(`/api/customers/${customerId}/order`);
    const cart = new CartControl(app, first);
    const productRows = () => products.map((p): Row => productRow(p, cart.view.duration));
    return {
      heading: `${customer.name} – ${t('order.title')}`,
      trail: [
        { label: t('tab.customers'), route: 'customers' },
        { label: t('devices.title'), route: `customers/${customerId}/devices` },
      ],
      blocks: [
        {
          kind: 'fields',
          fields: [
            {
              name: 'duration',
              label: t('duration'),
              value: cart.view.duration,
              choices: DURATIONS.map((d) => ({ value: d, label: t(`duration.${d}`) })),
              change: (value) =>
                app.act(async () => {
                  await cart.change({ change: 'duration', duration: value });
                  app.skin.rows('products', productRows());
                }),
            },
            {
              name: 'pbx',
              label: t('col.pbx'),
              value: String(cart.view.pbxId),
              choices: pbxes.map((p) => ({ value: String(p.id), label: p.name })),
              change: (value) => app.act(() => cart.change({ change: 'pbx', pbxId: Number(value) })),
            },
          ],
        },
        {
          kind: 'grid',
          name: 'products',
          title: t('products.title'),
          empty: t('none'),
          rows: productRows(),
          columns: app.columns([
            { key: 'product', header: t('col.product'), type: 'text', width: 220 },
            { key: 'sku', header: t('col.sku'), type: 'text', width: 140 },
            { key: 'price', header: t('col.price'), type: 'number', width: 110, format: (v) => money(Number(v)) },
            { key: 'stock', header: t('col.stock'), type: 'number', width: 130 },
            { key: 'quantity', header: t('col.quantity'), type: 'quantity', width: 100 },
            {
              key: 'add',
              header: '',
              type: 'button',
              label: t('add'),
              width: 110,
              press: (row) =>
                app.act(() => cart.change({ change: 'add', sku: row.id, quantity: Number(row.cells.quantity) })),
            },
          ]),
        },
        ...cart.blocks(),
      ],
    };
  };
}

/** The Cart tab: the cart touched last, or a customer's. */
export function cartPage(customerId: number | null): Page {
  return async (app) => {
    const { t } = app.text;
    const carts = await app.get<CartView[]>('/api/cart');
    const view = customerId === null ? carts[0] : carts.find((c) => c.customerId === customerId);
    if (!view) return { heading: t('cart.title'), trail: [], blocks: [{ kind: 'note', text: t('cart.empty') }] };
    const others = carts.filter((c) => c !== view);
    const blocks: Block[] = [
      {
        kind: 'totals',
        name: 'for',
        items: [
          { label: t('col.customer'), value: view.customer },
          { label: t('col.pbx'), value: view.pbx },
          { label: t('duration'), value: t(`duration.${view.duration}`) },
        ],
      },
      ...new CartControl(app, view).blocks(),
    ];
    if (others.length > 0) {
      blocks.push({
        kind: 'grid',
        name: 'others',
        title: t('cart.others'),
        empty: '',
        columns: [
          { key: 'customer', header: t('col.customer'), type: 'text', width: 260 },
          { key: 'pbx', header: t('col.pbx'), type: 'text', width: 200 },
          { key: 'open', header: '', type: 'button', label: t('cart.open'), press: (row) => app.go(`cart/${row.id}`) },
        ],
        rows: others.map((c) => ({ id: String(c.customerId), cells: { customer: c.customer, pbx: c.pbx } })),
      });
    }
    return { heading: t('cart.title'), trail: [], blocks };
  };
}

/** Checkout as a document of its own: it names the order, and shows nothing of its cart. */
export function checkoutPage(customerId: number): Page {
  return async (app) => {
    const { t } = app.text;
    const { addresses, cart } = await app.post<{ addresses: string[]; cart: CartView }>(
      `/api/cart/${customerId}/checkout`,
    );
    const { form, send } = checkoutOf(app, customerId, addresses);
    const shown = (what: string) => !app.settings.hide.includes(what);
    return {
      heading: form.title,
      trail: [],
      blocks: [
        {
          kind: 'totals',
          name: 'for',
          items: [
            ...(shown('checkout.customer') ? [{ label: t('col.customer'), value: cart.customer }] : []),
            ...(shown('checkout.total') ? sums(app, cart) : []),
          ],
        },
        { kind: 'checkout', form, send, back: () => app.go(`cart/${customerId}`) },
      ],
    };
  };
}

/** With `tax` what is paid is more than the cart came to; with `tax-alone` the page does not print what that was. */
function sums({ settings, text: { t, money } }: App, { proratedMinor }: CartView): Total[] {
  const alone = settings.faults.includes('tax-alone');
  if (!alone && !settings.faults.includes('tax')) return [{ label: t('total.prorated'), value: money(proratedMinor) }];
  const tax = Math.round(proratedMinor * 0.19);
  return [
    ...(alone ? [] : [{ label: 'Subtotal', value: money(proratedMinor) }]),
    { label: 'VAT 19 %', value: money(tax) },
    { label: t('total.prorated'), value: money(proratedMinor + tax) },
  ];
}

function productRow(product: Product, duration: Duration): Row {
  return {
    id: product.sku,
    cells: {
      product: product.name,
      sku: product.sku,
      price: product.priceMinor[duration],
      stock: product.stock,
      quantity: 1,
    },
  };
}
