import type { ReadTab, SheetAnswers, SheetQuestion } from './draft';
import type { Grid, SheetGrid } from './grid';
import { findHeader } from './headers';
import { isBlank, isHeaderAgain, lineOf } from './lines';
import { filled } from './merged';

/** The tabs of a file, each with the number of rows that look like a class. */
export const tabsOf = (grid: Grid): ReadTab[] =>
  grid.sheets.map(sheet => ({ name: sheet.name, hidden: sheet.hidden === true, sections: sectionsOf(sheet) }));

function sectionsOf(raw: SheetGrid): number {
  const sheet = filled(raw);
  const header = findHeader(sheet);
  if (!header) return 0;
  return sheet.rows
    .slice(header.bottom + 1)
    .filter(cells => !cells.every(isBlank) && !isHeaderAgain(cells, header) && lineOf(cells, header) === undefined)
    .length;
}

/**
 * The tab to read. If none was named, it is the first visible one with classes, then the first visible one with a
 * header, then the first hidden one with classes.
 */
export function chosenTab(grid: Grid, { sheet }: SheetAnswers, tabs: readonly ReadTab[] = tabsOf(grid)): number {
  const orders: ((tab: ReadTab, index: number) => boolean)[] = [
    tab => sheet !== undefined && tab.name === sheet,
    tab => !tab.hidden && tab.sections > 0,
    (tab, index) => !tab.hidden && hasHeader(grid.sheets[index]),
    tab => tab.sections > 0,
    tab => !tab.hidden,
  ];
  for (const fits of orders) {
    const index = tabs.findIndex(fits);
    if (index >= 0) return index;
  }
  return 0;
}

const hasHeader = (sheet: SheetGrid | undefined): boolean =>
  sheet !== undefined && findHeader(filled(sheet)) !== undefined;

/** Other tabs with classes, if nobody has decided about them yet. */
export function aboutTabs(tabs: readonly ReadTab[], chosen: number, answers: SheetAnswers): SheetQuestion[] {
  if (answers.sheet !== undefined && tabs[chosen]?.name === answers.sheet) return [];
  const courses = tabs.filter((tab, index) => tab.sections > 0 && (index === chosen || !tab.hidden || !answers.hidden));
  const asked = tabs[chosen]?.hidden ? courses.length > 0 : courses.length > 1;
  if (!asked) return [];
  const called = courses.map(
    ({ name, hidden, sections }) => `“${name}”${sections} 个班${hidden ? '（隐藏的工作表）' : ''}`,
  );
  const text =
    courses.length > 1
      ? `文件里有 ${courses.length} 张课程表：${called.join('，')}。一次导入一张，请选一张；别的一张可以接着导入，加在后面`
      : `只有隐藏的工作表里有课程：${called.join('，')}。要导入就请选它，或者在表里取消隐藏再上传`;
  return [{ about: 'sheets', sheets: courses, text }];
}
