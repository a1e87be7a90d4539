import type { Duration, Money } from '../../core/facts.ts';
import type { QuoteDraft } from '../../core/messages/quote-draft-contract.ts';
import { isCurrencyCode } from '../../core/money/currency.ts';
import { readDigits } from '../../core/money/digits.ts';
import type { Reason } from '../../core/outcome.ts';
import { type CustomerQuote, customerQuote } from '../../core/rules/customer-quote.ts';
import { language } from '../../platform/i18n.ts';
import { askQuote } from './ask-quote.ts';
import type { Look } from './look.ts';

type Computed = Awaited<ReturnType<typeof askQuote<'quote.compute'>>>;

/** The cart, and what it costs the partner as far as that is known. */
export interface Basis {
  readonly draft: QuoteDraft;
  readonly computed: Computed;
}

export async function loadBasis(): Promise<Basis | undefined> {
  const { draft } = await askQuote('quoteDraft.read', {});
  if (draft === undefined) return undefined;
  const { customer, pbx, duration, lines } = draft;
  const computed = await askQuote('quote.compute', {
    ...(customer && { customer }),
    ...(pbx && { pbx }),
    ...(duration && { duration }),
    lines: lines.map(({ product, sku, quantity, price }, i) => ({
      key: String(i),
      product,
      ...(sku && { sku }),
      quantity,
      ...(price && { price }),
    })),
  });
  return { draft, computed };
}

/** A decimal as the partner types it: by its own mark, else by that of the browser's language. */
export function typedDecimal(text: string): string | undefined {
  const digits = readDigits(text.trim());
  if (digits.kind === 'ok') return digits.decimal;
  if (digits.kind !== 'ambiguous') return undefined;
  const comma = new Intl.NumberFormat(language()).format(1.5).includes(',');
  return comma ? digits.comma : digits.point;
}

export interface Priced {
  /** Absent: neither the cart nor the PBX told it, so nothing is said of a term. */
  readonly duration: Duration | undefined;
  readonly currency: string | undefined;
  /** Absent: no currency is known yet. */
  readonly quote: CustomerQuote | undefined;
  /** What the prices rest on, or why they are missing. */
  readonly reasons: readonly Reason[];
  /** The price list that what the partner pays is from, of one line at least. */
  readonly list: Computed['list'];
  /** It is WMP's own page's, of one line at least. */
  readonly fromPage: boolean;
}

/** @param own the partner's own prices as typed, by line. */
export function priced({ draft, computed }: Basis, look: Look, own: ReadonlyMap<number, string>, wish: string): Priced {
  const duration = computed.duration ?? draft.duration;
  const wanted = wish.trim().toUpperCase();
  const currency = computed.quote?.currency ?? (isCurrencyCode(wanted) ? wanted : undefined);
  const percent = look.pricing === 'own' ? undefined : typedDecimal(look.percent);
  const pricing = look.pricing === 'own' || percent === undefined ? undefined : { kind: look.pricing, percent };
  const lines = draft.lines.map(({ quantity }, i) => {
    const purchase = purchaseOf(computed, i);
    const typed = typedDecimal(own.get(i) ?? '');
    return { key: String(i), quantity, ...(purchase && { purchase }), ...(typed && { own: typed }) };
  });
  const sources = new Set(computed.quote === undefined ? [] : computed.lines.map(({ source }) => source));
  const list = sources.has('list') ? computed.list : undefined;
  // Where every line has its price, no list is missed.
  const missed = sources.size === 0 || sources.has('none');
  return {
    duration,
    currency,
    quote: currency === undefined ? undefined : customerQuote(lines, duration ?? 'P1M', currency, pricing),
    list,
    fromPage: sources.has('page'),
    reasons: [
      ...computed.reasons.filter(({ code }) => missed || code !== 'quote-without-list'),
      ...computed.lines.flatMap(({ reasons }) => reasons),
      ...(list?.warning ? [list.warning] : []),
    ],
  };
}

function purchaseOf({ quote }: Computed, index: number): Money | undefined {
  const line = quote?.lines[index];
  return line !== undefined && 'perTerm' in line ? line.perTerm : undefined;
}
