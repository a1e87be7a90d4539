import type { Duration } from '../../facts.ts';
import { readDigits } from '../../money/digits.ts';
import type { DiscountSchedule, Scope, Tier } from './schedule.ts';

/** A discount as a partner types it. */
export interface StatedForm {
  readonly scope: Scope['kind'];
  /** SKU or name of the product, or the category. */
  readonly name: string;
  readonly duration: Duration | '';
  readonly model: DiscountSchedule['model'];
  readonly packSize: string;
  readonly per: DiscountSchedule['per'];
  readonly currency: string;
  readonly tiers: readonly TierForm[];
}

export interface TierForm {
  readonly from: string;
  /** What stands in `value`: a percentage off the list price, or a price instead of it. */
  readonly kind: 'percent' | 'price';
  readonly value: string;
  /** An amount on top of it, once for all units of the tier; empty: none. */
  readonly flat: string;
}

export const NO_TIER: TierForm = { from: '', kind: 'percent', value: '', flat: '' };

export const EMPTY_FORM: StatedForm = {
  scope: 'sku',
  name: '',
  duration: '',
  model: 'volume',
  packSize: '',
  per: 'term',
  currency: 'EUR',
  tiers: [NO_TIER],
};

/** What is wrong with a form: which field, of tiers the number of the row. */
export type FormFault =
  | { readonly field: 'name' | 'packSize' | 'currency' | 'tiers' }
  | { readonly field: 'from' | 'value' | 'rising' | 'flat'; readonly row: number };

/** The schedule that a form says, or what is wrong with it. Nothing is guessed: 1,234 is no number here. */
export function readForm(form: StatedForm, id: string): DiscountSchedule | { readonly fault: FormFault } {
  const name = form.name.trim();
  if (form.scope !== 'order' && (name === '' || name.length > 200)) return { fault: { field: 'name' } };
  const packSize = form.model === 'pack' ? units(form.packSize) : undefined;
  if (form.model === 'pack' && packSize === undefined) return { fault: { field: 'packSize' } };
  const tiers: Tier[] = [];
  for (const [row, typed] of form.tiers.entries()) {
    const from = units(typed.from);
    if (from === undefined) return { fault: { field: 'from', row } };
    if (from <= (tiers.at(-1)?.from ?? 0)) return { fault: { field: 'rising', row } };
    const kind = form.model === 'pack' ? 'price' : typed.kind;
    const value = decimal(typed.value);
    if (value === undefined || (kind === 'percent' && Number(value) > 100)) return { fault: { field: 'value', row } };
    const flat = typed.flat.trim() === '' ? undefined : decimal(typed.flat);
    if (flat === undefined && typed.flat.trim() !== '') return { fault: { field: 'flat', row } };
    tiers.push({ from, [kind]: value, ...(flat !== undefined && Number(flat) !== 0 && { flat }) });
  }
  if (tiers.length === 0) return { fault: { field: 'tiers' } };
  const priced = tiers.some(({ price, flat }) => price !== undefined || flat !== undefined);
  const currency = form.currency.trim().toUpperCase();
  if (priced && !/^[A-Z]{3}$/.test(currency)) return { fault: { field: 'currency' } };
  return {
    id,
    scope: scopeOf(form.scope, name),
    model: form.model,
    ...(packSize !== undefined && { packSize }),
    ...(form.duration !== '' && { duration: form.duration }),
    per: form.per,
    tiers,
    ...(priced && { currency }),
    source: 'settings',
  };
}

const scopeOf = (kind: Scope['kind'], name: string): Scope =>
  kind === 'sku' ? { kind, sku: name } : kind === 'category' ? { kind, category: name } : { kind };

function units(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return value >= 1 ? value : undefined;
}

function decimal(text: string): string | undefined {
  const read = readDigits(text.trim());
  return read.kind === 'ok' && /^\d{1,12}(\.\d{1,8})?$/.test(read.decimal) ? read.decimal : undefined;
}

/** A schedule as it is typed. */
export function formOf(schedule: DiscountSchedule): StatedForm {
  const { scope, duration = '', model, packSize, per, currency, tiers } = schedule;
  return {
    scope: scope.kind,
    name: scope.kind === 'sku' ? scope.sku : scope.kind === 'category' ? scope.category : '',
    duration,
    model,
    packSize: packSize === undefined ? '' : String(packSize),
    per,
    currency: currency ?? EMPTY_FORM.currency,
    tiers: tiers.map(({ from, percent, price, flat = '' }) => ({
      from: String(from),
      kind: price === undefined ? 'percent' : 'price',
      value: price ?? percent ?? '0',
      flat,
    })),
  };
}
