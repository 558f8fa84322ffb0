import { dayKey } from '../base/clock';
import { keysIn } from '../people/names';
import { wordsKey } from '../base/written';
import { isLecture } from '../lesson/lecture';
import type { OfferedSection } from '../model';

/**
 * Finds classes that were written one lesson per row, and returns the rows of each. These rows have the same course, 班次
 * (or none) and instructor, one lesson each, on several days. Lectures, and classes of one lesson with a 班次 of their own,
 * are not among them.
 */
export function lessonRows<R extends { draft: OfferedSection }>(rows: readonly R[]): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const { course, name, instructor, lessons } = row.draft;
    if (lessons.length !== 1 || isLecture(row.draft)) continue;
    const people = keysIn(instructor).sort().join(' ') || wordsKey(instructor);
    const key = [wordsKey(course), wordsKey(name), people].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter(group => new Set(group.map(daysOf)).size > 1);
}

const daysOf = ({ draft }: { draft: OfferedSection }): string =>
  draft.lessons.map(({ startsAt }) => dayKey(startsAt)).join();
