import { isLecture } from '../lesson/lecture';
import type { OfferedSection } from '../model';

type Named = Pick<OfferedSection, 'course' | 'name' | 'kind'>;

/**
 * Names the sections of a course that have no 班次: 一班, 二班, … A single one is 一班. Lectures are 第一场, 第二场, …, and a single
 * one has no name but its course's. Rows that still have errors count too, so that no class changes its name once they are
 * mended.
 */
export function nameUnnamed(drafts: readonly Named[]): void {
  const counts = new Map<string, number>();
  const taken = new Set(drafts.map(draft => `${draft.course} ${draft.name}`));
  for (const draft of drafts) {
    if (isLecture(draft) && drafts.filter(other => other.course === draft.course).length === 1) continue;
    while (draft.name === '') {
      const count = (counts.get(draft.course) ?? 0) + 1;
      counts.set(draft.course, count);
      const name = isLecture(draft) ? `第${chinese(count)}场` : `${chinese(count)}班`;
      if (!taken.has(`${draft.course} ${name}`)) draft.name = name;
    }
  }
}

const chinese = (number: number): string => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (number >= 100) return String(number);
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[number % 10] ?? ''}`;
};
