import type { CustomerRef } from '../core/customer.ts';
import { customerRef } from '../core/customer.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import type { PageKind } from '../core/page-report.ts';
import { t } from '../platform/i18n.ts';
import { findActions, oneAction } from './portal/actions.ts';
import { isBusy } from './portal/dialogs.ts';
import { oneGrid, type Page, readPage } from './portal/page.ts';
import { press } from './portal/press.ts';
import { orderText } from './portal/records.ts';
import { type MenuFault, rowMenuEntry } from './portal/row-menu.ts';
import type { GridRow } from './portal/rows.ts';
import type { ActionConcept } from './portal/vocabulary/actions.ts';
import { pause, until } from './portal/wait.ts';

/** Where the three dots of a customer lead. */
export type WayTo = Extract<PageKind, 'devices' | 'pbxes' | 'order'>;

/** So long WMP may take to show the page, and so often it is looked for: each look reads the page. */
const ARRIVES_MS = 12_000;
const LOOK_MS = 250;
const BUTTON_MS = 3000;

const FAULTS = {
  'no-menu': 'way-no-menu',
  'not-opened': 'way-menu-closed',
} as const satisfies Record<Exclude<MenuFault, 'not-in-menu'>, string>;

const words = (to: WayTo): string => t(`page_${to}`);

/**
 * Goes from the Customers list to a page of one customer as a person does: three dots, entry. Arrived is who sees the page
 * of that very customer. @param life outlives the list's page. @returns what stood in the way, if anything did.
 */
export async function goTo(customer: CustomerRef, to: WayTo, life: AbortSignal): Promise<Reason | undefined> {
  const row = rowOf(readPage(), customer);
  if ('code' in row) return row;
  // Documents name Order HWaaS on Devices: where the three dots lack it, that is the way.
  const wanted: readonly ActionConcept[] = to === 'order' ? ['orderHwaas', 'devices'] : [to];
  const entry = await rowMenuEntry(row, wanted, life);
  if (entry === 'not-in-menu') return notice('way-not-in-menu', { customer: customer.name, entry: words(to) });
  if (typeof entry === 'string') return notice(FAULTS[entry], { customer: customer.name });
  return to === 'order' && entry.concept === 'devices'
    ? viaDevices(entry.element, customer, life)
    : arrive(entry.element, customer, to, life);
}

async function viaDevices(entry: Element, customer: CustomerRef, life: AbortSignal): Promise<Reason | undefined> {
  const failed = await arrive(entry, customer, 'devices', life);
  if (failed !== undefined) return failed;
  // The page may be known by its list before its buttons are drawn or can be pressed.
  const button = await until(orderButton, BUTTON_MS, life);
  if (button === undefined) return notice('way-order-button', { customer: customer.name });
  return arrive(button, customer, 'order', life);
}

function orderButton(): Element | undefined {
  const button = oneAction(findActions(document.body, new Set(['orderHwaas'])), 'orderHwaas');
  return button === undefined || button === 'several' || !button.enabled ? undefined : button.element;
}

/** The one row of a customer as it stands now. */
function rowOf(page: Page, customer: CustomerRef): GridRow | Reason {
  const grid = page.kind === 'customers' && page.dialogs.length === 0 ? oneGrid(page, 'customers') : undefined;
  if (grid === undefined || grid === 'twice') return notice('way-row-gone', { customer: customer.name });
  const rows = grid.rows.filter(
    (row) => customerRef(orderText(grid, row, 'customer') ?? orderText(grid, row, 'name') ?? '')?.key === customer.key,
  );
  const [row] = rows;
  if (row === undefined) return notice('way-row-gone', { customer: customer.name });
  return rows.length > 1 ? notice('way-row-twice', { customer: customer.name }) : row;
}

async function arrive(
  pressed: Element,
  customer: CustomerRef,
  to: WayTo,
  life: AbortSignal,
): Promise<Reason | undefined> {
  const failed = notice('way-not-arrived', { customer: customer.name, entry: words(to) });
  if (!(await press(pressed, life))) return failed;
  for (let waited = 0; waited < ARRIVES_MS; waited += LOOK_MS) {
    await pause(LOOK_MS, life);
    if (isBusy()) continue;
    const page = readPage();
    if (page.kind === to && page.customer?.key === customer.key) return undefined;
    // Somebody else went on: the partner, or a warning that has to be answered first.
    if (page.dialogs.length > 0) return failed;
  }
  return failed;
}
