import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importPriceList } from '../../../src/core/price-list/import.ts';
import { ListRefusal } from '../../../src/core/price-list/reasons.ts';
import { unzipWorkbook } from '../../../src/core/price-list/xlsx/unzip.ts';
import { fixture, importFixture } from './fixture.ts';

const refusal = async (bytes: Uint8Array): Promise<unknown> => {
  const result = await importPriceList(bytes, 'x');
  return result.status === 'refused' ? { code: result.reason.code, ...result.reason.params } : result.status;
};

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Writes a size into every header of the archive that names `name`, in its directory and before its data. */
function declare(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const patched = bytes.slice();
  const view = new DataView(patched.buffer);
  for (let at = 0; at < patched.length - 46; at++) {
    const signature = view.getUint32(at, true);
    const [nameAt, sizeAt] = signature === 0x02014b50 ? [46, 24] : signature === 0x04034b50 ? [30, 22] : [0, 0];
    if (nameAt === 0) continue;
    const found = new TextDecoder().decode(patched.subarray(at + nameAt, at + nameAt + name.length));
    if (found === name) view.setUint32(at + sizeAt, size, true);
  }
  return patched;
}

describe('files that are refused', () => {
  test.each([
    ['encrypted.xlsx', 'list-file-encrypted', {}],
    ['calc-encrypted.pdf', 'list-file-encrypted', {}],
    ['corrupt-truncated.xlsx', 'list-file-corrupt', {}],
    ['bomb.xlsx', 'list-file-bomb', { megabytes: 100 }],
    ['calc-nl.xls', 'list-file-unsupported', { kind: 'xls' }],
    ['calc-nl.ods', 'list-file-unsupported', { kind: 'ods' }],
    ['calc-without-text.pdf', 'list-pdf-without-text', {}],
  ])('%s: %s', async (name, code, params) => {
    expect(await importFixture(name)).toEqual({ status: 'refused', reason: { code, params } });
  });

  test('empty, blank, too large', async () => {
    expect(await refusal(new Uint8Array())).toEqual({ code: 'list-file-empty' });
    expect(await refusal(text(' \n;;\n'))).toEqual({ code: 'list-without-rows' });
    expect(await refusal(new Uint8Array(50 * 1024 * 1024 + 1))).toEqual({ code: 'list-file-too-large', megabytes: 50 });
  });

  test('what only bears the name of a list', async () => {
    expect(await refusal(text('<html><table><tr><td>1'))).toEqual({ code: 'list-file-unsupported', kind: 'html' });
    expect(await refusal(text('<?xml version="1.0"?><Workbook/>'))).toEqual({
      code: 'list-file-unsupported',
      kind: 'xml',
    });
    expect(await refusal(new Uint8Array([1, 2, 3, 4]))).toEqual({ code: 'list-file-unsupported', kind: 'binary' });
    expect(await refusal(zipSync({ 'a.txt': text('x') }))).toEqual({ code: 'list-file-unsupported', kind: 'zip' });
    expect(await refusal(text('%PDF-1.7'))).toEqual({ code: 'list-pdf-reader-missing' });
  });

  test('a damaged PDF', async () => {
    const bytes = fixture('calc-en-two-pages.pdf').slice(0, 3000);
    const { pdfReader } = await import('../../../src/core/price-list/pdf/pdfjs.ts');
    const result = await importPriceList(bytes, 'x.pdf', { readPdf: pdfReader() });
    expect(result).toEqual({ status: 'refused', reason: { code: 'list-file-corrupt', params: {} } });
  });

  test('a workbook whose parts are no XML', async () => {
    const parts = { 'xl/workbook.xml': text('<workbook><sheets>'), 'xl/_rels/workbook.xml.rels': text('no') };
    expect(await refusal(zipSync(parts))).toEqual({ code: 'list-file-corrupt' });
  });
});

describe('archives', () => {
  test('are inflated whole when they are sound', () => {
    const { names, parts } = unzipWorkbook(fixture('macros.xlsm'));
    expect(names.has('xl/vbaProject.bin')).toBe(true);
    expect([...parts.keys()].filter((name) => !/\.(xml|rels)$/.test(name))).toEqual([]);
    expect(parts.get('xl/worksheets/sheet2.xml')?.length).toBeGreaterThan(1000);
  });

  const code = (bytes: Uint8Array, limit?: number): string => {
    try {
      return `${unzipWorkbook(bytes, limit).parts.size} parts`;
    } catch (error) {
      return error instanceof ListRefusal ? error.reason.code : String(error);
    }
  };

  test('that declare too much are not begun', () => {
    expect(code(fixture('calc-it-sections.xlsx'), 1000)).toBe('list-file-bomb');
  });

  test('that declare less than comes out are given up where the lie shows', () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(code(declare(fixture('bomb.xlsx'), 'xl/sharedStrings.xml', 500))).toBe('list-file-corrupt');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('that declare more than comes out, or hide a part, are corrupt', () => {
    const sound = fixture('calc-it-sections.xlsx');
    expect(code(declare(sound, 'xl/styles.xml', 9999))).toBe('list-file-corrupt');
    expect(code(sound)).toMatch(/parts$/);
  });
});
