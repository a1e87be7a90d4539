import type { CartView, Duration } from '../../shared/types.ts';
import { type App, Refused } from '../app.ts';
import type { Block, Button, CheckoutAnswer, CheckoutForm, Row, Total } from '../view.ts';

const OTHER_ADDRESS = 'other';

/** A cart on a page: its grid, totals and buttons, kept up to date with the server's. */
export class CartControl {
  readonly app: App;
  view: CartView;

  constructor(app: App, view: CartView) {
    this.app = app;
    this.view = view;
  }

  blocks(): Block[] {
    const { t, money } = this.app.text;
    const buttons: Button[] = [
      { label: t('btn.save'), press: () => this.#press('save', () => this.#save('save')) },
      { label: t('btn.recalculate'), press: () => this.#press('recalculate', () => this.#save('recalculate')) },
      { label: t('btn.checkout'), main: true, press: () => this.#press('checkout', () => this.#checkout()) },
    ];
    return [
      {
        kind: 'grid',
        name: 'cart',
        title: t('cart.title'),
        empty: t('cart.empty'),
        rows: this.#rows(),
        columns: this.app.columns([
          { key: 'product', header: t('col.product'), type: 'text', width: 200 },
          {
            key: 'duration',
            header: t('col.duration'),
            type: 'text',
            width: 110,
            format: (v) => t(`duration.${v as Duration}`),
          },
          {
            key: 'quantity',
            header: t('col.quantity'),
            type: 'quantity',
            width: 100,
            change: (row, quantity) => this.app.act(() => this.change({ change: 'quantity', sku: row.id, quantity })),
          },
          { key: 'unit', header: t('col.unit'), type: 'number', width: 110, format: (v) => money(Number(v)) },
          {
            key: 'discount',
            header: t('col.discount'),
            type: 'number',
            width: 110,
            format: (v) => (v ? money(-Number(v)) : '–'),
          },
          { key: 'total', header: t('col.total'), type: 'number', width: 120, format: (v) => money(Number(v)) },
          {
            key: 'remove',
            header: '',
            type: 'button',
            label: t('remove'),
            width: 110,
            press: (row) => this.app.act(() => this.change({ change: 'remove', sku: row.id })),
          },
        ]),
      },
      { kind: 'totals', name: 'totals', items: this.#totals() },
      { kind: 'buttons', buttons },
    ];
  }

  async change(change: Record<string, unknown>): Promise<void> {
    this.#show(await this.app.post<CartView>(`/api/cart/${this.view.customerId}/change`, change));
  }

  #press(button: string, work: () => Promise<void>): void {
    this.app.act(async () => {
      if (await this.app.press(button)) await work();
    });
  }

  async #save(how: 'save' | 'recalculate'): Promise<void> {
    this.app.skin.busy(true);
    this.#show(await this.app.post<CartView>(`/api/cart/${this.view.customerId}/${how}`));
    this.app.skin.busy(false);
  }

  async #checkout(): Promise<void> {
    const { app } = this;
    app.skin.busy(true);
    const { addresses } = await app.post<{ addresses: string[] }>(`/api/cart/${this.view.customerId}/checkout`);
    app.skin.busy(false);
    if (app.settings.checkout === 'page') {
      location.hash = `#!checkout/${this.view.customerId}`;
      location.reload();
      return;
    }
    const { form, send } = checkoutOf(app, this.view.customerId, addresses);
    app.skin.checkout(form, send);
  }

  #show(view: CartView): void {
    this.view = view;
    this.app.skin.rows('cart', this.#rows());
    this.app.skin.totals('totals', this.#totals());
  }

  #rows(): Row[] {
    return this.view.lines.map((line) => ({
      id: line.sku,
      cells: {
        product: line.name,
        duration: this.view.duration,
        quantity: line.quantity,
        unit: line.unitMinor,
        discount: line.discountMinor,
        total: line.listMinor - line.discountMinor,
      },
    }));
  }

  #totals(): Total[] {
    const { t, money } = this.app.text;
    return [
      { label: t('total.list'), value: money(this.view.listMinor) },
      { label: t('total.discount'), value: money(this.view.discountMinor === 0 ? 0 : -this.view.discountMinor) },
      { label: t('total.prorated'), value: money(this.view.proratedMinor), strong: true },
    ];
  }
}

/** The form in which a customer's cart is confirmed, and what confirming it does. */
export function checkoutOf(
  app: App,
  customerId: number,
  addresses: readonly string[],
): { form: CheckoutForm; send: (answer: CheckoutAnswer) => Promise<boolean> } {
  const { t } = app.text;
  return {
    form: {
      title: t('checkout.title'),
      reference: t('checkout.reference'),
      address: t('checkout.address'),
      addresses: [
        ...addresses.map((a) => ({ value: a, label: a })),
        { value: OTHER_ADDRESS, label: t('checkout.other') },
      ],
      otherValue: OTHER_ADDRESS,
      otherText: t('checkout.otherText'),
      terms: t('checkout.terms'),
      confirm: t('checkout.confirm'),
      back: t('back'),
    },
    send: async (answer) => {
      try {
        const { number } = await app.post<{ number: number }>(`/api/cart/${customerId}/confirm`, answer);
        app.act(async () => {
          await app.inform(t('checkout.done.title'), t('checkout.done', number));
          app.go('orders');
        });
        return true;
      } catch (error) {
        if (error instanceof Refused) await app.error(error.refusal);
        return false;
      }
    },
  };
}
