import { dateText, timeText } from '../../domain/base/clock';
import type { Outgoing } from '../../domain/model';
import { titleOf } from '../../domain/batch/title';
import type { LessonOf } from './lesson-of';

/**
 * The notice for somebody who was lent a seat. It is written together with the lending.
 *
 * @param told whom this sweep has told already: seats of several lessons lent at once ring the phone once, and cost one consent
 */
export const lentOutgoing = (
  { section, lesson, roll }: LessonOf,
  to: string | null,
  now: number,
  told: ReadonlySet<string> = new Set(),
): Outgoing | undefined =>
  to === null
    ? undefined
    : {
        _id: `lent-${roll._id}-${to}-${now}`,
        kind: 'LENT',
        sectionId: section._id,
        batchId: section.batchId,
        title: titleOf(section),
        text: `${dateText(lesson.startsAt)} ${timeText(lesson.startsAt)} 有人请假，这一次课的座位留给您。来不了请让给下一位，不影响候补。`,
        to: [{ memberId: to }],
        push: told.has(to) ? null : 'promoted',
        lessonAt: lesson.startsAt,
        createdAt: now,
        doneAt: null,
      };
