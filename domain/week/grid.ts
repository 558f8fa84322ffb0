import { DAY, startOfDay } from '../base/clock';
import { titleOf } from '../batch/title';
import { lessonsOverlap } from '../line/clash';
import { usesOf, type ClassInUse, type Use } from './class-in-use';

/** A lesson in a row of the grid. */
export interface GridLesson extends Pick<ClassInUse, 'batchId' | 'batchTitle' | 'sectionId'> {
  title: string;
  startsAt: number;
  endsAt: number;
  /** Another class needs the same room or person at that time. */
  clash: boolean;
}

/** A room, or a person, in one week. */
export interface GridRow {
  name: string;
  /** Monday to Sunday, each day's lessons by their beginning. */
  days: GridLesson[][];
}

type Used = GridLesson & { index: number };

/** The rooms or the people that these classes use in the week that begins at `monday`, by name. */
export function weekGrid(classes: readonly ClassInUse[], by: Use['kind'], monday: number): GridRow[] {
  const rows = new Map<string, { name: string; lessons: Used[] }>();
  for (const [index, one] of classes.entries()) {
    const { batchId, batchTitle, sectionId, lessons } = one;
    const shown = {
      title: titleOf(one),
      batchId,
      batchTitle,
      ...(sectionId === undefined ? {} : { sectionId }),
      index,
    };
    const held = lessons.filter(lesson => !lesson.cancelled && isInWeek(lesson.startsAt, monday));
    for (const { kind, name, key } of held.length > 0 ? usesOf(one) : []) {
      if (kind !== by) continue;
      const row = rows.get(key) ?? { name, lessons: [] };
      rows.set(key, row);
      row.lessons.push(...held.map(({ startsAt, endsAt }) => ({ ...shown, startsAt, endsAt, clash: false })));
    }
  }
  return [...rows.values()]
    .map(({ name, lessons }) => ({ name, days: daysOf(lessons, monday) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

const isInWeek = (at: number, monday: number): boolean => at >= monday && at < monday + 7 * DAY;

const daysOf = (lessons: readonly Used[], monday: number): GridLesson[][] =>
  Array.from({ length: 7 }, (_, day) =>
    lessons
      .filter(({ startsAt }) => startOfDay(startsAt) === monday + day * DAY)
      .sort((a, b) => a.startsAt - b.startsAt)
      .map(({ index, ...lesson }) => ({
        ...lesson,
        clash: lessons.some(other => other.index !== index && lessonsOverlap(lesson, other)),
      })),
  );
