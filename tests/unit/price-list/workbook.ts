import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '../../../src/core/price-list/table.ts';

/** A cell as it stands in the sheet's XML: a text, a number, or the element's own attributes and content. */
export type RawCell = string | number | null | { readonly attributes?: string; readonly content: string };

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges?: readonly string[];
}

const escaped = (text: string): string => text.replace(/[<&"]/g, (character) => `&#${character.charCodeAt(0)};`);

function cell(value: RawCell, ref: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  return `<c r="${ref}" ${value.attributes ?? ''}>${value.content}</c>`;
}

function sheetXml({ rows, merges = [] }: RawSheet): string {
  const body = rows.map((row, r) => {
    const cells = row.map((value, c) => cell(value, `${columnLetters(c)}${r + 1}`)).join('');
    return `<row r="${r + 1}">${cells}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${body.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook that holds what a test is about; whole files of real programs are in the fixtures. */
export function workbook(...sheets: readonly RawSheet[]): Uint8Array {
  const listed = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`);
  const related = sheets.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${related.join('')}</Relationships>`),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(sheetXml(sheet));
  });
  return zipSync(parts);
}
