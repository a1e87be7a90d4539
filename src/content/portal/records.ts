import { isShortened, nameKey } from '../../core/customer.ts';
import type { CalendarDate, Contract, DeviceFacts, PbxFacts } from '../../core/facts.ts';
import { dateOrder, parseDate } from './dates.ts';
import { flatParent, foldSpaces, isShown, textNodes } from './dom.ts';
import { cellElement, cellText, columnTexts, type Grid } from './grid.ts';
import type { GridRow } from './rows.ts';
import { isCode, isMac, isSerial, parseCount } from './shapes.ts';
import { atOnce, type Work } from './slices.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { parseContract, parseTerm } from './vocabulary/values.ts';

export interface DeviceRow {
  readonly row: GridRow;
  readonly facts: DeviceFacts | undefined;
  readonly dates: PrintedDates;
}

/** Dates as they are printed: which number is the day, only the whole column tells. */
export interface PrintedDates {
  readonly expiration: string | undefined;
  readonly purchased: string | undefined;
}

const DASHES = /^[-–—/.]?$/;

const text = (grid: Grid, row: GridRow, concept: ColumnConcept): string | undefined => {
  const value = cellText(grid, row, concept);
  return value === undefined || DASHES.test(value) || value.length > 500 ? undefined : value;
};

/** A name or a number that WMP cut off is nobody's. */
const nameOf = (grid: Grid, row: GridRow, concept: ColumnConcept): string | undefined => {
  const name = text(grid, row, concept);
  return name === undefined || isShortened(name) ? undefined : name;
};

export const pageLanguage = (): string => document.documentElement.lang || navigator.language;

/** Reads a column of dates by what the whole column tells: which number is the day. */
export function columnDates(grid: Grid, concept: ColumnConcept): (row: GridRow) => CalendarDate | undefined {
  const order = dateOrder(columnTexts(grid, concept), pageLanguage());
  return (row) => {
    const printed = text(grid, row, concept);
    return printed === undefined ? undefined : parseDate(printed, order);
  };
}

const readDevices = new WeakMap<Grid, readonly DeviceRow[]>();

/** The rows of a Devices list as devices, as they were when the list was read. */
export const deviceRows = (grid: Grid): readonly DeviceRow[] => atOnce(deviceRowsWork(grid));

export function* deviceRowsWork(grid: Grid): Work<readonly DeviceRow[]> {
  const known = readDevices.get(grid);
  if (known !== undefined) return known;
  const rows: DeviceRow[] = [];
  for (const row of grid.rows) {
    if (rows.length % 50 === 49) yield;
    const dates = { expiration: text(grid, row, 'expiration'), purchased: text(grid, row, 'purchased') };
    rows.push({ row, facts: deviceFacts(grid, row), dates });
  }
  readDevices.set(grid, rows);
  return rows;
}

/** `undefined`: neither serial nor MAC can be read, so the row has no identity. */
export function deviceFacts(grid: Grid, row: GridRow): DeviceFacts | undefined {
  const serial = shaped(text(grid, row, 'serial'), isSerial);
  const mac = shaped(text(grid, row, 'mac'), isMac);
  // A row of which the cell of the serial number is not there is not drawn to its end: its MAC is not what it is known by.
  const key = serial ?? (isUndrawn(grid, row, 'serial') ? undefined : mac);
  if (key === undefined) return undefined;
  const model = nameOf(grid, row, 'model');
  const pbx = nameOf(grid, row, 'pbx');
  const contract: Contract = parseContract(text(grid, row, 'contract') ?? '');
  return { key, ...given({ serial, mac, model, pbx }), contract };
}

const isUndrawn = (grid: Grid, row: GridRow, concept: ColumnConcept): boolean =>
  row.said === undefined &&
  grid.columns.get(concept)?.state === 'ok' &&
  cellElement(grid, row, concept) === undefined &&
  grid.rows.some((other) => cellElement(grid, other, concept) !== undefined);

/** Reads a column of printed dates by what all of them say. */
export function readDates(
  printed: readonly (string | undefined)[],
): (text: string | undefined) => CalendarDate | undefined {
  const order = dateOrder(
    printed.flatMap((text) => text ?? []),
    pageLanguage(),
  );
  return (text) => (text === undefined ? undefined : parseDate(text, order));
}

const shaped = (value: string | undefined, shape: (text: string) => boolean): string | undefined =>
  value !== undefined && shape(value) ? value : undefined;

/** Leaves absent what is `undefined`. */
export function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** The rows of a PBXes list. A row without a name is nobody's, and left out. */
export function pbxRows(grid: Grid): PbxFacts[] {
  const expiration = columnDates(grid, 'expiration');
  return grid.rows.flatMap((row) => {
    const name = nameOf(grid, row, 'name') ?? nameOf(grid, row, 'pbx');
    if (name === undefined) return [];
    return [{ name, ...given({ term: parseTerm(text(grid, row, 'term') ?? ''), expiration: expiration(row) }) }];
  });
}

export interface ProductRow {
  readonly row: GridRow;
  readonly key: string;
  readonly product: string;
  readonly sku: string | undefined;
  readonly stock: number | undefined;
  readonly quantity: number | undefined;
}

interface Named {
  readonly name: string;
  readonly code: string;
}

/**
 * Names with an article number below each in the same cell. Only where all rows have one of their own: what stands below one name may
 * be anything.
 */
function namesWithCodes(grid: Grid): readonly Named[] | undefined {
  const named = grid.rows.flatMap((row) => {
    const cell = row.said === undefined ? cellElement(grid, row, 'product') : undefined;
    const parts = cell === undefined ? [] : partsOf(cell);
    const [name, code] = parts;
    return name === undefined || code === undefined || parts.length > 2 || !isCode(code) || isCode(name)
      ? []
      : [{ name, code }];
  });
  const isEach = named.length === grid.rows.length && new Set(named.map(({ code }) => code)).size === named.length;
  return isEach && (named.length > 1 || named.every(({ code }) => /\d/.test(code))) ? named : undefined;
}

/** Texts that stand in elements of their own. */
function partsOf(cell: Element): string[] {
  const parts = new Map<Element, string>();
  for (const node of textNodes(cell)) {
    const parent = flatParent(node);
    if (parent === null || !isShown(parent)) continue;
    parts.set(parent, `${parts.get(parent) ?? ''}${node.data}`);
  }
  return [...parts.values()].map(foldSpaces);
}

/** The rows of a product list or of a cart. */
export function productRows(grid: Grid): ProductRow[] {
  const parted = grid.columns.get('sku')?.state === 'missing' ? namesWithCodes(grid) : undefined;
  return grid.rows.flatMap((row, i) => {
    const named = parted?.[i];
    const product = named?.name ?? text(grid, row, 'product') ?? text(grid, row, 'sku');
    if (product === undefined) return [];
    const sku = named?.code ?? text(grid, row, 'sku');
    const count = (concept: ColumnConcept) => parseCount(text(grid, row, concept) ?? '');
    const quantity = count('quantity');
    return [
      {
        row,
        key: nameKey(sku ?? product),
        product,
        sku,
        stock: count('stock'),
        // Below zero it is no quantity: the sign of a button that counts down stood before it.
        quantity: quantity !== undefined && quantity < 0 ? undefined : quantity,
      },
    ];
  });
}

/** Dates of an Orders list, each read by what its whole column says. */
export const orderDates = (grid: Grid) => ({
  date: columnDates(grid, 'date'),
  shipmentDate: columnDates(grid, 'shipmentDate'),
});
export const orderText = text;
export const printedName = nameOf;
