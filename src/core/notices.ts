import type { Reason } from './outcome.ts';
import { type ParamKind, REASONS } from './rules/reasons.ts';

/** What the Companion says of itself and of the page: the same form as the rules' reasons, without a rule behind them. */
export const NOTICES = {
  // messages between the extension's parts
  'no-answer': {},
  'answer-not-understood': {},
  'message-not-understood': { name: 'text' },
  'sender-refused': { name: 'text' },
  'worker-failed': { detail: 'text' },
  'storage-failed': { detail: 'text' },
  'storage-full': {},
  'storage-blocked': {},
  'storage-newer': {},
  'record-not-found': {},
  // what is known of the page
  'page-not-recognised': {},
  'page-loading': {},
  'page-logged-out': {},
  'page-readable': {},
  'page-no-portal': {},
  'page-not-reached': {},
  'column-missing': { column: 'text' },
  'column-ambiguous': { column: 'text' },
  'column-malformed': { column: 'text' },
  'grid-missing': {},
  'grid-twice': {},
  'row-twice': { key: 'text' },
  'rows-partly-seen': { seen: 'number', total: 'number' },
  'customer-unknown': {},
  'customer-namesakes': { customer: 'text' },
  'duration-not-shown': {},
  'action-missing': { action: 'text' },
  // the short way from the Customers list
  'way-row-gone': { customer: 'text' },
  'way-row-twice': { customer: 'text' },
  'way-no-menu': { customer: 'text' },
  'way-menu-closed': { customer: 'text' },
  'way-not-in-menu': { customer: 'text', entry: 'text' },
  'way-not-arrived': { entry: 'text', customer: 'text' },
  'way-order-button': { customer: 'text' },
  // taught pages
  'profile-column-gone': { profile: 'text', column: 'text' },
  'profile-place-gone': { profile: 'text', place: 'number', of: 'number' },
  'profile-button-gone': { profile: 'text', button: 'text' },
  'profile-title-gone': { profile: 'text', title: 'text' },
  'profile-contradicts': { profile: 'text', label: 'text' },
  'profile-file-not-json': {},
  'profile-file-foreign': {},
  'profile-file-too-new': { version: 'number' },
  'profile-file-too-large': {},
  'profile-file-broken': { where: 'text', what: 'text' },
  'teach-label-known': { label: 'text', meaning: 'text' },
  'teach-label-value': { label: 'text' },
  'teach-label-twice': { label: 'text' },
  'teach-label-long': { label: 'text' },
  'teach-nothing-there': {},
  'teach-no-list': {},
  'teach-no-header': {},
  'teach-page-unclear': {},
  'teach-page-other': { page: 'text' },
  'teach-column-lacking': { column: 'text' },
  'teach-column-state': { column: 'text', state: 'text' },
  'teach-title-unset': {},
  'teach-nothing-taught': {},
  'teach-page-left': {},
  // a quote
  'quote-without-prices': {},
  'quote-too-large': {},
  'quote-discounts-unreadable': { count: 'number' },
  'quote-without-list': {},
  'quote-list-unreadable': {},
  'price-unit-unknown': { sku: 'text' },
  'price-name-ambiguous': { product: 'text' },
  'discount-contradictory': { sku: 'text' },
  'list-old': { date: 'date', months: 'number' },
  'list-date-unknown': {},
  'list-date-ahead': { date: 'date' },
  'cancellation-unpriced': {},
  // saved carts, and putting products into WMP's cart
  'cart-file-too-large': {},
  'cart-file-foreign': {},
  'cart-file-too-new': { version: 'number' },
  'cart-file-broken': { where: 'text', what: 'text' },
  'carts-too-many': { most: 'number' },
  'fill-page-left': {},
  'fill-dialog': { text: 'text' },
  'fill-busy': {},
  'fill-partner-clicked': {},
  'fill-stopped': {},
  'fill-cart-unread': {},
  'fill-product-gone': { product: 'text' },
  'fill-product-twice': { product: 'text' },
  'fill-no-quantity': { product: 'text' },
  'fill-quantity-refused': { product: 'text', quantity: 'number', shown: 'text' },
  'fill-no-button': { product: 'text' },
  'fill-not-seen': { product: 'text' },
  'fill-cart-differs': { product: 'text', quantity: 'number', shown: 'number' },
  'fill-others-changed': { product: 'text' },
  // an import of a price list
  'list-parts-missing': { stored: 'number', items: 'number' },
  // an order
  'order-outcome-unknown': {},
  'order-word-unknown': { word: 'text' },
  'order-state-unknown': {},
  'order-backordered': {},
  'order-overdue': { date: 'date', days: 'number' },
  'order-unchanged': { days: 'number' },
  'order-not-shown': {},
  'orders-place-unknown': {},
  'orders-not-read': {},
  // a conversion run
  'run-other-customer': {},
  'device-in-run': { key: 'text' },
  'device-not-eligible': { key: 'text' },
  'batch-too-large': { count: 'number', limit: 'number' },
  'run-step-refused': { step: 'text' },
  'selection-differs': { missing: 'number', extra: 'number', reviewed: 'text', found: 'text' },
  'row-not-selected': { key: 'text' },
  'row-vanished': { key: 'text' },
  'list-not-seen': { found: 'number', planned: 'number' },
  'dialog-not-opened': {},
  'dialog-unexpected': { text: 'text' },
  'dialog-count-differs': { shown: 'number', planned: 'number' },
  'portal-refused': { text: 'text' },
  'portal-did-not-react': { action: 'text' },
  'partner-stopped': {},
  'partner-clicked': {},
  'partner-cancelled': {},
  'partner-answer-unclear': {},
  'dialog-stands': {},
  'trial-done': {},
  'page-left': {},
  'another-run': {},
  'pbx-expires-soon': { pbx: 'text', date: 'date', days: 'number' },
  'pbx-facts-old': { pbx: 'text', days: 'number' },
  'run-too-old': {},
  'run-not-settled': {},
} as const satisfies Record<string, Record<string, ParamKind>>;

export type NoticeCode = keyof typeof NOTICES;

type ParamsOf<C extends NoticeCode> = {
  readonly [Name in keyof (typeof NOTICES)[C]]: (typeof NOTICES)[C][Name] extends 'number' ? number : string;
};

/** Makes a notice, its parameters checked against {@link NOTICES}. */
export const notice = <C extends NoticeCode>(
  code: C,
  ...[params]: keyof (typeof NOTICES)[C] extends never ? [] : [ParamsOf<C>]
): Reason<C> =>
  params === undefined ? { code } : { code, params: params as Readonly<Record<string, string | number>> };

/** Parameters of every code, rules' and notices', in the order in which its message numbers them, with how each is put into words. */
export const parametersOf = (code: string): Readonly<Record<string, ParamKind>> | undefined =>
  (({ ...REASONS, ...NOTICES }) as Record<string, Record<string, ParamKind>>)[code];
