import { nameKey } from '../../core/customer.ts';
import type { ColumnReading } from './columns.ts';
import {
  type Box,
  boxOf,
  comesBefore,
  flatChildren,
  flatParent,
  foldSpaces,
  isShown,
  readText,
  textNodes,
} from './dom.ts';
import type { Grid } from './grid.ts';
import { isWindowed } from './list-height.ts';
import type { GridRow } from './rows.ts';
import { type ColumnConcept, columnConcepts } from './vocabulary/columns.ts';

/** What a line between rows may say of all rows below it, instead of a column. */
const GROUPED = ['pbx', 'contract', 'model'] as const satisfies readonly ColumnConcept[];
type Grouped = (typeof GROUPED)[number];

/** `PBX: Main office (12)`: a line of a list that names what the rows below it have in common. */
interface GroupLine {
  readonly concept: Grouped;
  readonly label: string;
  readonly name: string;
  /** The name without the number behind it, and the number: of rows, if it is that in every group. */
  readonly counted: { readonly name: string; readonly count: number } | undefined;
  readonly element: Element;
  readonly box: Box;
}

/** A group and how many of the rows that are there stand in it. */
interface Group {
  readonly line: GroupLine;
  rows: number;
}

/** What rows get of their group, or why nothing is known. */
type Given = ReadonlyMap<GridRow, string> | undefined;

/**
 * Gives the rows of a Devices list what lines between them say instead of a column. Only where every row stands below such a line, no
 * name comes twice and numbers behind the names fit, so that a line is certainly the head of its group, and nothing is scrolled away.
 */
export function withGroups(grid: Grid): Grid {
  if (grid.kind !== 'devices' || grid.rows.length === 0) return grid;
  const columns = withoutGroups(grid.columns);
  const wanted = GROUPED.filter((concept) => columns.get(concept)?.state === 'missing');
  const lines = wanted.length === 0 ? [] : groupLines(grid, new Set(wanted));
  if (lines.length === 0) return columns === grid.columns ? grid : { ...grid, columns };
  const heads = new Set(lines.map(({ element }) => element));
  const rows = grid.rows.filter(({ elements }) => !elements.some((element) => heads.has(element)));
  const plain = { ...grid, rows, columns };
  const order = isWindowed(plain) ? undefined : inOrder(lines, rows);
  if (order === undefined) return plain;
  const concepts = [...new Set(lines.map(({ concept }) => concept))];
  const closed = new Set<GroupLine>();
  const given = new Map(concepts.map((concept, i) => [concept, giveOut(order, concept, concepts.slice(0, i), closed)]));
  return {
    ...plain,
    columns: withColumns(columns, lines, given),
    rows: rows.map((row) => ({ ...row, grouped: saysOf(row, given) })),
    ...(closed.size > 0 && { closedGroups: closed.size }),
  };
}

/** What was read of a list's columns before its lines were. */
function withoutGroups(columns: Grid['columns']): Grid['columns'] {
  const read = [...columns];
  const missing: ColumnReading = { state: 'missing', header: null, how: 'none' };
  return read.some(([, { how }]) => how === 'group')
    ? new Map(read.map(([concept, column]) => [concept, column.how === 'group' ? missing : column]))
    : columns;
}

const saysOf = (row: GridRow, given: ReadonlyMap<Grouped, Given>): ReadonlyMap<ColumnConcept, string> =>
  new Map(
    [...given].flatMap(([concept, names]) => {
      const name = names?.get(row);
      return name === undefined ? [] : [[concept, name] as const];
    }),
  );

function withColumns(
  columns: Grid['columns'],
  lines: readonly GroupLine[],
  given: ReadonlyMap<Grouped, Given>,
): Grid['columns'] {
  const read = new Map<ColumnConcept, ColumnReading>(columns);
  for (const [concept, names] of given) {
    const header = lines.find((line) => line.concept === concept)?.label ?? null;
    read.set(concept, { header, how: 'group', state: names === undefined ? 'ambiguous' : 'ok' });
  }
  return read;
}

/** Which row is in which group. `outer`: what groups are made by that hold these; a name may come once in each of them. */
function giveOut(
  order: readonly (GroupLine | GridRow)[],
  concept: Grouped,
  outer: readonly Grouped[],
  closed: Set<GroupLine>,
): Given {
  const groups: Group[] = [];
  const groupOf = new Map<GridRow, Group>();
  let seen = new Set<string>();
  let open: Group | undefined;
  for (const item of order) {
    if (!('concept' in item)) {
      if (open === undefined) return undefined;
      open.rows += 1;
      groupOf.set(item, open);
    } else if (outer.includes(item.concept)) {
      seen = new Set();
      open = undefined;
    } else if (item.concept === concept) {
      const key = nameKey(item.name);
      if (seen.has(key)) return undefined;
      seen.add(key);
      open = { line: item, rows: 0 };
      groups.push(open);
    }
  }
  const nameIn = naming(groups);
  if (nameIn === undefined) return undefined;
  for (const { line, rows } of groups) if (rows === 0) closed.add(line);
  return new Map([...groupOf].map(([row, { line }]) => [row, nameIn(line)]));
}

/** Whether a number behind the names is one of rows, or a part of the names; `undefined` where it may be either. */
function naming(groups: readonly Group[]): ((line: GroupLine) => string) | undefined {
  const filled = groups.filter(({ rows }) => rows > 0);
  if (!groups.every(({ line }) => line.counted !== undefined)) {
    const odd = filled.some(({ line, rows }) => line.counted?.count === rows);
    // "Main office 5" above five devices.
    const bare = filled.length > 0 && filled.every(({ line, rows }) => line.name.endsWith(` ${rows}`));
    return odd || bare ? undefined : (line) => line.name;
  }
  return filled.every(({ line, rows }) => line.counted?.count === rows)
    ? (line) => line.counted?.name ?? line.name
    : undefined;
}

