import type { Invoice, Product, Rma } from '../../shared/types.ts';
import type { App } from '../app.ts';
import type { Block, PageView } from '../view.ts';

export async function dashboardPage(app: App): Promise<PageView> {
  const { t, number } = app.text;
  const counts = await app.get<{ customers: number; devices: number; hwaas: number; orders: number }>('/api/dashboard');
  return {
    heading: t('tab.dashboard'),
    trail: [],
    blocks: [
      {
        kind: 'totals',
        name: 'counts',
        items: [
          { label: t('dash.customers'), value: number(counts.customers) },
          { label: t('dash.devices'), value: number(counts.devices) },
          { label: t('dash.hwaas'), value: number(counts.hwaas) },
          { label: t('dash.orders'), value: number(counts.orders) },
        ],
      },
    ],
  };
}

export async function balancePage(app: App): Promise<PageView> {
  const { t, date, money } = app.text;
  const invoices = await app.get<Invoice[]>('/api/balance');
  const sum = (wanted: Invoice['status'][]) =>
    invoices.filter((i) => wanted.includes(i.status)).reduce((total, i) => total + i.amountMinor, 0);
  const next = invoices.find((i) => i.status === 'overdue') ?? invoices.find((i) => i.status === 'open');
  const blocks: Block[] = [
    {
      kind: 'totals',
      name: 'balance',
      items: [
        { label: t('balance.due'), value: money(sum(['open', 'overdue'])), strong: true },
        { label: t('balance.overdue'), value: money(sum(['overdue'])) },
      ],
    },
  ];
  if (next) {
    blocks.push({
      kind: 'buttons',
      buttons: [
        {
          label: t('pay'),
          main: true,
          press: () =>
            app.act(async () => {
              await app.post('/api/balance/pay', { number: next.number });
              await app.inform(t('balance.title'), t('pay.done', next.number));
              app.go('balance');
            }),
        },
      ],
    });
  }
  blocks.push({
    kind: 'grid',
    name: 'invoices',
    fill: true,
    empty: t('none'),
    columns: app.columns([
      { key: 'invoice', header: t('col.invoice'), type: 'text', width: 150 },
      { key: 'date', header: t('col.date'), type: 'text', width: 120, format: (v) => date(v as string) },
      { key: 'due', header: t('col.due'), type: 'text', width: 120, format: (v) => date(v as string) },
      { key: 'amount', header: t('col.amount'), type: 'number', width: 130, format: (v) => money(Number(v)) },
      {
        key: 'status',
        header: t('col.status'),
        type: 'text',
        width: 120,
        format: (v) => t(`invoice.${v as Invoice['status']}`),
      },
    ]),
    rows: invoices.map((i) => ({
      id: i.number,
      cells: { invoice: i.number, date: i.date, due: i.due, amount: i.amountMinor, status: i.status },
    })),
  });
  return { heading: t('balance.title'), trail: [], blocks };
}

export async function rmaPage(app: App): Promise<PageView> {
  const { t, date } = app.text;
  const rmas = await app.get<Rma[]>('/api/rma');
  return {
    heading: t('rma.title'),
    trail: [],
    blocks: [
      {
        kind: 'grid',
        name: 'rma',
        fill: true,
        empty: t('none'),
        columns: app.columns([
          { key: 'rma', header: t('col.rma'), type: 'text', width: 140 },
          { key: 'date', header: t('col.date'), type: 'text', width: 120, format: (v) => date(v as string) },
          { key: 'model', header: t('col.model'), type: 'text', width: 160 },
          { key: 'serial', header: t('col.serial'), type: 'text', width: 160 },
          {
            key: 'status',
            header: t('col.status'),
            type: 'text',
            width: 120,
            format: (v) => t(`rma.${v as Rma['state']}`),
          },
        ]),
        rows: rmas.map((r) => ({
          id: r.number,
          cells: { rma: r.number, date: r.date, model: r.model, serial: r.serial, status: r.state },
        })),
      },
    ],
  };
}

export async function priceListPage(app: App): Promise<PageView> {
  const { t } = app.text;
  const products = await app.get<Product[]>('/api/products');
  let format = 'EXCEL';
  const download = (factor: 'opex' | 'capex') =>
    app.act(async () => {
      await app.post('/api/press', { button: `pricelist-${factor}` });
      save(`price-list-${factor}.csv`, csv(products, factor));
    });
  return {
    heading: t('pricelist.title'),
    trail: [],
    blocks: [
      {
        kind: 'fields',
        fields: [
          {
            name: 'format',
            label: t('format'),
            value: format,
            choices: ['EXCEL', 'PDF'].map((v) => ({ value: v, label: v })),
            change: (value) => {
              format = value;
            },
          },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: t('opex'), main: true, press: () => download('opex') },
          { label: t('capex'), press: () => download('capex') },
        ],
      },
    ],
  };
}

/** Real price lists are spreadsheets or PDF; this one is text under either name. */
function csv(products: Product[], kind: 'opex' | 'capex'): string {
  const amount = (minor: number) => (minor / 100).toFixed(2);
  const lines = products.map((p) =>
    kind === 'opex'
      ? [p.sku, p.name, amount(p.priceMinor.P1M), amount(p.priceMinor.P1Y), amount(p.priceMinor.P5Y)]
      : [p.sku, p.name, amount(p.priceMinor.P1M * 28)],
  );
  const head = kind === 'opex' ? ['SKU', 'Product', '1 month', '1 year', '5 years'] : ['SKU', 'Product', 'Price'];
  return [head, ...lines].map((line) => line.join(';')).join('\r\n');
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
