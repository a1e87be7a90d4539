import { readSettings } from '../../shared/knobs.ts';
import { makeText } from '../text.ts';
import type { Block, Field, LoginView, PageView, Row, ShellView, Skin, Tab, Total } from '../view.ts';
import { checkoutForm, closeDialogs, showCheckout, showMessage } from './dialogs.ts';
import { freshId, h } from './dom.ts';
import { Grid } from './grid.ts';
import { closeMenu } from './menu.ts';

/** Hand-written HTML: every page replaces the one before. */
export class PlainSkin implements Skin {
  #text = makeText(readSettings(location.search));
  #content = h('main', {});
  #tabs: { tab: Tab; link: HTMLElement; sub: HTMLElement | null }[] = [];
  #grids = new Map<string, Grid>();
  #totals = new Map<string, HTMLElement>();
  #busy: HTMLElement | null = null;

  shell(view: ShellView): void {
    this.#tabs = [];
    this.#content = h('main', {});
    const entry = (tab: Tab): HTMLElement => {
      const sub = tab.tabs
        ? h('ul', { class: 'sub' }, ...tab.tabs.map((t) => h('li', {}, h('a', { href: `#!${t.route}` }, t.label))))
        : null;
      const link = h('a', { href: `#!${tab.route}` }, tab.label);
      this.#tabs.push({ tab, link, sub });
      return h('li', {}, link, ...(sub ? [sub] : []));
    };
    document.body.replaceChildren(
      h(
        'header',
        { class: 'top' },
        h('a', { class: 'brand', href: '#!dashboard' }, view.brand),
        h('nav', {}, h('ul', { class: 'tabs' }, ...view.tabs.map(entry))),
        h('span', { class: 'who' }, view.user),
      ),
      this.#content,
      h('footer', {}, view.footer),
    );
  }

  mark(route: string): void {
    closeMenu();
    const first = route.split('/')[0] === 'pbx' ? 'customers' : route.split('/')[0];
    for (const { tab, link, sub } of this.#tabs) {
      const here = tab.route === first || (tab.tabs?.some((t) => t.route === first) ?? false);
      link.classList.toggle('here', here);
      sub?.classList.toggle('open', here);
    }
  }

  page(view: PageView, keepOld: boolean): void {
    this.#grids.clear();
    this.#totals.clear();
    const old = keepOld ? [...this.#content.children].filter((e) => !(e as HTMLElement).hidden) : [];
    this.#content.replaceChildren(
      ...(view.trail.length > 0
        ? [
            h(
              'p',
              { class: 'trail' },
              ...view.trail.flatMap(({ label, route }) => [h('a', { href: `#!${route}` }, label), ' › ']),
            ),
          ]
        : []),
      h('h1', {}, view.heading),
      ...view.blocks.map((block) => this.#block(block)),
    );
    if (old.length > 0) this.#content.append(h('div', { hidden: true }, ...old));
    scrollTo(0, 0);
  }

  login(view: LoginView): void {
    const [user, password] = [freshId(), freshId()];
    const name = h('input', { type: 'text', id: user, autocomplete: 'username' });
    document.body.replaceChildren(
      h(
        'main',
        { class: 'gate' },
        h(
          'form',
          {
            onsubmit: (event) => {
              event.preventDefault();
              view.send(name.value);
            },
          },
          h('h1', {}, view.title),
          h('p', {}, view.note),
          h('label', { for: user }, view.user),
          name,
          h('label', { for: password }, view.password),
          h('input', { type: 'password', id: password, autocomplete: 'current-password' }),
          h('button', { type: 'submit', class: 'main' }, view.submit),
        ),
      ),
    );
  }

  busy(on: boolean): void {
    this.#busy?.remove();
    this.#busy = null;
    if (!on) return;
    this.#busy = h('div', { class: 'veil', role: 'status' }, h('span', {}, this.#text.t('loading')));
    this.#content.append(this.#busy);
  }

  rows(grid: string, rows: Row[]): void {
    this.#grids.get(grid)?.setRows(rows);
  }

  removeRow(grid: string, id: string): void {
    this.#grids.get(grid)?.removeRow(id);
  }

  selection(grid: string): string[] {
    return this.#grids.get(grid)?.selection ?? [];
  }

  select(grid: string, id: string): void {
    this.#grids.get(grid)?.select(id);
  }

  totals(name: string, items: Total[]): void {
    const old = this.#totals.get(name);
    if (!old) return;
    const fresh = drawTotals(items);
    old.replaceWith(fresh);
    this.#totals.set(name, fresh);
  }

  message = showMessage;
  checkout = showCheckout;

  closeDialogs(): void {
    closeMenu();
    closeDialogs();
  }

  #block(block: Block): HTMLElement {
    switch (block.kind) {
      case 'buttons':
        return h(
          'div',
          { class: 'bar' },
          ...block.buttons.map(({ label, main, press }) =>
            h('button', { type: 'button', class: main ? 'main' : '', onclick: press }, label),
          ),
        );
      case 'fields':
        return h('div', { class: 'choose' }, ...block.fields.map(drawField));
      case 'totals': {
        const totals = drawTotals(block.items);
        this.#totals.set(block.name, totals);
        return totals;
      }
      case 'checkout':
        return h(
          'section',
          {},
          checkoutForm(block.form, block.send, (how) => how === 'back' && block.back()),
        );
      case 'note':
        return h('p', { class: 'note' }, block.text);
      case 'grid': {
        const grid = new Grid(block, this.#text);
        this.#grids.set(block.name, grid);
        return grid.element;
      }
    }
  }
}

function drawField(field: Field): HTMLElement {
  const [only] = field.choices;
  if (field.choices.length === 1 && only)
    return h('div', { class: 'pair' }, h('span', { class: 'cap' }, field.label), h('span', {}, only.label));
  const id = freshId();
  const select = h(
    'select',
    { id, onchange: () => field.change(select.value) },
    ...field.choices.map(({ value, label }) => h('option', { value, selected: value === field.value }, label)),
  );
  return h('div', { class: 'pair' }, h('label', { for: id, class: 'cap' }, field.label), select);
}

function drawTotals(items: Total[]): HTMLElement {
  return h(
    'dl',
    { class: 'sums' },
    ...items.map(({ label, value, strong }) =>
      h('div', { class: strong ? 'grand' : '' }, h('dt', {}, label), h('dd', {}, value)),
    ),
  );
}
