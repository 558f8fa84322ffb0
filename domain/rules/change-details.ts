import type { Change } from '../contract/change';
import type { Lesson } from '../model';
import { everybodyIn, telling, type ChangeView, type Effect, type Neighbour } from './change-effect';
import { schedulesClash } from './clash';
import { nextLessonAt } from './held-lessons';
import { refuse, type Refused } from './refuse';
import { titleOf } from './title';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

const MOST_WARNINGS = 5;

/** Another room, for all lessons that are still to come. */
export function changePlace(
  { now, section, neighbours }: ChangeView,
  { place }: Of<'place'>,
): Effect | Refused<'NOTHING_CHANGES'> {
  if (place === section.place) return refuse('NOTHING_CHANGES');
  const text = `上课地点由${section.place}改为${place}`;
  return {
    summary: text,
    before: section.place,
    after: place,
    section: { place },
    tell: telling(section, 'PLACE_CHANGED', everybodyIn(section), {
      text,
      push: 'changed',
      lessonAt: nextLessonAt(section.lessons, now),
    }),
    affected: [],
    warnings: placeTaken(place, toCome(section.lessons, now), neighbours),
  };
}

/** Another instructor: from now on it is this one who sees the roster. */
export function changeInstructor(
  { now, section, neighbours }: ChangeView,
  { instructor }: Of<'instructor'>,
): Effect | Refused<'NOTHING_CHANGES'> {
  if (instructor === section.instructor) return refuse('NOTHING_CHANGES');
  const text = `讲师由${section.instructor}改为${instructor}`;
  return {
    summary: text,
    before: section.instructor,
    after: instructor,
    section: { instructor },
    tell: telling(section, 'INSTRUCTOR_CHANGED', everybodyIn(section), {
      text,
      push: 'changed',
      lessonAt: nextLessonAt(section.lessons, now),
    }),
    affected: [],
    warnings: instructorTaken(instructor, toCome(section.lessons, now), neighbours),
  };
}

const toCome = (lessons: readonly Lesson[], now: number) => lessons.filter(lesson => lesson.endsAt > now);

const atThatTime = (lessons: readonly Lesson[], neighbours: readonly Neighbour[]) =>
  neighbours.filter(other => other.cancelledAt === undefined && schedulesClash(lessons, other.lessons));

/** Classes that have this room while one of these lessons takes place. */
export const placeTaken = (place: string, lessons: readonly Lesson[], neighbours: readonly Neighbour[]): string[] =>
  atThatTime(lessons, neighbours)
    .filter(other => other.place === place)
    .map(other => `${place}在同一时间有${titleOf(other)}`)
    .slice(0, MOST_WARNINGS);

/** Classes that this instructor gives while one of these lessons takes place. */
export const instructorTaken = (name: string, lessons: readonly Lesson[], neighbours: readonly Neighbour[]): string[] =>
  atThatTime(lessons, neighbours)
    .filter(other => other.instructor === name)
    .map(other => `${name}在同一时间要上${titleOf(other)}`)
    .slice(0, MOST_WARNINGS);
