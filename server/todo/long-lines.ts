import { longLine } from '../../domain/line/long-line';
import type { Section } from '../../domain/model';
import type { LongLine } from '../../domain/todo/todo';

type Lined = Pick<
  Section,
  '_id' | 'batchId' | 'course' | 'name' | 'capacity' | 'waitlistLimit' | 'lineCount' | 'lessons'
>;

/** The classes for which many wait, the longest line first. */
export const longLines = (sections: readonly Lined[], now: number): LongLine[] =>
  sections
    .map(section => ({ ...section, waiting: longLine(section, now) }))
    .filter(one => one.waiting > 0)
    .sort((a, b) => b.waiting - a.waiting)
    .map(({ _id: sectionId, batchId, course, name, capacity, waiting }) => ({
      sectionId,
      batchId,
      course,
      name,
      capacity,
      waiting,
    }));
