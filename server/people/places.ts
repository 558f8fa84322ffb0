import { ABSENCE_DAYS } from '../../domain/line/phone-words';
import { lectureMark } from '../../domain/lesson/lecture';
import { titleOrGone } from '../../domain/batch/title';
import { absencesOf } from '../attendance/absences';
import { read, readMany } from '../base/database';
import { noteLook } from '../record/note-look';
import type { Run } from '../base/door';
import { batchesOfHolds } from '../batch/recent-batches';
import { placesIn } from '../line/places-of';

/**
 * A person's places in every class that is still running or ended lately, and the absences that count, for staff who
 * answer the telephone. The look is on the record.
 */
export const places: Run<'staff.places'> = async ({ input: { memberId }, memberId: by, now }) => {
  await noteLook(by, memberId, now);
  const [standing, missed] = await Promise.all([read('standings', memberId), absencesOf(memberId, ABSENCE_DAYS, now)]);
  const holds = standing?.holds ?? [];
  const [places, classes] = await Promise.all([
    holds.length === 0 ? [] : batchesOfHolds(holds, now).then(batches => placesIn(batches, holds, memberId)),
    readMany('sections', [...new Set(missed.map(one => one.sectionId))]),
  ]);
  return {
    places,
    absences: missed
      .sort((a, b) => b.startsAt - a.startsAt)
      .map(({ sectionId, lessonIndex, startsAt }) => {
        const section = classes.find(one => one._id === sectionId);
        return { title: titleOrGone(section), ...lectureMark(section ?? {}), lessonIndex, startsAt };
      }),
  };
};
