import { SECOND } from '../base/clock';
import { refuse, type Refused } from '../base/refuse';
import { refuseByClock } from '../batch/phase';
import { titleOf } from '../batch/title';
import { lectureMark } from '../lesson/lecture';
import { isFinished, lessonsEndAt } from '../lesson/held-lessons';
import { keyOf } from '../line/entry';
import { indexOf, isFull } from '../line/line';
import type { Notice, Section } from '../model';

/** Somebody who wants to know when a full class takes newcomers again. */
export interface Follower {
  memberId: string;
  at: number;
}

/**
 * `classFollows`: the people who follow one full class. `_id` = `sectionId`. It is removed when they have been told, and
 * when nobody can join the class any more.
 */
export interface ClassFollow {
  _id: string;
  sectionId: string;
  batchId: string;
  people: Follower[];
  /** The instant at which everybody in it is told; `null` until the class has room. From then on nobody is added. */
  tellAt: number | null;
}

/** Classes that one person follows. It is looked up and no invariant. */
export const MOST_FOLLOWED = 10;
/** People who follow one class, so that all of them can be told at one instant. */
export const MOST_FOLLOWERS = 1_000;
/**
 * The notices are written within this time and shown to everybody at its end, so that nobody reads theirs earlier. It is
 * longer than it takes to write MOST_FOLLOWERS of them.
 */
export const TELL_AFTER_MS = 10 * SECOND;

type Line = Pick<Section, 'line' | 'lineCount' | 'capacity' | 'waitlistLimit'>;
type Hours = Pick<Section, 'mode' | 'opensAt' | 'closesAt' | 'cancelledAt' | 'reopensAt' | 'laterAt' | 'lessons'>;

export type FollowRefusal = 'SECTION_CANCELLED' | 'NOT_OPEN' | 'CLOSED' | 'IN_LINE_YOURSELF' | 'ROOM_LEFT';

/**
 * May this person follow the class? Only a class that is open and full and has a lesson to come can be followed, by those
 * who are not in its line.
 */
export function refuseFollow(section: Line & Hours, memberId: string, now: number): Refused<FollowRefusal> | undefined {
  if (section.cancelledAt !== undefined) return refuse('SECTION_CANCELLED');
  const byClock = refuseByClock(section, now);
  if (byClock) return byClock;
  if (isFinished(section, now)) return refuse('CLOSED', { closesAt: lessonsEndAt(section.lessons) });
  if (indexOf(section, memberId) >= 0) return refuse('IN_LINE_YOURSELF');
  return isFull(section) ? undefined : refuse('ROOM_LEFT');
}

/** True if every newcomer may join now. In the minutes that belong to first-timers it is not yet true. */
export const takesNewcomers = (section: Omit<Line, 'line'> & Hours, now: number): boolean =>
  !takesNobody(section, now) &&
  refuseByClock(section, now) === undefined &&
  now >= section.reopensAt &&
  now >= (section.laterAt ?? 0) &&
  !isFull(section);

/** True if nobody can join the class any more, whatever happens in its line. */
export const takesNobody = (section: Omit<Hours, 'reopensAt' | 'laterAt'>, now: number): boolean =>
  section.cancelledAt !== undefined || refuseByClock(section, now)?.refused === 'CLOSED' || isFinished(section, now);

/** Whoever stands in the line follows the class no longer. */
export const inLine = ({ line }: Pick<Section, 'line'>): string[] => line.map(keyOf);

/** The notice to each follower who is not in the line. All have the same instant; their ids follow from it. */
export function roomNotices(
  { people }: Pick<ClassFollow, 'people'>,
  section: Pick<Section, '_id' | 'batchId' | 'kind' | 'course' | 'name' | 'line'>,
  tellAt: number,
): Notice[] {
  const there = new Set(inLine(section));
  return people
    .filter(({ memberId }) => !there.has(memberId))
    .map(({ memberId }) => ({
      _id: `room-${section._id}-${tellAt}-${memberId}`,
      memberId,
      kind: 'ROOM_AGAIN',
      sectionId: section._id,
      batchId: section.batchId,
      title: titleOf(section),
      ...lectureMark(section),
      text: '刚空出位置，先到先得，可能很快又满',
      createdAt: tellAt,
      readAt: null,
    }));
}
