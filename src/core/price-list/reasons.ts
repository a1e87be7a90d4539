import type { Reason } from '../outcome.ts';
import type { ParamKind } from '../rules/reasons.ts';

/**
 * The reason codes of the price list import, each with its parameters in the order in which its message `reason_<code>`
 * numbers them ($1, $2, …). Rows are 1-based as the file's program shows them, columns are letters.
 */
export const LIST_REASONS = {
  // The file was refused.
  'list-file-empty': {},
  'list-file-too-large': { megabytes: 'number' },
  'list-file-encrypted': {},
  'list-file-corrupt': {},
  'list-file-bomb': { megabytes: 'number' },
  'list-file-unsupported': { kind: 'text' },
  'list-sheet-too-large': { sheet: 'text', rows: 'number', columns: 'number' },
  'list-pdf-reader-missing': {},
  'list-pdf-without-text': {},
  'list-pdf-too-long': { pages: 'number' },
  'list-without-rows': {},
  // The list was read, but cannot be used before the partner assigns or settles something.
  'list-header-not-found': { rows: 'number' },
  'list-column-missing': { role: 'text' },
  'list-columns-same-role': { role: 'text', columns: 'text' },
  'list-price-duration-unknown': { column: 'text', header: 'text' },
  'list-decimal-mark-unknown': { rows: 'number' },
  'list-currency-unknown': { rows: 'number' },
  'list-no-price-understood': {},
  // Worth showing beside a list that was understood.
  'list-sheet-chosen': { sheet: 'text', sheets: 'number' },
  'list-sheets-alike': { sheets: 'text' },
  'list-mapping-not-fitting': {},
  'list-macros-not-read': {},
  'list-column-by-values': { column: 'text', role: 'text' },
  'list-column-not-fitting': { column: 'text', header: 'text' },
  'list-duration-not-offered': { column: 'text', header: 'text' },
  'list-unit-from-note': { row: 'number', unit: 'text' },
  'list-unit-unknown': { column: 'text' },
  'list-date-ambiguous': { text: 'text' },
  'list-price-rounded': { row: 'number', column: 'text', text: 'text' },
  'list-price-zero': { row: 'number', column: 'text' },
  'list-row-repeated': { row: 'number', first: 'number' },
  'list-encoding-guessed': { encoding: 'text' },
  'list-quotes-unbalanced': { row: 'number' },
  // A row, or one of its prices, was not understood.
  'list-sku-missing': {},
  'list-sku-formula': {},
  'list-sku-mangled': { text: 'text' },
  'list-sku-twice': { sku: 'text', rows: 'text' },
  'list-row-waiting': { column: 'text' },
  'list-price-missing': {},
  'list-price-formula': { column: 'text' },
  'list-price-error': { column: 'text', text: 'text' },
  'list-price-malformed': { column: 'text', text: 'text' },
  'list-price-ambiguous': { column: 'text', text: 'text' },
  'list-price-negative': { column: 'text', text: 'text' },
  'list-price-too-large': { column: 'text', text: 'text' },
  'list-price-currency-unknown': { column: 'text', text: 'text' },
  'list-price-currency-differs': { column: 'text', text: 'text', currency: 'text' },
  'list-price-unit-differs': { column: 'text', text: 'text' },
  'list-duration-unreadable': { column: 'text', text: 'text' },
  'list-duration-other': { column: 'text', text: 'text' },
  // The list's age, beside a quote.
  'list-old': { date: 'date', months: 'number' },
  'list-date-unknown': {},
  'list-date-ahead': { date: 'date' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ParamKind>>>>;

export type ListReasonCode = keyof typeof LIST_REASONS;
export type ListReason = Reason<ListReasonCode>;

type ParamsOf<Code extends ListReasonCode> = {
  readonly [Name in keyof (typeof LIST_REASONS)[Code]]: (typeof LIST_REASONS)[Code][Name] extends 'number'
    ? number
    : string;
};

/** Makes a reason; its parameters are checked against {@link LIST_REASONS}. */
export function listReason<Code extends ListReasonCode>(code: Code, params: ParamsOf<Code>): ListReason {
  return { code, params: params as Readonly<Record<string, string | number>> };
}

/** A file that cannot be read at all. Thrown by the readers, caught once in {@link importPriceList}. */
export class ListRefusal extends Error {
  readonly reason: ListReason;
  constructor(reason: ListReason) {
    super(reason.code);
    this.reason = reason;
  }
}

/** Ends the reading of a file. @throws ListRefusal always. */
export function refuse<Code extends ListReasonCode>(code: Code, params: ParamsOf<Code>): never {
  throw new ListRefusal(listReason(code, params));
}
