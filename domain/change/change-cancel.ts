import { holdersOf, placeWords, telling, type ChangeView, type Effect } from './change-effect';
import { lessonSpan } from './change-lessons';
import { kindWords } from '../batch/kind-words';
import { isLecture } from '../lesson/lecture';
import { nextLessonAt } from '../lesson/held-lessons';
import { seatsEnded, withChanges } from '../line/seats-then';
import { attendeeOf } from '../line/entry';
import { seatedIn, waitingIn } from '../line/line';

/**
 * Calls a whole class off, for good. Everybody is told, nobody is punished and limits are freed. The line is emptied
 * here, and the holds are given back right after. The record of who had the seats at lessons that took place is kept.
 * The class stays visible, as cancelled.
 */
export function cancelSection({ now, batch, section, neighbours }: ChangeView): Effect {
  const seated = seatedIn(section);
  const waiting = waitingIn(section);
  return {
    summary: `取消${isLecture(section) ? '整场讲座' : '整个班'}，${seated} 人有座位，${waiting} 人候补`,
    before: `名额 ${section.capacity}，候补 ${section.waitlistLimit}`,
    after: '已取消',
    section: {
      cancelledAt: now,
      capacity: 0,
      waitlistLimit: 0,
      line: [],
      lineCount: 0,
      clashIds: [],
      ...withChanges(section, seatsEnded(section, now)),
    },
    clashes: { begin: [], end: section.clashIds },
    batch: {
      capacity: batch.capacity - section.capacity,
      sectionCount: batch.sectionCount - 1,
      ...lessonSpan(batch, neighbours),
    },
    freed: section.line,
    tell: telling(section, 'SECTION_CANCELLED', holdersOf(section.line), {
      text: `${kindWords(section).it}取消了，您在本期的名额已退还，可以改报别的${isLecture(section) ? '' : '班'}`,
      push: 'changed',
      lessonAt: nextLessonAt(section.lessons, now),
    }),
    affected: section.line.map((entry, index) => ({
      memberId: attendeeOf(entry),
      text: `${placeWords(section, index)} → ${kindWords(section).thing}取消`,
    })),
    warnings: section.line.length > 0 ? ['取消以后不能恢复'] : [],
  };
}
