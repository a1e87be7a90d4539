import { nameKey } from '../../core/customer.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { type Action, findActions, oneAction } from './actions.ts';
import { isBusy } from './dialogs.ts';
import { isShown } from './dom.ts';
import { fillField } from './fill-field.ts';
import { elements } from './flat-tree.ts';
import { cellElement, type Grid } from './grid.ts';
import { isOfList } from './list-height.ts';
import { covering } from './list-window.ts';
import { readOrderForm } from './order-form.ts';
import { oneGrid, type Page, readPage } from './page.ts';
import { press } from './press.ts';
import { type ProductRow, productRows } from './records.ts';
import { scrollDownTo, scrollerOf } from './scrollers.ts';
import { parseCount } from './shapes.ts';
import { MOST_STEPS, stepperIn, stepTo } from './stepper.ts';
import { until } from './wait.ts';

/** A product as the page calls it, and how many of it are to come into the cart. */
export interface Wanted {
  readonly key: string;
  readonly product: string;
  readonly quantity: number;
}

const CHANGES_MS = 10_000;
const SETTLES_MS = 1500;

/**
 * Adds a product through WMP's own field and button, and looks whether the cart then holds exactly so many more of it and
 * everything else as before. @returns why it stopped, or nothing. One press of Add, never a second.
 */
export async function addProduct(
  { key, product, quantity }: Wanted,
  isSame: (page: Page) => boolean,
  signal: AbortSignal,
): Promise<Reason | undefined> {
  if ((await until(() => (isBusy() ? undefined : true), SETTLES_MS, signal)) === undefined) return notice('fill-busy');
  const page = readPage();
  const stopped = obstacle(page, isSame);
  if (stopped !== undefined) return stopped;
  const before = cartOf(page);
  if (before === undefined) return notice('fill-cart-unread');
  const found = await bringUp(key, product, signal);
  if ('code' in found) return found;
  const refused = await setQuantity(found, { key, product, quantity }, signal);
  if (refused !== undefined) return refused;
  const button = addButton(readPage(), key);
  if (button === undefined || !(await press(button.element, signal))) return notice('fill-no-button', { product });
  return cartChanged(before, { key, product, quantity }, signal);
}

function obstacle(page: Page, isSame: (page: Page) => boolean): Reason | undefined {
  const [dialog] = asking(page);
  if (dialog !== undefined) return notice('fill-dialog', { text: dialog.text.slice(0, 200) });
  return isSame(page) ? undefined : notice('fill-page-left');
}

/** What WMP waits for an answer to. That something was added, it may only tell. */
const asking = (page: Page) => page.dialogs.filter(({ passing }) => passing !== true);

/** Units per product of the cart; `undefined` where a line of it cannot be read, or two lines are of one product. */
function cartOf(page: Page): ReadonlyMap<string, number> | undefined {
  const { cart, signature } = readOrderForm(page);
  if (cart === undefined || signature === undefined) return undefined;
  const units = new Map<string, number>();
  for (const line of cart) {
    if (line.quantity === undefined || units.has(nameKey(line.product))) return undefined;
    units.set(nameKey(line.product), line.quantity);
  }
  return units;
}

interface Found {
  readonly grid: Grid;
  readonly row: ProductRow;
}

function findProduct(page: Page, key: string, product: string): Found | Reason {
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice') return notice('fill-product-gone', { product });
  // A cart knows a product by its name alone, so two of one name cannot be told apart there.
  const rows = productRows(grid).filter((row) => row.key === key || nameKey(row.product) === nameKey(product));
  const [row] = rows;
  if (row === undefined) return notice('fill-product-gone', { product });
  return rows.length > 1 ? notice('fill-product-twice', { product }) : { grid, row };
}

/** So long a list may take to draw the rows of another place. */
const DRAWS_MS = 1500;

/** Finds a product in WMP's list. One that draws only the rows near its window is scrolled from its beginning until the row is there. */
async function bringUp(key: string, product: string, signal: AbortSignal): Promise<Found | Reason> {
  const page = readPage();
  const found = findProduct(page, key, product);
  const grid = oneGrid(page, 'products');
  if (!isGone(found) || grid === undefined || grid === 'twice') return found;
  const scroller = scrollerOf(grid);
  // Whether rows are missing cannot be told from a list that lacks two of twelve: where it scrolls by itself, it is looked through.
  if (scroller === undefined || !isOfList(scroller, grid)) return found;
  const before = scroller.scrollTop;
  for (let top = 0; ; top += Math.max(40, scroller.clientHeight / 2)) {
    scrollDownTo(scroller, top);
    const here = await until(() => foundIn(scroller, key, product), DRAWS_MS, signal);
    if (here !== undefined && !isGone(here)) return here;
    // A list that did not draw this place is not known to lack the product.
    if (here === undefined || top >= scroller.scrollHeight - scroller.clientHeight) break;
  }
  scrollDownTo(scroller, before);
  return found;
}

