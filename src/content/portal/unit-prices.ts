import type { Duration } from '../../core/facts.ts';
import type { RequestOf } from '../../core/messages/worker-contract.ts';
import { decimalOf } from '../../core/money/money.ts';
import { moneyColumn } from './amounts.ts';
import type { Grid } from './grid.ts';
import type { GridRow } from './rows.ts';

type UnitPrice = NonNullable<RequestOf<'quote.compute'>['lines'][number]['price']>;

const IN_MONTHS =
  /monthly|monatlich|mensual|mensuel|mensile|maandelijks|(\/|\b(per|pro|je|al|par|por)) ?(month|monat|mes|mois|mese|maand|mo)\b/;
const IN_YEARS =
  /yearly|annual|jahrlich|anual|annuel|annuale|jaarlijks|(\/|\b(per|pro|je|al|par|por|all)) ?(year|jahr|ano|an|anno|jaar|yr)\b/;

/**
 * A list's unit prices for this Duration. Where the header names no period, `unless` says what the partner knows of WMP's
 * prices (DOMAIN.md does not). A price of another period than the Duration's is not used.
 */
export function unitPrices(
  grid: Grid,
  duration: Duration | undefined,
  unless: 'month' | 'term',
): (row: GridRow) => UnitPrice | undefined {
  const column = grid.columns.get('price');
  if (duration === undefined || column?.state !== 'ok') return () => undefined;
  const per = periodOf(column.header ?? '', duration, unless);
  if (per === undefined) return () => undefined;
  const money = moneyColumn(grid, 'price');
  return (row) => {
    const price = money(row);
    if (price === undefined || price.amountMinor < 0) return undefined;
    return { decimal: decimalOf(price), currency: price.currency, per };
  };
}

/** What a price covers by its column's header. `undefined`: another period than the Duration's. */
export function periodOf(header: string, duration: Duration, unless: 'month' | 'term'): 'month' | 'term' | undefined {
  const words = header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (IN_MONTHS.test(words)) return 'month';
  if (IN_YEARS.test(words)) return duration === 'P1Y' ? 'term' : undefined;
  return unless;
}
