import type { Change } from './change';
import type { Lesson, NoticeKind } from '../model';
import { holdersOf, telling, type ChangeView, type Effect, type Neighbour } from './change-effect';
import { crowding } from '../batch/crowding';
import { lessonsOverlap, schedulesClash } from '../line/clash';
import { heldLessons, nextLessonAt } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import { namesIn, sharedNames } from '../people/names';
import { refuse, type Refused } from '../base/refuse';
import { titleOf } from '../batch/title';
import { sameName } from '../people/person-name';
import { sameWords } from '../base/written';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const MOST_WARNINGS = 5;

/**
 * Changes the room for all lessons that are still to come, or only what is known of its size. How many one room holds
 * says nothing of another one.
 */
export function changePlace(
  view: ChangeView,
  { place, roomCapacity }: Of<'place'>,
): Effect | Refused<'NOTHING_CHANGES' | 'ROOM_TOO_SMALL'> {
  const { section } = view;
  const { roomCapacity: before = 0, capacity } = section;
  const isSame = place === section.place;
  const after = roomCapacity ?? (isSame ? before : 0);
  if (isSame && after === before) return refuse('NOTHING_CHANGES');
  const crowded = crowding({ capacity, roomCapacity: after });
  if (crowded?.refused) return refuse('ROOM_TOO_SMALL', { text: crowded.text });
  const size = { section: { roomCapacity: after }, warnings: crowded ? [crowded.text] : [] };
  const sizes = [before, after].map(people => (people > 0 ? `${people} 人` : '未知')) as [string, string];
  if (isSame)
    return {
      summary: `场地容量由${sizes[0]}改为${sizes[1]}`,
      before: sizes[0],
      after: sizes[1],
      ...size,
      tell: [],
      affected: [],
    };
  const moved = otherDetail(view, 'place', place, {
    word: isLecture(section) ? '地点' : '上课地点',
    kind: 'PLACE_CHANGED',
    taken: placeTaken,
  });
  return {
    ...moved,
    ...(after > 0 ? { summary: `${moved.summary}，场地容量 ${sizes[1]}` } : {}),
    section: { ...moved.section, ...(after === before ? {} : size.section) },
    warnings: [...moved.warnings, ...size.warnings],
  };
}

/** Changes the instructor. From now on the new one sees the roster. */
export const changeInstructor = (
  view: ChangeView,
  { instructor }: Of<'instructor'>,
): Effect | Refused<'NOTHING_CHANGES'> =>
  instructor === view.section.instructor
    ? refuse('NOTHING_CHANGES')
    : otherDetail(view, 'instructor', instructor, {
        word: isLecture(view.section) ? '主讲' : '讲师',
        kind: 'INSTRUCTOR_CHANGED',
        taken: instructorTaken,
      });

function otherDetail(
  { now, section, neighbours }: ChangeView,
  field: 'place' | 'instructor',
  after: string,
  how: { word: string; kind: NoticeKind; taken: typeof placeTaken },
): Effect & { summary: string } {
  const before = section[field];
  const text = `${how.word}由${before}改为${after}`;
  return {
    summary: text,
    before,
    after,
    section: { [field]: after },
    tell: telling(section, how.kind, holdersOf(section.line), {
      text,
      push: 'changed',
      lessonAt: nextLessonAt(section.lessons, now),
    }),
    affected: [],
    warnings: how.taken(after, toCome(section.lessons, now), neighbours),
  };
}

const toCome = (lessons: readonly Lesson[], now: number) => lessons.filter(lesson => lesson.endsAt > now);

const atThatTime = (lessons: readonly Lesson[], neighbours: readonly Neighbour[]) =>
  neighbours.filter(other => other.cancelledAt === undefined && schedulesClash(lessons, other.lessons));

/** Classes that use this room while one of these lessons takes place. */
export const placeTaken = (place: string, lessons: readonly Lesson[], neighbours: readonly Neighbour[]): string[] =>
  atThatTime(lessons, neighbours)
    .filter(other => sameWords(other.place, place))
    .map(other => `${place}在同一时间有${titleOf(other)}`)
    .slice(0, MOST_WARNINGS);

/** Classes that one of these instructors teaches while one of these lessons takes place. */
export const instructorTaken = (
  names: string,
  lessons: readonly Lesson[],
  neighbours: readonly Neighbour[],
): string[] =>
  atThatTime(lessons, neighbours)
    .flatMap(other => taughtBoth(names, taughtBy(other, lessons)).map(name => `${name}在同一时间要上${titleOf(other)}`))
    .slice(0, MOST_WARNINGS);

/** The names of those who give the lessons of this class that take place while one of these does. */
const taughtBy = ({ lessons, instructor }: Neighbour, during: readonly Lesson[]): string => {
  const there = heldLessons(lessons).filter(one => during.some(lesson => lessonsOverlap(one, lesson)));
  return [...new Set(there.map(lesson => lesson.by ?? instructor))].join('、');
};

/** The people of the first cell who are also in the second, as the first cell writes their names. */
const taughtBoth = (names: string, other: string): string[] => {
  const both = namesIn(names).filter(name => namesIn(other).some(theirs => sameName(name, theirs)));
  return both.length > 0 || sharedNames(names, other).length === 0 ? both : [names];
};
