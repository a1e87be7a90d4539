/** What a page consists of, and what a skin must be able to draw. Pages know nothing of the skin that draws them. */

export type Cell = string | number | null;

export interface Row {
  id: string;
  cells: Record<string, Cell>;
}

export interface MenuItem {
  label: string;
  run(): void;
}

export type Column = { key: string; header: string; width?: number } & (
  | { type: 'text' | 'number'; format?(value: Cell, row: Row): string }
  | { type: 'button'; label: string; press(row: Row): void }
  | { type: 'menu'; label: string; items(row: Row): MenuItem[] }
  /** A number the visitor may change; without `change` it only waits in the row's cells. */
  | { type: 'quantity'; change?(row: Row, value: number): void }
);

export interface Button {
  label: string;
  main?: boolean;
  press(): void;
}

export interface Choice {
  value: string;
  label: string;
}

export interface Field {
  name: string;
  label: string;
  /** One choice only is drawn as text. */
  choices: Choice[];
  value: string;
  change(value: string): void;
}

export interface Total {
  label: string;
  value: string;
  strong?: boolean;
}

export interface GridBlock {
  kind: 'grid';
  name: string;
  title?: string;
  columns: Column[];
  rows: Row[];
  empty: string;
  selectable?: boolean;
  /** Takes the height that is left, and scrolls inside. */
  fill?: boolean;
  pageSize?: number;
  selected?(count: number): void;
}

export type Block =
  | GridBlock
  | { kind: 'buttons'; buttons: Button[] }
  | { kind: 'fields'; fields: Field[] }
  | { kind: 'totals'; name: string; items: Total[] }
  | { kind: 'note'; text: string }
  | { kind: 'checkout'; form: CheckoutForm; send(answer: CheckoutAnswer): Promise<boolean>; back(): void };

export interface PageView {
  heading: string;
  trail: { label: string; route: string }[];
  blocks: Block[];
}

export interface Tab {
  label: string;
  route: string;
  tabs?: Tab[];
}

export interface ShellView {
  brand: string;
  user: string;
  footer: string;
  tabs: Tab[];
}

export interface Message {
  title: string;
  lines: string[];
  buttons: { key: string; label: string }[];
  tone: 'info' | 'question' | 'warning' | 'error';
  /** Asked when a button is pressed; false leaves the box open, as if nothing had been pressed. */
  before?(key: string): Promise<boolean>;
}

export interface CheckoutForm {
  title: string;
  reference: string;
  address: string;
  addresses: Choice[];
  /** The choice that asks for text. */
  otherValue: string;
  otherText: string;
  terms: string;
  confirm: string;
  back: string;
}

export interface CheckoutAnswer {
  reference: string;
  address: string;
  terms: boolean;
}

export interface LoginView {
  title: string;
  note: string;
  user: string;
  password: string;
  submit: string;
  send(user: string): void;
}

export interface Skin {
  shell(view: ShellView): void;
  /** The route whose tab is to be marked. */
  mark(route: string): void;
  /** With `keepOld` the page before stays in the document, hidden. */
  page(view: PageView, keepOld: boolean): void;
  login(view: LoginView): void;
  busy(on: boolean): void;
  /** New rows for a grid: it is drawn again, nothing is selected, and it stands at its top. */
  rows(grid: string, rows: Row[]): void;
  removeRow(grid: string, id: string): void;
  selection(grid: string): string[];
  select(grid: string, id: string): void;
  totals(name: string, items: Total[]): void;
  /** Answers with the pressed button's key; '' when closed otherwise. */
  message(message: Message): Promise<string>;
  /** Stays open until `send` answers true, or Back. */
  checkout(form: CheckoutForm, send: (answer: CheckoutAnswer) => Promise<boolean>): void;
  closeDialogs(): void;
}
