import { createElement as e, Fragment, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type {
  Block,
  Button,
  CheckoutAnswer,
  CheckoutForm,
  Field,
  GridBlock,
  LoginView,
  Message,
  PageView,
  Row,
  ShellView,
  Skin,
  Total,
} from '../view.ts';

/** What a library of React components draws. Components of it may hold state of their own. */
export interface Kit {
  fields(fields: readonly Field[]): ReactNode;
  grid(block: GridBlock): ReactNode;
  totals(items: readonly Total[]): ReactNode;
  buttons(buttons: readonly Button[]): ReactNode;
  message(message: Message, answer: (key: string) => void): ReactNode;
  checkout(form: CheckoutForm, send: (answer: CheckoutAnswer) => void, back: () => void, inDialog: boolean): ReactNode;
  busy(): ReactNode;
}

/** The pages of an order, drawn by React. Lists of devices, with what is selected in them, are the other skins'. */
export class ReactSkin implements Skin {
  #kit: Kit;
  #root: ReturnType<typeof createRoot> | undefined;
  #shell: ShellView | undefined;
  #page: PageView = { heading: '', trail: [], blocks: [] };
  #visit = 0;
  #busy = false;
  #dialogs = new Map<number, ReactNode>();
  #lastDialog = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  shell(view: ShellView): void {
    this.#shell = view;
    this.#draw();
  }

  mark(): void {}

  page(view: PageView): void {
    this.#page = view;
    this.#visit += 1;
    this.#draw();
    scrollTo(0, 0);
  }

  login(view: LoginView): void {
    this.page({ heading: view.title, trail: [], blocks: [{ kind: 'note', text: view.note }] });
  }

  busy(on: boolean): void {
    this.#busy = on;
    this.#draw();
  }

  rows(grid: string, rows: Row[]): void {
    this.#change((block) => (block.kind === 'grid' && block.name === grid ? { ...block, rows } : block));
  }

  removeRow(): void {}
  selection = (): string[] => [];
  select(): void {}

  totals(name: string, items: Total[]): void {
    this.#change((block) => (block.kind === 'totals' && block.name === name ? { ...block, items } : block));
  }

  message(message: Message): Promise<string> {
    return new Promise((done) => {
      const close = this.#open(
        this.#kit.message(message, (key) => {
          close();
          done(key);
        }),
      );
    });
  }

  checkout(form: CheckoutForm, send: (answer: CheckoutAnswer) => Promise<boolean>): void {
    const close = this.#open(
      this.#kit.checkout(
        form,
        (answer) => void send(answer).then((done) => done && close()),
        () => close(),
        true,
      ),
    );
  }

  closeDialogs(): void {
    this.#dialogs.clear();
    this.#draw();
  }

  #open(dialog: ReactNode): () => void {
    const id = ++this.#lastDialog;
    this.#dialogs.set(id, dialog);
    this.#draw();
    return () => {
      this.#dialogs.delete(id);
      this.#draw();
    };
  }

  #change(change: (block: Block) => Block): void {
    this.#page = { ...this.#page, blocks: this.#page.blocks.map(change) };
    this.#draw();
  }

  #draw(): void {
    this.#root ??= createRoot(document.body.appendChild(document.createElement('div')));
    const { heading, trail, blocks } = this.#page;
    const shell = this.#shell;
    this.#root.render(
      e(
        Fragment,
        null,
        e(
          'header',
          { className: 'top' },
          e('b', null, shell?.brand),
          ...(shell?.tabs ?? []).map(({ label, route }) => e('a', { key: route, href: `#!${route}` }, label)),
        ),
        e(
          'main',
          { key: this.#visit },
          e('nav', null, ...trail.map(({ label, route }) => e('a', { key: route, href: `#!${route}` }, label))),
          e('h1', null, heading),
          ...blocks.map((block, i) => e(Fragment, { key: i }, this.#block(block))),
        ),
        this.#busy && this.#kit.busy(),
        ...[...this.#dialogs].map(([id, dialog]) => e(Fragment, { key: `d${id}` }, dialog)),
      ),
    );
  }

  #block(block: Block): ReactNode {
    switch (block.kind) {
      case 'fields':
        return this.#kit.fields(block.fields);
      case 'grid':
        return e('section', null, block.title && e('h2', null, block.title), this.#kit.grid(block));
      case 'totals':
        return this.#kit.totals(block.items);
      case 'buttons':
        return this.#kit.buttons(block.buttons);
      case 'note':
        return e('p', null, block.text);
      case 'checkout':
        return this.#kit.checkout(block.form, (answer) => void block.send(answer), block.back, false);
    }
  }
}
