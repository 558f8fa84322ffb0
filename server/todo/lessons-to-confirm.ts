import { lessonSums } from '../../domain/attendance/attendance';
import { needsClosing } from '../../domain/attendance/to-confirm';
import type { Section } from '../../domain/model';
import { kindOf } from '../../domain/lesson/lecture';
import { emptyRoll, rollIdOf } from '../../domain/roll/roll';
import type { FirstOf, LessonToConfirm } from '../../domain/todo/todo';
import { _, findOnly, PAGE, readMany } from '../base/database';

/** The most lessons in one answer, because their rolls are read with every mark. */
const MOST = 60;

type Dated = Pick<Section, '_id' | 'lessons' | 'cancelledAt'>;
interface Due {
  sectionId: string;
  lessonIndex: number;
  rollId: string;
  startsAt: number;
}

/** The lessons of these classes that are over and not closed, the oldest first. Three operations, or none. */
export async function lessonsToConfirm(sections: readonly Dated[], now: number): Promise<FirstOf<LessonToConfirm>> {
  const open = await notClosed(sections.flatMap(section => dueIn(section, now)));
  const first = open.sort((a, b) => a.startsAt - b.startsAt).slice(0, MOST);
  const [lines, rolls] = await Promise.all([
    readMany('sections', [...new Set(first.map(one => one.sectionId))]),
    readMany(
      'rolls',
      first.map(one => one.rollId),
    ),
  ]);
  const some = first.flatMap(({ sectionId, lessonIndex, rollId }): LessonToConfirm[] => {
    const section = lines.find(one => one._id === sectionId);
    const lesson = section?.lessons[lessonIndex];
    if (!section || !lesson) return [];
    const roll = rolls.find(one => one._id === rollId) ?? emptyRoll(section, lessonIndex, lesson);
    const { startsAt, unmarked, absent } = lessonSums(section, roll, lesson);
    return [
      {
        section: { sectionId, ...kindOf(section), course: section.course, name: section.name },
        lesson: { lessonIndex, startsAt, unmarked, absent },
      },
    ];
  });
  return { some, count: open.length };
}

const dueIn = (section: Dated, now: number): Due[] =>
  section.lessons.flatMap((lesson, lessonIndex) =>
    needsClosing(section, lesson, now)
      ? [
          {
            sectionId: section._id,
            lessonIndex,
            rollId: rollIdOf(section._id, lessonIndex),
            startsAt: lesson.startsAt,
          },
        ]
      : [],
  );

async function notClosed(due: readonly Due[]): Promise<Due[]> {
  const closed = new Set<string>();
  for (let begin = 0; begin < due.length; begin += PAGE) {
    const ids = due.slice(begin, begin + PAGE).map(one => one.rollId);
    for (const roll of await findOnly('rolls', { _id: _.in(ids), closedAt: _.neq(null) }, ['_id']))
      closed.add(roll._id);
  }
  return due.filter(one => !closed.has(one.rollId));
}
