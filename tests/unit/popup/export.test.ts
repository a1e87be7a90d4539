import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { RUN_COLUMNS, type RunCell, runTable } from '../../../src/core/run-table.ts';
import { csvWriter, separatorOf } from '../../../src/platform/sheets/csv.ts';
import { xlsxWriter } from '../../../src/platform/sheets/xlsx.ts';
import { instant, runOf } from '../core/run-record.ts';

const HOSTILE = [
  '=HYPERLINK("https://evil.example";"x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=1\n2',
  '＝1+1',
  'a;b,"c"\nd',
  ' padded ',
  '0012345678901234',
  '1E5',
  '<b>&amp;</b>',
  'שלום טלקום, סניף 3',
  'شركة الاتصالات',
  '💡',
];

const runs: RunRecord[] = [
  runOf(
    HOSTILE.map((serial, n) => ({
      key: `k${n}`,
      serial,
      mac: '00:11:22:33:44:55',
      model: 'WP480',
      pbx: 'Office',
      step: 'accepted',
      agreedAt: instant('10:05'),
      notShownAt: instant('10:16'),
    })),
    { by: '=Ann', customer: { key: 'x', name: 'חברת ״אלפא״' }, stopped: { code: 'page-left' } },
  ),
  runOf([{ key: 'B', serial: 'B', step: 'not-converted' }], { id: 'r2', trial: true }),
];

const table = runTable(runs, {
  column: (column) => `[${column}]`,
  kind: (trial) => (trial ? 'trial' : 'conversion'),
  outcome: (outcome) => outcome,
  reason: ({ code }) => code,
});
const plain = (cell: RunCell): string => (typeof cell === 'object' ? cell.at : (cell ?? ''));
const told = table.rows.map((row) => row.map(plain));

test('a row per device, with what is known of it and of its run', () => {
  expect(table.header).toEqual(RUN_COLUMNS.map((column) => `[${column}]`));
  expect(told).toHaveLength(HOSTILE.length + 1);
  expect(told[1]).toEqual([
    'r1',
    'conversion',
    '=Ann',
    instant('10:00'),
    'חברת ״אלפא״',
    'Office',
    '+1+1',
    '00:11:22:33:44:55',
    'WP480',
    'not-shown',
    instant('10:05'),
    '',
    instant('10:16'),
    'page-left',
  ]);
  expect(told.at(-1)?.filter((cell) => cell !== '')).toEqual([
    'r2',
    'trial',
    instant('10:00'),
    'ACME',
    'B',
    'not-converted',
  ]);
});

describe.each([';', ','] as const)('CSV separated by %s', async (separator) => {
  const writer = csvWriter(table.header, separator);
  writer.add(table.rows);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writer.end().arrayBuffer());
  const read = Papa.parse<string[]>(text.slice(1), { delimiter: separator }).data;

  test('begins with the mark of UTF-8 and holds every row', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(read).toHaveLength(told.length + 1);
    expect(read.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝])/, '')))).toEqual(told);
  });

  test('has no cell that a spreadsheet would calculate', () => {
    expect(read.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    expect(read.flat().filter((cell) => cell.startsWith("'"))).toHaveLength(HOSTILE.length + 8);
  });
});

test.each([
  ['de', ';'],
  ['fr', ';'],
  ['en-GB', ','],
  ['he', ','],
] as const)('in %s cells are separated by %s', (language, separator) => {
  expect(separatorOf(language)).toBe(separator);
});

describe('XLSX', () => {
  const written = (): Promise<ArrayBuffer> => {
    const writer = xlsxWriter({ header: table.header, widths: [], name: 'Conversions', rightToLeft: true });
    writer.add(table.rows);
    return writer.end().arrayBuffer();
  };
  const rows = async () => {
    const [sheet] = await readXlsxFile(Buffer.from(await written()), { trim: false });
    return sheet?.data ?? [];
  };

  test('holds what the table holds: texts as texts, instants as dates', async () => {
    const [header, ...data] = await rows();
    expect(header).toEqual(table.header);
    const texts = data.map((row) => row.map((cell, n) => (cell instanceof Date ? RUN_COLUMNS[n] : (cell ?? ''))));
    expect(texts).toEqual(
      table.rows.map((row) => row.map((cell, n) => (typeof cell === 'object' ? RUN_COLUMNS[n] : (cell ?? '')))),
    );
    const dates = data.flat().filter((cell) => cell instanceof Date);
    const instants = table.rows.flat().flatMap((cell) => (typeof cell === 'object' ? [Date.parse(cell.at)] : []));
    expect(dates).toHaveLength(instants.length);
    // Excel counts in days, with a fraction that has no millisecond exactly.
    expect(dates.filter((date, n) => Math.abs(date.getTime() - (instants[n] ?? 0)) > 1)).toEqual([]);
    expect(data[0]?.[3]).toBeInstanceOf(Date);
    expect(data.map((row) => typeof row[6])).toEqual(data.map(() => 'string'));
  });

  test('has no formula in it', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const parts = unzipSync(new Uint8Array(await written()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('rightToLeft="1"');
    expect(sheet).not.toContain('<f>');
  });
});
