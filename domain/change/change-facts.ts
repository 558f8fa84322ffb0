import type { Change } from './change';
import { holdersOf, telling, type ChangeView, type Effect } from './change-effect';
import { shortNotice } from './change-lessons';
import { kindWords } from '../batch/kind-words';
import { isLecture } from '../lesson/lecture';
import { nextLessonAt } from '../lesson/held-lessons';
import { withTopic } from '../lesson/topics';
import { seated } from '../line/line';
import { refuse, type Refused } from '../base/refuse';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const NOTHING = '不用带东西';

/**
 * Changes what people bring. Those who have a seat find it in their inbox. Their phones do not ring, because the reminder
 * of the evening before says it again, and a consent to be told of changes is kept for a change of time or place.
 */
export function changeBring({ now, section }: ChangeView, { bring }: Of<'bring'>): Effect | Refused<'NOTHING_CHANGES'> {
  const before = section.bring ?? '';
  if (bring === before) return refuse('NOTHING_CHANGES');
  const lessonAt = nextLessonAt(section.lessons, now);
  return {
    summary: `自带由${before || NOTHING}改为${bring || NOTHING}`,
    before,
    after: bring,
    section: { bring },
    tell: telling(section, 'BRING_CHANGED', lessonAt === null ? [] : holdersOf(seated(section)), {
      text: bring ? `${isLecture(section) ? '来的时候' : '上课'}请自带：${bring}` : NOTHING,
      push: null,
      lessonAt,
    }),
    affected: [],
    warnings: lessonAt === null ? [] : shortNotice(section, lessonAt, now),
  };
}

/**
 * Changes the topic of one lesson, before or after it. Nobody is told: it is on the page of the class, and nobody has to
 * act on it.
 */
export function changeTopic(
  { section }: ChangeView,
  { lessonIndex, topic }: Of<'topic'>,
): Effect | Refused<'LESSON_NOT_FOUND' | 'NOTHING_CHANGES'> {
  const lesson = section.lessons[lessonIndex];
  if (!lesson) return refuse('LESSON_NOT_FOUND');
  const before = lesson.topic ?? '';
  if (topic === before) return refuse('NOTHING_CHANGES');
  return {
    summary: `${kindWords(section).lesson(lessonIndex)}的主题${before && `由${before}`}改为${topic || '没有'}`,
    before,
    after: topic,
    section: { lessons: section.lessons.map((one, index) => (index === lessonIndex ? withTopic(one, topic) : one)) },
    tell: [],
    affected: [],
    warnings: [],
  };
}
