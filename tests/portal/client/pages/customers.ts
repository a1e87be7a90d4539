import type { Customer, Pbx } from '../../shared/types.ts';
import type { App } from '../app.ts';
import type { Page } from '../routes.ts';
import type { PageView } from '../view.ts';

export async function customersPage(app: App): Promise<PageView> {
  const { t } = app.text;
  const customers = await app.get<(Customer & { pbxes: number })[]>('/api/customers');
  return {
    heading: t('customers.title'),
    trail: [],
    blocks: [
      {
        kind: 'grid',
        name: 'customers',
        fill: true,
        empty: t('none'),
        columns: app.columns([
          { key: 'customer', header: t('col.customer'), type: 'text', width: 260 },
          { key: 'city', header: t('col.city'), type: 'text' },
          { key: 'country', header: t('col.country'), type: 'text', width: 80 },
          { key: 'reseller', header: t('col.reseller'), type: 'text', width: 180 },
          { key: 'pbxes', header: t('col.pbxes'), type: 'number', width: 80 },
          {
            key: 'options',
            header: '',
            type: 'menu',
            label: t('options'),
            width: 50,
            items: ({ id }) => [
              { label: t('menu.devices'), run: () => app.go(`customers/${id}/devices`) },
              { label: t('menu.pbxes'), run: () => app.go(`customers/${id}/pbxes`) },
              ...(app.settings.hide.includes('menu.order')
                ? []
                : [{ label: t('menu.order'), run: () => app.go(`customers/${id}/order`) }]),
              {
                label: t('menu.details'),
                run: () =>
                  app.act(async () => {
                    const customer = customers.find((c) => String(c.id) === id);
                    await app.inform(t('menu.details'), customer?.name ?? '', ...(customer?.addresses ?? []));
                  }),
              },
            ],
          },
        ]),
        rows: customers.map((c) => ({
          id: String(c.id),
          cells: { customer: c.name, city: c.city, country: c.country, reseller: c.reseller, pbxes: c.pbxes },
        })),
      },
    ],
  };
}

export function pbxesPage(customerId: number): Page {
  return async (app) => {
    const { t, date } = app.text;
    const { customer, pbxes } = await app.get<{ customer: Customer; pbxes: Pbx[] }>(
      `/api/customers/${customerId}/pbxes`,
    );
    return {
      heading: `${customer.name} – ${t('pbxes.title')}`,
      trail: [{ label: t('tab.customers'), route: 'customers' }],
      blocks: [
        {
          kind: 'grid',
          name: 'pbxes',
          fill: true,
          empty: t('none'),
          columns: app.columns([
            { key: 'name', header: t('col.name'), type: 'text', width: 220 },
            {
              key: 'term',
              header: t('col.term'),
              type: 'text',
              width: 150,
              format: (v) => t(`term.${v as Pbx['term']}`),
            },
            { key: 'expiration', header: t('col.expiration'), type: 'text', format: (v) => date(v as string | null) },
            {
              key: 'kind',
              header: t('col.kind'),
              type: 'text',
              width: 100,
              format: (v) => t(`kind.${v as Pbx['kind']}`),
            },
            { key: 'serial', header: t('col.serial'), type: 'text', width: 150 },
            {
              key: 'options',
              header: '',
              type: 'menu',
              label: t('options'),
              width: 50,
              items: ({ id, cells }) => [
                { label: t('menu.devices'), run: () => app.go(`pbx/${id}/devices`) },
                { label: t('menu.edit'), run: () => app.go(`pbx/${id}`) },
                {
                  label: t('menu.transfer'),
                  run: () => app.act(() => app.inform(t('menu.transfer'), t('transfer.text', String(cells.name)))),
                },
              ],
            },
          ]),
          rows: pbxes.map((p) => ({
            id: String(p.id),
            cells: { name: p.name, term: p.term, expiration: p.expiration, kind: p.kind, serial: p.serial },
          })),
        },
      ],
    };
  };
}

export function pbxPage(id: number): Page {
  return async (app) => {
    const { t, date } = app.text;
    const { pbx, customer } = await app.get<{ pbx: Pbx; customer: Customer }>(`/api/pbx/${id}`);
    return {
      heading: `${t('pbx.title')} ${pbx.name}`,
      trail: [
        { label: t('tab.customers'), route: 'customers' },
        { label: customer.name, route: `customers/${customer.id}/pbxes` },
      ],
      blocks: [
        {
          kind: 'totals',
          name: 'pbx',
          items: [
            { label: t('col.customer'), value: customer.name },
            { label: t('col.term'), value: t(`term.${pbx.term}`) },
            { label: t('col.expiration'), value: date(pbx.expiration) },
            { label: t('col.kind'), value: t(`kind.${pbx.kind}`) },
            { label: t('col.serial'), value: pbx.serial },
          ],
        },
        { kind: 'buttons', buttons: [{ label: t('menu.devices'), press: () => app.go(`pbx/${id}/devices`) }] },
      ],
    };
  };
}
