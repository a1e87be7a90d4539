import type { PdfItem, PdfPage } from './text-items.ts';

/** A piece of a line that stands on its own: text without a gap wider than a space or two. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PdfLine {
  readonly page: number;
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** A gap wider than this share of the font's height is a new cell; a space is about a quarter of it. */
const CELL_GAP = 0.75;
/** A gap wider than this is a space that the program left out. */
const SPACE_GAP = 0.15;

function toPieces(items: readonly PdfItem[]): readonly Piece[] {
  const pieces: { text: string; left: number; right: number }[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const last = pieces.at(-1);
    const gap = last ? item.x - last.right : Number.POSITIVE_INFINITY;
    if (!last || gap > item.height * CELL_GAP) {
      pieces.push({ text: item.text, left: item.x, right: item.x + item.width });
    } else {
      last.text += (gap > item.height * SPACE_GAP ? ' ' : '') + item.text;
      last.right = Math.max(last.right, item.x + item.width);
    }
  }
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** The lines of one page from top to bottom: pieces whose base lines differ by less than half a font's height. */
function pageLines(page: PdfPage, number: number): readonly PdfLine[] {
  const groups: PdfItem[][] = [];
  for (const item of [...page.items].sort((a, b) => b.y - a.y)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && first.y - item.y < Math.min(first.height, item.height) / 2) group.push(item);
    else groups.push([item]);
  }
  return groups.map((items) => ({
    page: number,
    y: items[0]?.y ?? 0,
    height: Math.max(...items.map(({ height }) => height)),
    pieces: toPieces(items),
  }));
}

/** All lines of a document. */
export const toLines = (pages: readonly PdfPage[]): readonly PdfLine[] => pages.flatMap(pageLines);

const plain = (line: PdfLine): string => line.pieces.map(({ text }) => text.replace(/\d+/g, '#')).join(' ');

/**
 * Headers and footers of pages: a line that stands at the same height of several pages and says the same but for
 * numbers, and is the first or last one of its page. In the middle of a table they would read as a heading.
 */
export function pageFurniture(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const outer = lines.filter(
    (line, index) => lines[index - 1]?.page !== line.page || lines[index + 1]?.page !== line.page,
  );
  const seen = new Map<string, PdfLine[]>();
  for (const line of outer) {
    const key = `${Math.round(line.y / 2)} ${plain(line)}`;
    // A table's header row is repeated too, and is known by its own words.
    if (line.pieces.length <= 3) seen.set(key, [...(seen.get(key) ?? []), line]);
  }
  return new Set([...seen.values()].filter((same) => same.length > 1).flat());
}
