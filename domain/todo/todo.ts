import type { LessonSums } from '../attendance/attendance';
import type { Missing } from '../draft/instructor-hints';
import type { MessageTrouble, Section } from '../model';
import type { Clash } from '../week/clashes';

/** The first of a list, and how long the whole list is. */
export interface FirstOf<T> {
  some: T[];
  count: number;
}

/** A lesson that is over and not closed. */
export interface LessonToConfirm {
  section: Pick<Section, 'kind' | 'course' | 'name'> & { sectionId: string };
  lesson: Pick<LessonSums, 'lessonIndex' | 'startsAt' | 'unmarked' | 'absent'>;
}

/** A class for which many people wait. */
export interface LongLine extends Pick<Section, 'course' | 'name' | 'batchId' | 'capacity'> {
  sectionId: string;
  waiting: number;
}

/** 待办: everything that waits for staff. */
export interface Todo {
  appeals: { count: number; oldestAt: number | null };
  /** The oldest first. */
  lessons: FirstOf<LessonToConfirm>;
  /** Messages of these kinds cannot be sent. */
  troubles: MessageTrouble[];
  /** Instructors of classes with lessons to come who have not come in. */
  missing: FirstOf<Missing>;
  clashes: FirstOf<Clash>;
  wishes: { held: number; overdue: number };
  /** The longest first. */
  lines: FirstOf<LongLine>;
  /** Classes whose group needs a new code, the oldest first; absent in older answers. */
  groupCodes?: FirstOf<Pick<Section, 'course' | 'name' | 'batchId'> & { sectionId: string; at: number }>;
  /** The last changed first. */
  drafts: FirstOf<{ draftId: string; title: string; formerTitle?: string; updatedAt: number }>;
}

export const firstOf = <T>(all: readonly T[], most: number): FirstOf<T> => ({
  some: all.slice(0, most),
  count: all.length,
});

export const isAllDone = (todo: Todo): boolean =>
  todo.appeals.count +
    todo.lessons.count +
    todo.troubles.length +
    todo.missing.count +
    todo.clashes.count +
    todo.wishes.held +
    todo.wishes.overdue +
    todo.lines.count +
    (todo.groupCodes?.count ?? 0) +
    todo.drafts.count ===
  0;
