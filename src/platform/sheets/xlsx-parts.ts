import { xmlText } from './xlsx-values.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

export const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** What Excel takes for a sheet's name: at most 31 characters, and none that has a meaning in a reference. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'|'$/g, ' ')
    .slice(0, 31)
    .trim() || '1';

/** Up to the first row. The header stays in view. */
export function sheetHead(widths: readonly number[], rightToLeft: boolean): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const direction = rightToLeft ? ' rightToLeft="1"' : '';
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${direction}>${pane}</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
}

/** Excel's own forms, and those that are told below, which count from 164. */
const [GENERAL, AS_TEXT, SHORT_DATE, INSTANT, FIRST_CURRENCY] = [0, 49, 14, 164, 165];

/**
 * How cells look, in the order of the places that `xlsx.ts` names: plain, header, text, text that would be a formula, date in
 * the reader's own form, instant, then one for each currency.
 */
export function styles(currencies: readonly { readonly currency: string; readonly digits: number }[]): string {
  const forms = [
    `<numFmt numFmtId="${INSTANT}" formatCode="yyyy-mm-dd hh:mm:ss"/>`,
    ...currencies.map(({ currency, digits }, i) => {
      const code = `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''} "${currency}"`;
      return `<numFmt numFmtId="${FIRST_CURRENCY + i}" formatCode="${xmlText(code)}"/>`;
    }),
  ];
  const cells = [
    look(GENERAL),
    look(AS_TEXT, 'fontId="1" applyFont="1"'),
    look(AS_TEXT),
    look(AS_TEXT, 'fontId="0" quotePrefix="1"'),
    look(SHORT_DATE),
    look(INSTANT),
    ...currencies.map((_, i) => look(FIRST_CURRENCY + i)),
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${forms.length}">${forms.join('')}</numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const look = (form: number, more = 'fontId="0"'): string =>
  `<xf numFmtId="${form}" ${more} fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
