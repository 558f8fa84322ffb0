import { strToU8, zipSync } from 'fflate';

/**
 * Makes .xlsx files by hand, so that they can hold what a writer would not write: merged blocks, formulas with and
 * without a value, dates of any format, hidden tabs, foreign prefixes.
 */
export type RawCell =
  | string
  | number
  | null
  | { serial: number; format: string }
  | { formula: string; value?: string | number }
  | { error: string }
  | { inline: string };

export interface RawSheet {
  name: string;
  rows: RawCell[][];
  /** `A1:F1` */
  merges?: string[];
  hidden?: boolean;
  /** Excel's numbers, from 1. */
  hiddenRows?: number[];
  /** Letters. */
  hiddenColumns?: string[];
  /** Excel's numbers of rows that are struck through from end to end. */
  struckRows?: number[];
}

export interface RawOptions {
  /** A prefix for every element, as some programs write: `x:row`. */
  prefix?: string;
  /** Leaves out the addresses of cells and rows. */
  bare?: boolean;
  date1904?: boolean;
  /** Further parts of the archive. */
  more?: Record<string, Uint8Array>;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Behind all the styles of formats. */
const STRUCK_STYLE = 40;

export function xlsx(sheets: RawSheet[], { prefix = '', bare = false, date1904 = false, more = {} }: RawOptions = {}) {
  const p = prefix === '' ? '' : `${prefix}:`;
  const ns = `xmlns${prefix === '' ? '' : `:${prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  const strings: string[] = [];
  const formats: string[] = [];
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const stringOf = (text: string): number => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const cellXml = (cell: RawCell, address: string, struck: boolean): string => {
    const at = `${bare ? '' : ` r="${address}"`}${struck ? ` s="${STRUCK_STYLE}"` : ''}`;
    if (cell === null) return bare ? `<${p}c/>` : '';
    if (typeof cell === 'number') return `<${p}c${at}><${p}v>${cell}</${p}v></${p}c>`;
    if (typeof cell === 'string') return `<${p}c${at} t="s"><${p}v>${stringOf(cell)}</${p}v></${p}c>`;
    if ('serial' in cell) return `<${p}c${at} s="${styleOf(cell.format)}"><${p}v>${cell.serial}</${p}v></${p}c>`;
    if ('error' in cell) return `<${p}c${at} t="e"><${p}f>A1/0</${p}f><${p}v>${cell.error}</${p}v></${p}c>`;
    if ('inline' in cell)
      return `<${p}c${at} t="inlineStr"><${p}is><${p}t>${escape(cell.inline)}</${p}t></${p}is></${p}c>`;
    const type = typeof cell.value === 'string' ? ' t="str"' : '';
    const value = cell.value === undefined ? '' : `<${p}v>${escape(String(cell.value))}</${p}v>`;
    return `<${p}c${at}${type}><${p}f>${escape(cell.formula)}</${p}f>${value}</${p}c>`;
  };
  const columnXml = (letter: string): string => {
    const number = [...letter].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0);
    return `<${p}col min="${number}" max="${number}" width="9" hidden="1"/>`;
  };
  const columnsXml = (hidden: string[]): string =>
    hidden.length === 0 ? '' : `<${p}cols>${hidden.map(columnXml).join('')}</${p}cols>`;
  const sheetXml = ({ rows, merges = [], hiddenRows = [], hiddenColumns = [], struckRows = [] }: RawSheet): string =>
    `<?xml version="1.0" encoding="UTF-8"?><${p}worksheet ${ns}>${columnsXml(hiddenColumns)}<${p}sheetData>${rows
      .map(
        (row, index) =>
          `<${p}row${bare ? '' : ` r="${index + 1}"`}${hiddenRows.includes(index + 1) ? ' hidden="1"' : ''}>${row
            .map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, struckRows.includes(index + 1)))
            .join('')}</${p}row>`,
      )
      .join('')}</${p}sheetData>${
      merges.length === 0
        ? ''
        : `<${p}mergeCells>${merges.map(ref => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`
    }</${p}worksheet>`;

  const bodies = sheets.map(sheetXml);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><${p}workbook ${ns} xmlns:r="${relations}"><${p}workbookPr${date1904 ? ' date1904="1"' : ''}/><${p}sheets>${sheets
      .map(
        ({ name, hidden }, index) =>
          `<${p}sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, index) => {
        const target = index % 2 === 0 ? `worksheets/sheet${index + 1}.xml` : `/xl/worksheets/sheet${index + 1}.xml`;
        return `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="${target}"/>`;
      })
      .join(
        '',
      )}<Relationship Id="s" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><${p}sst ${ns}>${strings
      .map(text => `<${p}si><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}si>`)
      .join('')}</${p}sst>`,
    'xl/styles.xml': `<?xml version="1.0"?><${p}styleSheet ${ns}><${p}numFmts>${formats
      .map((format, index) => `<${p}numFmt numFmtId="${164 + index}" formatCode="${escape(format)}"/>`)
      .join(
        '',
      )}</${p}numFmts><${p}fonts><${p}font><${p}strike val="0"/></${p}font><${p}font><${p}strike/></${p}font></${p}fonts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs><${p}xf numFmtId="0"/>${formats
      .map((_, index) => `<${p}xf numFmtId="${164 + index}"/>`)
      .join(
        '',
      )}${`<${p}xf numFmtId="0"/>`.repeat(STRUCK_STYLE - 1 - formats.length)}<${p}xf numFmtId="0" fontId="1"/></${p}cellXfs></${p}styleSheet>`,
  };
  bodies.forEach((body, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = body));
  return zipSync({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    ...more,
  });
}

/** The serial number under which Excel keeps a day. */
export const serial = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
