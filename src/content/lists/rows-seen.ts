/** A row as one reading found it. */
export interface ReadRow<T> {
  /** What tells it from the others; `undefined`: nothing does. */
  readonly key: string | undefined;
  /** What else it says, where two rows of one key are two facts; the same for all where the key alone tells rows apart. */
  readonly print: string;
  readonly item: T;
}

interface Kept<T> {
  item: T;
  readonly print: string;
  /** How often it stands in the list. */
  count: number;
}

/**
 * All rows that were seen of a list, window after window: known by what they say, never by where they stand. Two rows that say the
 * same are told apart by their order: windows overlap, and what follows the overlap was not seen before.
 */
export class RowsSeen<T> {
  readonly #rows = new Map<string, Kept<T>[]>();
  #window: readonly string[] = [];
  #withoutKey = 0;

  /** Rows without a key: as many as one window had, for nobody can say which were seen before. */
  get withoutKey(): number {
    return this.#withoutKey;
  }

  /** All rows, those without a key included. */
  get size(): number {
    let size = this.#withoutKey;
    for (const kept of this.#rows.values()) for (const { count } of kept) size += count;
    return size;
  }

  /** Keys that stand in the list more than once. */
  get twice(): ReadonlySet<string> {
    const twice = new Set<string>();
    for (const [key, kept] of this.#rows) if (kept.length > 1 || (kept[0]?.count ?? 0) > 1) twice.add(key);
    return twice;
  }

  /** The row of each key as it was last seen. */
  get byKey(): ReadonlyMap<string, T> {
    return new Map([...this.#rows].flatMap(([key, kept]) => kept.slice(-1).map(({ item }) => [key, item] as const)));
  }

  /** Every row, as often as it stands in the list. */
  get items(): readonly T[] {
    return [...this.#rows.values()].flat().flatMap(({ item, count }) => Array.from({ length: count }, () => item));
  }

  /**
   * Takes in the next window of a walk.
   * @returns whether it goes on where the window before ended. Else what was walked is not one list.
   */
  window(rows: readonly ReadRow<T>[]): boolean {
    const ids = rows.flatMap((row) => (row.key === undefined ? [] : [idOf(row)]));
    const before = new Set(this.#window);
    const follows = before.size === 0 || ids.length === 0 || ids.some((id) => before.has(id));
    this.#take(rows, overlapOf(this.#window, ids));
    this.#window = ids;
    return follows;
  }

  /** Takes in rows that are on show after a walk: what they say now counts. */
  later(rows: readonly ReadRow<T>[]): void {
    for (const { key, print, item } of rows) {
      const kept = key === undefined ? undefined : this.#rows.get(key);
      if (key !== undefined && kept?.length === 1 && kept[0]?.print !== print)
        this.#rows.set(key, [{ item, print, count: kept[0]?.count ?? 1 }]);
    }
    this.#take(rows, 0);
  }

  /** Whether each of these rows was seen, or is one that was seen and says something else now. */
  knows(rows: readonly ReadRow<T>[]): boolean {
    return rows.every(({ key, print }) => {
      const kept = key === undefined ? [] : this.#rows.get(key);
      return kept !== undefined && (kept.length < 2 || kept.some((each) => each.print === print));
    });
  }

  /** Whether two walks saw the same rows. */
  equals(other: RowsSeen<T>): boolean {
    const told = (seen: RowsSeen<T>) =>
      JSON.stringify([...seen.#rows].map(([key, kept]) => [key, kept.map(({ print, count }) => [print, count])]));
    return this.#withoutKey === other.#withoutKey && told(this) === told(other);
  }

  /** @param overlap rows at the beginning that were in the window before; 0: that cannot be told. */
  #take(rows: readonly ReadRow<T>[], overlap: number): void {
    const times = new Map<string, number>();
    let withoutKey = 0;
    let index = 0;
    for (const row of rows) {
      if (row.key === undefined) {
        withoutKey += 1;
        continue;
      }
      const id = idOf(row);
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      this.#takeOne(row.key, row, overlap > 0 && index >= overlap, time);
      index += 1;
    }
    this.#withoutKey = Math.max(this.#withoutKey, withoutKey);
  }

  #takeOne(key: string, { print, item }: ReadRow<T>, isNew: boolean, time: number): void {
    const kept = this.#rows.get(key) ?? [];
    this.#rows.set(key, kept);
    const known = kept.find((each) => each.print === print);
    if (known === undefined) {
      kept.push({ item, print, count: 1 });
      return;
    }
    if (time === 1) known.item = item;
    known.count = isNew ? known.count + 1 : Math.max(known.count, time);
  }
}

const idOf = ({ key, print }: ReadRow<unknown>): string => `${key}\n${print}`;

/** How many rows at the end of one window are those at the beginning of the next. */
function overlapOf(before: readonly string[], now: readonly string[]): number {
  for (let length = Math.min(before.length, now.length); length > 0; length -= 1)
    if (before.slice(-length).every((id, i) => id === now[i])) return length;
  return 0;
}
