/** A column of texts. */
export interface ListColumn {
  readonly key: string;
  readonly label: string;
  /** Pixels that its values need. */
  readonly width: number;
  text(id: string): string;
  /** Each cell is a button of this text. */
  press?(id: string): void;
}

/** All that a framework has to know of a list: rows are asked for by their ids, as often as they are drawn. */
export interface List {
  readonly columns: readonly ListColumn[];
  readonly ids: readonly string[];
  /** What the page's own model holds selected; `undefined`: nothing can be. */
  readonly selected?: Set<string>;
  /** Rows per page, where the framework has pages. */
  readonly paged: number;
}
