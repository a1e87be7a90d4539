import { type CustomerRef, nameKey } from '../../core/customer.ts';
import { customerRows } from './customers.ts';
import type { Field } from './fields.ts';
import type { Grid } from './grid.ts';
import type { GridRow } from './rows.ts';
import { BANNER } from './titles.ts';
import { asName, type MaybeNames, type Titles } from './whose.ts';

/**
 * Whose page it is: what titles, the customer's field and the selected row of a list of customers say, if they say the
 * same. Where they disagree it is nobody's.
 */
export function whosePage(titles: Titles, fields: readonly Field[], grids: readonly Grid[]): Owners {
  const said = new Map([...titles.customers, ...chosen(fields), ...selected(grids)].map((ref) => [ref.key, ref]));
  return {
    certain: said.size === 1 ? [...said.values()][0] : undefined,
    maybe: said.size === 0 ? titles.maybe : NOBODY,
  };
}

/** The customer whose page it is, else those who it may be, if they are known to be customers. */
export interface Owners {
  readonly certain: CustomerRef | undefined;
  readonly maybe: MaybeNames;
}

const NOBODY: MaybeNames = { names: [], rivals: [] };

/**
 * The PBX of a page that is one PBX's by its buttons, where no title tells it: the one name that is not the customer's, or
 * what stands beside the label. Where the two disagree, none.
 */
export function pbxOfPage(
  { either }: Titles,
  pbx: string | undefined,
  customer: CustomerRef | undefined,
  fields: readonly Field[],
): string | undefined {
  if (pbx !== undefined) return pbx;
  const labelled = fields
    .filter(({ concept, control }) => concept === 'pbx' && isChoice(control))
    .map(({ value }) => value);
  const names = new Map(
    [...labelled, ...(either === undefined ? [] : [either])].flatMap((name) =>
      asName(name) === undefined || nameKey(name) === customer?.key ? [] : [[nameKey(name), name] as const],
    ),
  );
  return customer !== undefined && names.size === 1 ? [...names.values()][0] : undefined;
}

/** A field that is chosen from or only shown. What is being typed into another is no customer yet. */
const chosen = (fields: readonly Field[]): CustomerRef[] =>
  fields
    .filter(
      ({ concept, control, label }) => concept === 'customer' && isChoice(control) && label.closest(BANNER) === null,
    )
    .flatMap(({ value }) => asName(value) ?? []);

const isChoice = (control: HTMLElement | undefined): boolean =>
  control === undefined || control instanceof HTMLSelectElement || control.getAttribute('role') === 'combobox';

/** The one selected row of a list of customers that stands beside another list. */
function selected(grids: readonly Grid[]): CustomerRef[] {
  const [customers, ...more] = grids.filter(({ kind }) => kind === 'customers');
  if (customers === undefined || more.length > 0 || grids.length < 2) return [];
  const rows = customers.rows.filter(isSelected);
  return rows.length === 1 ? customerRows({ ...customers, rows }) : [];
}

const isSelected = ({ elements }: GridRow): boolean =>
  elements.some(
    (element) =>
      element.matches('[aria-selected=true],[aria-current=true]') ||
      element.querySelector('input:checked,[role=radio][aria-checked=true],[role=checkbox][aria-checked=true]') !==
        null,
  );
