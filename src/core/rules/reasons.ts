import type { Reason, RuleId } from '../outcome.ts';

/** How a parameter is put into words: as it is, as a date, as a number, as the name of a term. */
export type ParamKind = 'text' | 'date' | 'number' | 'term';

/**
 * The reason codes of the rules, each with its parameters in the order in which its message `reason_<code>` numbers them
 * ($1, $2, …). A date is a CalendarDate, a term its ISO form or `lifetime`; the reader puts them into words.
 */
export const REASONS = {
  'already-hwaas': {},
  'rental-device': {},
  'contract-unknown': {},
  'pbx-not-shown': {},
  'pbx-not-seen': { pbx: 'text' },
  'pbx-contradictory': { pbx: 'text' },
  'pbx-differs-from-page': { pbx: 'text', page: 'text' },
  'pbx-lifetime': { pbx: 'text' },
  'pbx-expired': { pbx: 'text', expiration: 'date' },
  'pbx-term-unknown': { pbx: 'text' },
  'pbx-expiration-unknown': { pbx: 'text' },
  'pbx-has-rental': { pbx: 'text' },
  'pbx-hardware-contradictory': { pbx: 'text' },
  'duration-differs': { pbx: 'text', chosen: 'term', term: 'term' },
  'same-pbx': { pbx: 'text' },
  'terms-differ': { pbx: 'text', term: 'term', otherPbx: 'text', otherTerm: 'term' },
  'expirations-differ': { pbx: 'text', expiration: 'date', otherPbx: 'text', otherExpiration: 'date' },
  'invoices-not-seen': {},
  'invoices-undated': { count: 'number' },
  'invoices-partly-seen': {},
  'invoices-status-unknown': { count: 'number' },
  'overdue-orders-blocked': { due: 'date', days: 'number' },
  'overdue-portal-locked': { due: 'date', days: 'number' },
  'overdue-services-suspended': { due: 'date', days: 'number' },
  'overdue-orders-blocked-soon': { due: 'date', date: 'date', days: 'number' },
  'not-hwaas': {},
  'cancel-at-pbx-level': {},
  'charged-until': { date: 'date', days: 'number' },
  'hwaas-start-unknown': {},
  'hwaas-start-in-future': { date: 'date' },
  'model-not-shown': {},
  'agreement-not-noted': {},
  'agreement-not-signed': {},
  'agreement-signing-not-noted': { sent: 'date' },
  'agreement-not-sent': { signed: 'date' },
  'agreement-date-in-future': { date: 'date' },
  'agreement-sent-before-signed': { signed: 'date', sent: 'date' },
  'several-licensed-pbxes': { count: 'number' },
  'licences-unknown': { count: 'number' },
  'hwaas-only-product': { product: 'text' },
  'rental-availability-unknown': { product: 'text' },
  'hwaas-and-rental': { pbx: 'text' },
  'pbx-keeps-rental': { pbx: 'text' },
  'pbx-keeps-hwaas': { pbx: 'text' },
  'contracts-not-read': { pbx: 'text', count: 'number' },
  'devices-without-pbx': { count: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ParamKind>>>>;

export type RuleReasonCode = keyof typeof REASONS;

/** The parameters that a code's sentence needs. */
export type ParamsOf<Code extends RuleReasonCode> = {
  readonly [Name in keyof (typeof REASONS)[Code]]: (typeof REASONS)[Code][Name] extends 'number' ? number : string;
};

/** Makes a reason; its parameters are checked against {@link REASONS}. */
export function reason<Code extends RuleReasonCode>(code: Code, rule: RuleId, params: ParamsOf<Code>): Reason<Code> {
  return { code, rule, params: params as Readonly<Record<string, string | number>> };
}
