import { describe, expect, test } from 'vitest';
import { MOST_LINES, parsePasted } from '../../../../src/core/paste/parse.ts';

const first = (text: string) => parsePasted(text).lines.map(({ readings }) => readings[0]);
const one = (text: string) => first(text)[0];

describe('a line in words', () => {
  test.each([
    ['12 x WP490G2', 'WP490G2', 12],
    ['12x WP490G2', 'WP490G2', 12],
    ['12 × WP490G2', 'WP490G2', 12],
    ['12× WP490G2', 'WP490G2', 12],
    ['12 X WP490G2', 'WP490G2', 12],
    ['12 WP490G2', 'WP490G2', 12],
    ['12 pcs WP490G2', 'WP490G2', 12],
    ['12 pcs. WP490G2', 'WP490G2', 12],
    ['12 Stück W-AIR Sync Plus', 'W-AIR Sync Plus', 12],
    ['12 Stk. W-AIR Sync Plus', 'W-AIR Sync Plus', 12],
    ['3 uds. Vision', 'Vision', 3],
    ['12: WP490G2', 'WP490G2', 12],
    ['- 12 x WP490G2', 'WP490G2', 12],
    ['• 12 x WP490G2', 'WP490G2', 12],
    ['> 12 x WP490G2', 'WP490G2', 12],
    ['WP490G2 (12)', 'WP490G2', 12],
    ['WP490G2 [12]', 'WP490G2', 12],
    ['W-AIR Sync Plus (12 Stk.)', 'W-AIR Sync Plus', 12],
    ['WP490G2 (x12)', 'WP490G2', 12],
    ['WP490G2 x 12', 'WP490G2', 12],
    ['WP490G2 x12', 'WP490G2', 12],
    ['WP490G2 × 12', 'WP490G2', 12],
    ['WP490G2: 12', 'WP490G2', 12],
    ['WP490G2 - 12', 'WP490G2', 12],
    ['WP490G2, 12', 'WP490G2', 12],
    ['WP490G2 = 12 pcs', 'WP490G2', 12],
    ['WP490G2 12', 'WP490G2', 12],
    ['HW-WP490G2 12 pcs', 'HW-WP490G2', 12],
    ['Gerät Größe Ä (7)', 'Gerät Größe Ä', 7],
  ])('%s', (text, name, quantity) => {
    expect(one(text)).toEqual({ name, quantity });
  });

  test.each(['WP490G2', 'Vision', '0 x Vision', '1.000 x Vision', '123456 x Vision'])(
    '%s has no quantity that is certain',
    (text) => {
      expect(parsePasted(text).lines[0]?.readings.every(({ quantity }) => quantity === undefined)).toBe(true);
    },
  );

  test('a name that ends in a number keeps both readings', () => {
    expect(parsePasted('FXS Gateway 4').lines[0]?.readings).toEqual([
      { name: 'FXS Gateway', quantity: 4 },
      { name: 'FXS Gateway 4' },
    ]);
    expect(parsePasted('2 x FXS Gateway 4').lines[0]?.readings[0]).toEqual({ name: 'FXS Gateway 4', quantity: 2 });
  });
});