/** `undefined` while the list has not drawn the place it was scrolled to. */
function foundIn(scroller: HTMLElement, key: string, product: string): Found | Reason | undefined {
  const page = readPage();
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice' || covering(grid, scroller) === undefined) return undefined;
  return findProduct(page, key, product);
}

const isGone = (found: Found | Reason): boolean => 'code' in found && found.code === 'fill-product-gone';

const quantityFields = ({ grid, row }: Found): HTMLInputElement[] => {
  const cell = cellElement(grid, row.row, 'quantity');
  if (cell === undefined) return [];
  return [...elements(cell)].filter(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement &&
      /^(?:text|number|tel)$/.test(element.type) &&
      !element.disabled &&
      !element.readOnly &&
      isShown(element),
  );
};

async function stepQuantity(found: Found, wanted: Wanted, signal: AbortSignal): Promise<Reason | undefined> {
  const { key, product, quantity } = wanted;
  if (stepperIn(found.row.row) === undefined || quantity > MOST_STEPS) return notice('fill-no-quantity', { product });
  const now = () => {
    const there = findProduct(readPage(), key, product);
    return 'code' in there ? undefined : stepperIn(there.row.row);
  };
  const shown = await stepTo(quantity, now, signal);
  return shown === quantity
    ? undefined
    : notice('fill-quantity-refused', { product, quantity, shown: String(shown ?? '') });
}

/** What the field shows is read back from the page, not from what was written. */
async function setQuantity(found: Found, wanted: Wanted, signal: AbortSignal): Promise<Reason | undefined> {
  const { product, quantity } = wanted;
  const fields = quantityFields(found);
  const [field] = fields;
  if (fields.length > 1) return notice('fill-no-quantity', { product });
  if (field === undefined) return stepQuantity(found, wanted, signal);
  if (parseCount(field.value) !== quantity) await fillField(field, String(quantity), signal);
  const shown = () => {
    const now = findProduct(readPage(), wanted.key, product);
    return 'code' in now ? undefined : quantityFields(now)[0]?.value;
  };
  const took = await until(() => (parseCount(shown() ?? '') === quantity ? true : undefined), SETTLES_MS, signal);
  return took ? undefined : notice('fill-quantity-refused', { product, quantity, shown: shown() ?? '' });
}

function addButton(page: Page, key: string): Action | undefined {
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice') return undefined;
  const rows = productRows(grid).filter((row) => row.key === key);
  const [row] = rows;
  if (row === undefined || rows.length > 1) return undefined;
  const actions = row.row.elements.flatMap((element) => findActions(element, new Set(['add'])));
  const action = oneAction([...new Map(actions.map((each) => [each.element, each])).values()], 'add');
  return action === undefined || action === 'several' || !action.enabled ? undefined : action;
}

async function cartChanged(
  before: ReadonlyMap<string, number>,
  { product, quantity }: Wanted,
  signal: AbortSignal,
): Promise<Reason | undefined> {
  const name = nameKey(product);
  const expected = (before.get(name) ?? 0) + quantity;
  const isThere = (cart: ReadonlyMap<string, number> | undefined) => cart?.get(name) === expected;
  let page = readPage();
  const done = await until(
    () => {
      page = readPage();
      return asking(page).length > 0 || (!isBusy() && isThere(cartOf(page))) ? true : undefined;
    },
    CHANGES_MS,
    signal,
  );
  const [dialog] = asking(page);
  if (dialog !== undefined) return notice('fill-dialog', { text: dialog.text.slice(0, 200) });
  const after = cartOf(page);
  const shown = after?.get(name);
  if (done === undefined)
    return shown === undefined || shown === (before.get(name) ?? 0)
      ? notice('fill-not-seen', { product })
      : notice('fill-cart-differs', { product, quantity: expected, shown });
  const others = (cart: ReadonlyMap<string, number> | undefined) =>
    JSON.stringify([...(cart ?? [])].filter(([key]) => key !== name).sort());
  return others(after) === others(before) ? undefined : notice('fill-others-changed', { product });
}
