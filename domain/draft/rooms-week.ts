import { DAY, dayKey, startOfDay, startOfWeek } from '../base/clock';
import type { BatchDraft, Lesson } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { lessonsOverlap } from '../line/clash';
import { placeKey } from '../sheet/check';
import type { TakenBy } from './taken';
import { titleOf } from '../batch/title';

/** A lesson of a class in a room on a day. */
export interface RoomLesson extends Pick<Lesson, 'startsAt' | 'endsAt'> {
  title: string;
  /** The batch in which the class is published; absent for a class of the draft. */
  batchTitle?: string;
  /** True if another lesson is in the room at the same time and at least one of the two belongs to the draft. */
  clash: boolean;
}

export interface RoomWeek {
  room: string;
  /** Monday to Sunday, each day's lessons by their beginning. */
  days: RoomLesson[][];
}

type Used = Omit<RoomLesson, 'clash'>;
type Rooms = Map<string, { room: string; lessons: Used[] }>;
type Drafted = Pick<BatchDraft, 'sections'>;

/** The published classes in the rooms of the draft. The rooms' week needs no others. */
export function inRoomsOf<T extends Pick<TakenBy, 'place'>>({ sections }: Drafted, taken: readonly T[]): T[] {
  const rooms = new Set(sections.map(section => placeKey(section.place)));
  return taken.filter(other => placeKey(other.place) !== '' && rooms.has(placeKey(other.place)));
}

/**
 * The lessons in each of the draft's rooms in the week that begins at `monday`. A room without lessons has seven empty
 * days.
 */
export function roomsWeek(draft: Drafted, taken: readonly TakenBy[], monday: number): RoomWeek[] {
  return [...roomsOf(draft, taken).values()].map(({ room, lessons }) => ({
    room,
    days: Array.from({ length: 7 }, (_, at) => {
      const today = lessons.filter(({ startsAt }) => startOfDay(startsAt) === monday + at * DAY);
      return today.map(lesson => ({ ...lesson, clash: isClash(lesson, lessons) }));
    }),
  }));
}

/**
 * The Mondays of the weeks from the draft's first lesson to its last. `first` is the index of the week to show first:
 * the first week with a clash.
 */
export function weeksOf(draft: Drafted, taken: readonly TakenBy[]): { mondays: number[]; first: number } {
  const starts = draft.sections.flatMap(section => heldLessons(section.lessons).map(lesson => lesson.startsAt));
  if (starts.length === 0) return { mondays: [], first: 0 };
  const begin = startOfWeek(Math.min(...starts));
  const count = Math.floor((Math.max(...starts) - begin) / (7 * DAY)) + 1;
  const mondays = Array.from({ length: count }, (_, week) => begin + week * 7 * DAY);
  const clashes = [...roomsOf(draft, taken).values()].flatMap(({ lessons }) =>
    lessons.filter(lesson => !lesson.batchTitle && isClash(lesson, lessons)).map(lesson => lesson.startsAt),
  );
  const first = clashes.length > 0 ? mondays.indexOf(startOfWeek(Math.min(...clashes))) : 0;
  return { mondays, first };
}

/** The seven days of a week, each like `2027-03-09`. */
export const daysOfWeek = (monday: number): string[] => Array.from({ length: 7 }, (_, at) => dayKey(monday + at * DAY));

function roomsOf({ sections }: Drafted, taken: readonly TakenBy[]): Rooms {
  const rooms: Rooms = new Map();
  for (const section of sections) {
    const key = placeKey(section.place);
    if (key !== '' && !rooms.has(key)) rooms.set(key, { room: section.place, lessons: [] });
  }
  const put = (place: string, lessons: readonly Lesson[], who: Pick<Used, 'title' | 'batchTitle'>) =>
    rooms
      .get(placeKey(place))
      ?.lessons.push(...heldLessons(lessons).map(({ startsAt, endsAt }) => ({ startsAt, endsAt, ...who })));
  for (const section of sections) put(section.place, section.lessons, { title: titleOf(section) });
  for (const other of taken) put(other.place, other.lessons, { title: titleOf(other), batchTitle: other.batchTitle });
  for (const { lessons } of rooms.values()) lessons.sort((a, b) => a.startsAt - b.startsAt);
  return rooms;
}

/** Two published classes in one room do not concern this draft. */
const isClash = (lesson: Used, all: readonly Used[]): boolean =>
  all.some(other => other !== lesson && !(other.batchTitle && lesson.batchTitle) && lessonsOverlap(lesson, other));