describe('a line in columns', () => {
  test.each([
    ['tabs', 'HW-WP490G2\t12', 'HW-WP490G2', 12],
    ['tabs, the quantity first', '12\tHW-WP490G2', 'HW-WP490G2', 12],
    ['semicolons', 'HW-WP490G2;12', 'HW-WP490G2', 12],
    ['bars', '| HW-WP490G2 | 12 |', 'HW-WP490G2', 12],
    ['quotes', '"HW-WP490G2";"12"', 'HW-WP490G2', 12],
    ['decimals', 'HW-WP490G2;12,00', 'HW-WP490G2', 12],
    ['a unit', 'HW-WP490G2;12 pcs', 'HW-WP490G2', 12],
    ['a price beside it', 'HW-WP490G2;12;6,45 €', 'HW-WP490G2', 12],
    ['commas', 'HW-WP490G2,12', 'HW-WP490G2', 12],
    ['commas, the quantity first', '12,HW-WP490G2', 'HW-WP490G2', 12],
    ['commas and quotes', '"HW-WP490G2","12","6,45"', 'HW-WP490G2', 12],
    ['commas and a price', 'HW-WP490G2,12,€6.45', 'HW-WP490G2', 12],
    ['a separator within quotes', '"HW-WP490G2; black";12', 'HW-WP490G2; black', 12],
    ['a mark of inches', 'Screen 7";12', 'Screen 7"', 12],
    ['empty cells', '\tHW-WP490G2\t\t12', 'HW-WP490G2', 12],
  ])('%s', (_, text, name, quantity) => {
    expect(one(text)).toEqual({ name, quantity });
  });

  test('SKU and name are both tried', () => {
    expect(parsePasted('HW-WP490G2\tWP490G2\t12').lines[0]?.readings).toEqual([
      { name: 'HW-WP490G2', quantity: 12 },
      { name: 'WP490G2', quantity: 12 },
    ]);
  });

  test.each(['HW-WP490G2,12,5', 'HW-WP490G2 12,5', 'HW-WP490G2;12,5', '12,5 HW-WP490G2'])(
    '%s: a comma between digits may be a decimal one, so there is no quantity',
    (text) => {
      expect(parsePasted(text).lines[0]?.readings.filter(({ quantity }) => quantity !== undefined)).toEqual([]);
    },
  );

  test('a name with a comma is tried as a whole, too', () => {
    expect(parsePasted('2 x Cable, black 3 m').lines[0]?.readings).toContainEqual({
      name: 'Cable, black 3 m',
      quantity: 2,
    });
  });

  test('two numbers that could be the quantity are none', () => {
    const [line] = parsePasted('HW-WP490G2\t12\t6').lines;
    expect(line?.readings.every(({ quantity }) => quantity === undefined)).toBe(true);
  });

  test('headings say which column counts, and are no product', () => {
    const list = parsePasted('Pos;Artikelnummer;Menge;Einzelpreis\n1;HW-WP490G2;12;6\n2;HW-VISION;3;10');
    expect(list.headings).toEqual(['Pos;Artikelnummer;Menge;Einzelpreis']);
    expect(list.lines.map(({ readings }) => readings)).toEqual([
      [{ name: 'HW-WP490G2', quantity: 12 }],
      [{ name: 'HW-VISION', quantity: 3 }],
    ]);
  });

  test('a first column that counts the lines is no quantity', () => {
    expect(first('1\tHW-WP490G2\t12\n2\tHW-VISION\t3')).toEqual([
      { name: 'HW-WP490G2', quantity: 12 },
      { name: 'HW-VISION', quantity: 3 },
    ]);
  });
});

describe('the list as a whole', () => {
  test('empty lines, lines of signs and line ends of all kinds are passed over', () => {
    expect(first('12 x A1\r\n\r\n-----\r3 x B2\n')).toEqual([
      { name: 'A1', quantity: 12 },
      { name: 'B2', quantity: 3 },
    ]);
    expect(parsePasted('').lines).toEqual([]);
    expect(parsePasted(' \n\t\n').lines).toEqual([]);
  });

  test('invisible signs of a mail do no harm', () => {
    expect(one('\u200b12\u00a0x\u00a0WP490G2\u200b')).toEqual({ name: 'WP490G2', quantity: 12 });
  });

  test('a list that is too long says so', () => {
    const list = parsePasted('1 x A\n'.repeat(MOST_LINES + 1));
    expect(list.lines).toHaveLength(MOST_LINES);
    expect(list.tooLong).toBe(true);
  });

  test('long lines take no time', () => {
    const begun = performance.now();
    parsePasted(`${'x '.repeat(5000)}\n${'1 '.repeat(5000)}\n${'(('.repeat(5000)}`);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
