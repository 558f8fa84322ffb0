import { instructorTaken } from './change-details';
import { holdersOf, telling, type ChangeView, type Effect } from './change-effect';
import { lessonToCome, lessonWords, shortNotice } from './change-lessons';
import type { Change } from './change';
import type { Lesson, Section } from '../model';
import { isRefused, refuse, type Refused } from '../base/refuse';
import { isNamed } from '../people/names';
import { standsIn } from '../people/own';
import { kindWords, lessonTitle } from '../batch/kind-words';
import { isLecture } from '../lesson/lecture';
import { nameKey, personName } from '../people/person-name';

type Asked = Extract<Change, { kind: 'substitute' }>;

/**
 * 代课: another instructor gives one lesson. They get its roll and its code until the lesson is closed
 * (`domain/people/own.ts`), and nothing else of the class.
 */
export function substitute(
  view: ChangeView,
  asked: Asked,
): Effect | Refused<'LESSON_NOT_FOUND' | 'LESSON_OVER' | 'NOTHING_CHANGES' | 'SUBSTITUTE_WRONG'> {
  const { now, section, neighbours, instructors } = view;
  const { lessonIndex } = asked;
  const lesson = lessonToCome(section, lessonIndex, now);
  if (isRefused(lesson)) return lesson;
  const by = personName(asked.by);
  if (nameKey(by) === nameKey(lesson.by ?? '')) return refuse('NOTHING_CHANGES');
  if (isNamed(by, section.instructor))
    return refuse('SUBSTITUTE_WRONG', {
      text: isLecture(section) ? `${by}就是这场讲座的主讲` : `${by}就是这个班的讲师，不用代课`,
    });
  const standing = instructors.filter(one => standsIn(one, { by }));
  if (by !== '' && standing.length === 0)
    return refuse('SUBSTITUTE_WRONG', { text: `没有叫${by}的讲师，请先在“人员”里邀请，或者核对名字` });

  const after = by || section.instructor;
  const talk = isLecture(section);
  const which = `${kindWords(section).lesson(lessonIndex)}（${lessonWords(lesson)}）`;
  const text = by ? `${which}由${by}${talk ? '主讲' : '代课'}` : `${which}仍由${after}${talk ? '主讲' : '上课'}`;
  const tell = { push: 'changed', lessonAt: lesson.startsAt } as const;
  const before = instructors.filter(one => standsIn(one, lesson));
  return {
    summary: text,
    before: lesson.by ?? section.instructor,
    after,
    section: { lessons: section.lessons.map((one, index) => (index === lessonIndex ? givenBy(one, by) : one)) },
    tell: [
      ...telling(section, 'SUBSTITUTE', holdersOf(section.line), { text, ...tell }),
      ...telling(section, 'STANDS_IN', idsOf(standing), { text: invitation(section, lessonIndex, lesson), ...tell }),
      ...telling(section, 'STANDS_IN', idsOf(before), {
        text: `${which}不用您代了`,
        ...tell,
      }),
    ],
    affected: [],
    warnings: [
      ...(standing.length > 1 ? [`有 ${standing.length} 位讲师叫${by}，都看得到${kindWords(section).one}的点名`] : []),
      ...instructorTaken(after, [lesson], neighbours),
      ...shortNotice(section, lesson.startsAt, now),
    ],
  };
}

const idsOf = (people: ChangeView['instructors']) => people.map(({ _id }) => ({ memberId: _id }));

const invitation = (section: Section, lessonIndex: number, lesson: Lesson): string =>
  `请您代${lessonTitle(section, lessonIndex)}：${lessonWords(lesson)}，${section.place}。到时候在“我教的班”里点名`;

const givenBy = ({ by: _before, ...lesson }: Lesson, by: string): Lesson => (by ? { ...lesson, by } : lesson);
