import type { Outgoing } from '../../domain/model';
import { lessonOn, tomorrowId, tomorrowOf } from '../../domain/telling/remind';
import { lectureMark } from '../../domain/lesson/lecture';
import { titleOf } from '../../domain/batch/title';
import { addOnce } from '../base/add-once';
import { _, find, findOnly } from '../base/database';
import { deliverTomorrow } from './deliver-tomorrow';
import { tellNewcomers } from './tell-newcomers';

/**
 * 明天上课: in the evening, once for each class with a lesson tomorrow, and later for each person who takes a seat. Two
 * operations a minute if everybody has been told. What is not told by `until` is told in the next minutes.
 */
export async function remindTomorrow(now: number, until: number): Promise<number> {
  const day = tomorrowOf(now);
  if (!day) return 0;
  // Finds classes with a lesson before tomorrow's end and one after its beginning. The rule decides which lesson it is.
  const onDay = _.and([{ 'lessons.startsAt': _.gte(day.from) }, { 'lessons.startsAt': _.lt(day.until) }]);
  const sections = await findOnly('sections', onDay, [
    'batchId',
    'kind',
    'course',
    'name',
    'lessons',
    'cancelledAt',
    'line',
    'capacity',
  ]);
  const wanted = sections.flatMap(section => {
    const found = lessonOn(section, day);
    return found ? [{ section, ...found, _id: tomorrowId(section._id, found.lesson.startsAt) }] : [];
  });
  if (wanted.length === 0) return 0;
  const found = await find('outbox', { _id: _.in(wanted.map(one => one._id)) });
  const begun = new Map(found.map(outgoing => [outgoing._id, outgoing]));
  let told = 0;
  for (const { _id, section, lesson, isFirst } of wanted) {
    if (Date.now() >= until) break;
    const before = begun.get(_id);
    // An outgoing that is not done will be told to everybody who has a seat by then.
    if (before?.doneAt != null) await tellNewcomers(before, section, now);
    if (before) continue;
    const outgoing: Outgoing = {
      _id,
      kind: isFirst ? 'TOMORROW' : 'NEXT_LESSON',
      sectionId: section._id,
      batchId: section.batchId,
      title: titleOf(section),
      ...lectureMark(section),
      to: [],
      // The consent of that name is for the first lesson.
      push: isFirst ? 'tomorrow' : null,
      lessonAt: lesson.startsAt,
      createdAt: now,
      doneAt: null,
    };
    // The outgoing is written first, so that the next minutes can finish what a crash leaves.
    if (!(await addOnce('outbox', outgoing))) continue;
    await deliverTomorrow(outgoing, Date.now());
    told += 1;
  }
  return told;
}
