import { textCell, type Cell, type Grid, type SheetGrid, type SheetProblem } from '../../domain/sheet/grid';
import { CELLS_LIMIT, MERGES_LIMIT, STRINGS_LIMIT, TABS_LIMIT } from '../../domain/sheet/limits';
import { problemOf, TooMuch } from './problems';
import { dateKindsOf } from './date-formats';
import { isStrike, struckStylesOf } from './strikes';
import { readTable } from './table';
import { readXml } from './xml';
import { pathOf, unzipText } from './zip';
import { unescape } from './unescape';

const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedstrings\.xml|worksheets\/[^/]+\.xml)$/;

/** Reads an .xlsx (from Excel, WPS or a program) as grids in the order of its tabs, hidden ones too. */
export function readXlsx(bytes: Uint8Array, fileName: string): Grid | SheetProblem {
  try {
    const parts = unzipText(bytes, path => PARTS.test(path));
    const workbook = parts.get('xl/workbook.xml');
    // It is another kind of archive: a .docx, a .zip of pictures, an .ods.
    if (workbook === undefined) return problemOf('OTHER_KIND');
    const { sheets, date1904 } = tabsOf(workbook);
    const targets = targetsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
    if (sheets.length > TABS_LIMIT) throw new TooMuch('工作表', TABS_LIMIT);
    const context = {
      room: { cells: CELLS_LIMIT, merges: MERGES_LIMIT, merged: CELLS_LIMIT },
      ...stringsOf(parts.get('xl/sharedstrings.xml')),
      struckStyles: struckStylesOf(parts.get('xl/styles.xml')),
      dateKinds: dateKindsOf(parts.get('xl/styles.xml')),
      date1904,
    };
    const grids = sheets
      .map(({ name, relation, hidden }): SheetGrid | undefined => {
        const xml = parts.get(targets.get(relation) ?? '');
        return xml === undefined
          ? undefined
          : { name, ...readTable(xml, context), ...(hidden ? { hidden: true as const } : {}) };
      })
      .filter(grid => grid !== undefined);
    return grids.length === 0 ? problemOf('EMPTY') : { fileName, sheets: grids };
  } catch (error) {
    if (error instanceof TooMuch) return { code: 'TOO_MUCH', problem: error.message };
    // Whatever is wrong inside a file, staff can only save it again.
    return problemOf('BROKEN');
  }
}

interface Tab {
  name: string;
  relation: string;
  hidden: boolean;
}

function tabsOf(xml: string): { sheets: Tab[]; date1904: boolean } {
  const sheets: Tab[] = [];
  let date1904 = false;
  readXml(xml, {
    open(tag, { name = '', id = '', state, date1904: flag }) {
      if (tag === 'sheet') sheets.push({ name, relation: id, hidden: state !== undefined && state !== 'visible' });
      if (tag === 'workbookPr') date1904 = flag === '1' || flag === 'true';
    },
  });
  return { sheets, date1904 };
}

/** Relation id → path inside the archive. */
function targetsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, pathOf(/^[/\\]/.test(Target) ? Target : `xl/${Target}`));
    },
  });
  return targets;
}

/**
 * Shared strings, and which of them are entirely struck through. The reading aids of Japanese and Chinese (`rPh`) are
 * not part of the text.
 */
function stringsOf(xml: string | undefined): { strings: Cell[]; struckStrings: Set<number> } {
  const strings: Cell[] = [];
  const struckStrings = new Set<number>();
  let text = '';
  let struckText = '';
  let inText = false;
  let aside = false;
  let struck = false;
  if (xml === undefined) return { strings, struckStrings };
  readXml(xml, {
    open(tag, attributes) {
      if (tag === 'si') text = struckText = '';
      if (tag === 'r') struck = false;
      if (isStrike(tag, attributes)) struck = true;
      if (tag === 'rPh') aside = true;
      inText = tag === 't' && !aside;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (struck) struckText += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      if (tag === 'r') struck = false;
      if (tag === 'rPh') aside = false;
      if (tag !== 'si') return;
      if (text.trim() !== '' && text.trim() === struckText.trim()) struckStrings.add(strings.length);
      strings.push(textCell(unescape(text)));
      if (strings.length > STRINGS_LIMIT) throw new TooMuch('文字', STRINGS_LIMIT);
    },
  });
  return { strings, struckStrings };
}
