import Papa from 'papaparse';
import { DAY, dayKey } from '../../domain/base/clock';
import { titleOf } from '../../sample/batch';
import { readSheet, type SheetRow } from '../../sample/sheet';
import { COMING } from './worlds';
import type { Stage } from './stage';

/** The next batch has the same classes, later by this much, when those of the first batch are over. */
const LATER = 16 * 7 * DAY;

/** 永川's course sheet for the next batch, as staff have it on their desk. */
export function nextSheet(stage: Stage, change: (row: SheetRow, index: number) => SheetRow = row => row) {
  const sections = stage.sample.collections.sections.filter(one => one.batchId === COMING);
  const rows = readSheet().map((row, i) => ({
    ...row,
    开课日期: dayKey(sections[i]!.lessons[0]!.startsAt + LATER),
  }));
  const text = `\uFEFF${Papa.unparse(rows.map(change))}`;
  return {
    title: titleOf(rows[0]!.开课日期, '二'),
    fileName: `${rows[0]!.开课日期.slice(0, 4)}惠工课堂课程表.csv`,
    bytes: Buffer.from(text),
  };
}

/**
 * The sheet as it arrives at a desk, with three faults: a room given twice, a capacity that is no number, a place
 * without a room.
 */
export const sheetWithFaults = (stage: Stage) =>
  nextSheet(stage, (row, i) => {
    if (i === 2) return { ...row, 名额: '三十左右' };
    if (i === 3) return { ...row, 上课地点: '职工服务中心培训楼205茶艺室' };
    return i === 4 ? { ...row, 上课地点: '职工服务中心', 讲师: '' } : row;
  });
