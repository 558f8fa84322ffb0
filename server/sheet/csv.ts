import Papa from 'papaparse';
import { textCell, type Grid, type SheetProblem } from '../../domain/sheet/grid';
import { SHEET_COLUMNS_LIMIT, SHEET_ROWS_LIMIT } from '../../domain/sheet/limits';
import { problemOf } from './problems';

/** Excel on a Chinese Windows saves csv as GB18030, WPS and most others as UTF-8. Excel's "Unicode text" is UTF-16. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue; // not this encoding: the next one
    }
  return undefined;
}

/** Control characters that a picture or a program contains, but never a table. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Reads a csv with commas, semicolons or tabs. */
export function readCsv(bytes: Uint8Array, fileName: string): Grid | SheetProblem {
  const text = decode(bytes);
  if (text === undefined || BINARY.test(text)) return problemOf('OTHER_KIND');
  if (text.trim() === '') return problemOf('EMPTY');
  if (/^\s*(<!doctype|<html|<\?xml|%PDF)/i.test(text)) return problemOf('OTHER_KIND');
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '，'] });
  // An unpaired quote would swallow the classes below it.
  const odd = errors.find(error => error.type === 'Quotes');
  if (odd)
    return {
      code: 'BROKEN',
      problem: `第 ${(odd.row ?? 0) + 1} 行的双引号放得不对，分不清哪些字是一格。请去掉这一行的双引号，再上传`,
    };
  // The last line of a file ends with a line break, which Papa takes for one more row.
  while (data.length > 0 && data.at(-1)?.every(cell => cell.trim() === '')) data.pop();
  const rows = data
    .slice(0, SHEET_ROWS_LIMIT)
    .map(row => row.slice(0, SHEET_COLUMNS_LIMIT).map(cell => (cell.trim() === '' ? null : textCell(cell))));
  return { fileName, sheets: [{ name: '', rows, lastRow: data.length, merges: [] }] };
}
