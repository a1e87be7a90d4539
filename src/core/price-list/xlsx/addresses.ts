const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`;
/** Comments are passed over; what they hold is no cell. */
const ROW_OR_CELL = new RegExp(`<!--[\\s\\S]*?-->|<((?:\\w+:)?)(row|c)((?=[\\s/>])${ATTRIBUTES})>`, 'g');
const ADDRESS = /\sr\s*=\s*["']\$?([A-Z]*)\$?(\d+)["']/;

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * A sheet's XML with an address on each row and cell. The format lets a program leave them out: then a row follows the row
 * before it, and a cell the cell before it. The readers of values know only addresses.
 */
export function withAddresses(xml: string): string {
  let [row, column] = [0, 0];
  return xml.replaceAll(ROW_OR_CELL, (tag, prefix: string | undefined, name: string, attributes: string) => {
    if (prefix === undefined) return tag;
    const [, letters = '', digits = ''] = ADDRESS.exec(attributes) ?? [];
    if (name === 'row') {
      [row, column] = [digits === '' ? row + 1 : Number(digits), 0];
      return digits === '' ? `<${prefix}row r="${row}"${attributes}>` : tag;
    }
    column = letters === '' ? column + 1 : numberOf(letters);
    return letters === '' ? `<${prefix}c r="${lettersOf(column)}${row}"${attributes}>` : tag;
  });
}
