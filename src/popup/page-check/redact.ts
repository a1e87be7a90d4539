import type { PageReport } from '../../core/page-report.ts';
import { Placeholders } from './placeholders.ts';

/** Fields that hold somebody's data, with the word their placeholder begins with. */
const PRIVATE: Readonly<Record<string, string>> = {
  customer: 'customer',
  pbx: 'pbx',
  page: 'pbx',
  key: 'key',
  serial: 'serial',
  mac: 'mac',
  number: 'number',
  reference: 'reference',
  name: 'name',
  address: 'address',
};

/** Codes and dates, which support needs as they are. */
const AS_IT_IS: ReadonlySet<string> = new Set(
  'contract expiration purchased verdict date due status shipmentDate currency term hardware code rule'.split(' '),
);

/** The portal's own words, model numbers among them; a value of somebody's may stand there too. */
const WORDS: ReadonlySet<string> = new Set(['model', 'product', 'sku', 'statusText']);

/**
 * A report that can be given away: the same structure, with every name, serial, MAC, number and reference replaced by a
 * placeholder, the same one for the same value, and amounts by 0. What stays of the page's words (headers, labels) is
 * searched for such values too.
 */
export function redact(report: PageReport): PageReport {
  const placeholders = new Placeholders();
  collect(report, placeholders);
  const scrub = placeholders.scrubber(true);
  const told = (value: string | null, kind: string): string | null =>
    value === null ? null : placeholders.of(value, kind);
  return {
    ...report,
    reasons: report.reasons.map(scrub),
    customer: told(report.customer, 'customer'),
    pbx: told(report.pbx, 'pbx'),
    grids: report.grids.map((grid) => ({
      ...grid,
      problems: grid.problems.map(scrub),
      columns: mapValues(grid.columns, (column) => ({
        ...column,
        header: column.header === null ? null : scrub(column.header),
      })),
    })),
    actions: mapValues(report.actions, (action) => ({ ...action, label: scrub(action.label) })),
    ...(report.records && {
      records: record(report.records, '', placeholders, placeholders.scrubber(false)) as typeof report.records,
    }),
  };
}

function collect({ customer, pbx, records }: PageReport, placeholders: Placeholders): void {
  const note = (value: unknown, field: string): void => {
    const kind = PRIVATE[field];
    if (typeof value === 'string' && value.trim() !== '' && kind !== undefined) placeholders.of(value, kind);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) note(item, Array.isArray(value) ? field : name);
  };
  note({ customer, pbx, records }, '');
}

function record(value: unknown, field: string, placeholders: Placeholders, scrub: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => record(item, field, placeholders, scrub));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, record(item, name, placeholders, scrub)]),
    );
  if (typeof value === 'number') return 0;
  if (typeof value !== 'string' || AS_IT_IS.has(field)) return value;
  const kind = PRIVATE[field];
  if (kind !== undefined) return placeholders.of(value, kind);
  // A field that is not known here could hold anything.
  return WORDS.has(field) ? scrub(value) : '[text]';
}

const mapValues = <T>(values: Readonly<Record<string, T>>, map: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