/** Rows and the lines between them from top to bottom; `undefined` where they stand in another order than they are written in. */
function inOrder(lines: readonly GroupLine[], rows: readonly GridRow[]): (GroupLine | GridRow)[] | undefined {
  const isWritten = (above: GroupLine | GridRow, below: GroupLine | GridRow) =>
    comesBefore(partOf(above), partOf(below));
  // A line that stays in sight while its rows are scrolled away is not where it was written.
  const stay = lines.some(({ element }) => stays(element));
  const items = [...lines, ...rows];
  if (!stay) return items.toSorted((a, b) => a.box.top - b.box.top);
  const sorted = items.toSorted((a, b) => (a === b ? 0 : isWritten(a, b) ? -1 : 1));
  const own = sorted.filter((item): item is GridRow => !('concept' in item));
  return own.every((row, i) => row.box.top >= (own[i - 1]?.box.top ?? row.box.top)) ? sorted : undefined;
}

const partOf = (item: GroupLine | GridRow): Element =>
  'concept' in item ? item.element : (item.elements[0] as Element);

const stays = (element: Element): boolean =>
  [element, ...element.children].some((part) => getComputedStyle(part).position === 'sticky');

/** The lines of a list that are no device's row: they stand among the rows, and say one thing with its name. */
function groupLines(grid: Grid, wanted: ReadonlySet<Grouped>): GroupLine[] {
  const rows = new Set(grid.rows.flatMap(({ elements }) => elements));
  const around = new Set<Element>();
  for (const row of rows)
    for (let up = flatParent(row); up !== null && !around.has(up); up = flatParent(up)) {
      around.add(up);
      if (up === grid.element) break;
    }
  const heads = new Set<Element>();
  for (const { element } of grid.header.cells)
    for (let up: Element | null = element; up !== null && up !== grid.element; up = flatParent(up)) heads.add(up);
  const lines: GroupLine[] = [];
  for (const { elements, cells } of grid.rows) {
    const [element] = elements;
    if (
      element !== undefined &&
      new Set(cells.filter((cell) => cell !== undefined && /\S/.test(readText(cell)))).size <= 1
    )
      add(element);
  }
  for (const holder of around)
    for (const child of flatChildren(holder))
      if (child instanceof Element && !rows.has(child) && !around.has(child) && !heads.has(child)) add(child);
  return lines;

  function add(element: Element): void {
    const said = saidBy(element, wanted);
    const box = said === undefined ? undefined : boxOf(element);
    if (said === undefined || box === undefined || box.bottom - box.top <= 1 || !isShown(element)) return;
    if (box.top >= grid.header.box.bottom - 2 || stays(element)) lines.push({ ...said, element, box });
  }
}

/** `(12)`, `(12 devices)`, `- 12 items`, and the same in an element of its own. */
const COUNT =
  /^(.*?\S)\s*(?:\((\d{1,5})(?:\s[^()]*(?:\(\p{L}+\))?)?\)|[-–—,:·]\s*(\d{1,5})(?:\s\p{L}+(?:\(\p{L}+\))?)?)$/u;
const ONLY_COUNT = /^\(?(\d{1,5})(?:\s[^()]+(?:\(\p{L}+\))?)?\)?$/u;
const MOST_TEXT = 120;

function saidBy(
  element: Element,
  wanted: ReadonlySet<Grouped>,
): Pick<GroupLine, 'concept' | 'label' | 'name' | 'counted'> | undefined {
  const parts = partsOf(element);
  if (parts === undefined) return undefined;
  const [first = '', ...rest] = parts;
  const colon = first.indexOf(':');
  // "PBX Main office" may be the whole name of one: a label stands for itself.
  const label = (colon < 0 ? first : first.slice(0, colon)).trim();
  const concept = [...wanted].find((each) => columnConcepts(label).includes(each));
  if (concept === undefined) return undefined;
  const behind = colon < 0 ? '' : first.slice(colon + 1).trim();
  const [name = '', apart, ...more] = behind === '' ? rest : [behind, ...rest];
  if (name === '' || more.length > 0) return undefined;
  if (apart !== undefined) {
    const count = ONLY_COUNT.exec(apart)?.[1];
    return count === undefined
      ? undefined
      : { concept, label, name: `${name} ${apart}`, counted: { name, count: Number(count) } };
  }
  const counted = COUNT.exec(name);
  const [, bare, inBrackets, behindDash] = counted ?? [];
  return {
    concept,
    label,
    name,
    counted: bare === undefined ? undefined : { name: bare, count: Number(inBrackets ?? behindDash) },
  };
}

/** Texts in elements of their own, without signs; `undefined` where there are none, or too many for a line that says one thing. */
function partsOf(element: Element): string[] | undefined {
  const parts = new Map<Element, string>();
  let length = 0;
  for (const node of textNodes(element)) {
    const parent = flatParent(node);
    length += node.data.trim().length;
    if (length > MOST_TEXT) return undefined;
    if (parent !== null && isShown(parent)) parts.set(parent, `${parts.get(parent) ?? ''}${node.data}`);
  }
  // Names of icons are written in small letters, where a font makes signs of them.
  const texts = [...parts.values()]
    .map(foldSpaces)
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^[a-z]+(_[a-z]+)+$/.test(text));
  const [first, ...rest] = texts;
  return first === undefined ? undefined : [first.replace(/^[^\p{L}\p{N}]+/u, ''), ...rest];
}
