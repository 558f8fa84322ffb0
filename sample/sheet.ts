import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** One row of the union's course sheet, as it is written there. */
export interface SheetRow {
  课程名称: string;
  班次: string;
  讲师: string;
  承办单位: string;
  上课地点: string;
  名额: string;
  场地容量: string;
  候补名额: string;
  开课日期: string;
  上课时间: string;
  课次: string;
  报名对象: string;
  自带: string;
  每次课的主题: string;
  备注: string;
}

const FILE = 'yongchuan-batch-1.csv';

/** The sheet beside this file. A bundle in dist/tools finds it at its own place. */
function sheetText(): string {
  const places = [join(__dirname, FILE), join(__dirname, '../../sample', FILE)];
  const found = places.find(existsSync);
  if (!found) throw new Error(`The sample sheet is missing: ${places.join(' or ')}`);
  return readFileSync(found, 'utf8');
}

/** Throws with the row's number if the file is no sheet. */
export function readSheet(text = sheetText()): SheetRow[] {
  const { data, errors } = Papa.parse<SheetRow>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  const first = errors[0];
  if (first) throw new Error(`${FILE}, row ${(first.row ?? 0) + 2}: ${first.message}`);
  return data;
}
