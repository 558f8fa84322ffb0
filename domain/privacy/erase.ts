import { DAY, SECOND } from '../base/clock';
import { lastOf } from '../base/last-of';
import type { Erasure, LineEntry, PendingAbsence, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { attendeeOf, isSameEntry } from '../line/entry';
import { isWait } from '../line/line';

/**
 * The time from the beginning of an erasure until its last sweep. By then every call that was under way at the
 * beginning has ended, because the longest runs for 60 s (`tell`). Until then nobody who is being erased can start
 * again.
 */
export const QUIET_MS = 75 * SECOND;

/**
 * How long absences and earlier places of a person who is gone are remembered. Otherwise leaving and coming back would
 * clear them.
 */
export const REMEMBERED_MS = 90 * DAY;

/**
 * What happens to a place in a line when one of the people whom it names is gone.
 * - LEAVE: it is given up like any other, so that the next person moves up and is told.
 * - AWAY: the line does not move any more. The seat stays, without a person, and is lent for each lesson still to come.
 * - KEPT: nothing. The class is over, and the line is history. Or only the holder is gone after the line stopped moving,
 *   and the attendee still comes.
 */
export type Fate = 'LEAVE' | 'AWAY' | 'KEPT';

export function fateOf(
  section: Pick<Section, 'lessons' | 'freezeAt' | 'capacity' | 'line'>,
  entry: LineEntry,
  memberId: string,
  now: number,
): Fate {
  const held = heldLessons(section.lessons);
  if (held.length > 0 && held.every(lesson => lesson.endsAt <= now)) return 'KEPT';
  const waits = isWait(
    section,
    section.line.findIndex(one => isSameEntry(one, entry)),
  );
  // Same rule as in `decideDrop`: a wait can be left at any time, a seat until the line is frozen.
  const until = section.freezeAt ?? held[held.length - 1]?.startsAt;
  if (waits || until === undefined || now < until) return 'LEAVE';
  return attendeeOf(entry) === memberId ? 'AWAY' : 'KEPT';
}

/** This long after a lesson it has been closed, by staff or by the nightly job. */
const CLOSED_WITHIN_MS = 9 * DAY;

/**
 * The classes in which a closing may still find an absence of somebody who is being erased. Either a lesson has begun
 * whose roll may still be open. Or a seat that is given up now is late and may stay empty at the next lesson.
 */
export function unsettledIn(
  sections: readonly Pick<Section, '_id' | 'lessons' | 'dropUntil'>[],
  aliasIn: (sectionId: string) => string,
  now: number,
): PendingAbsence[] {
  return sections.flatMap(({ _id: sectionId, lessons, dropUntil }) => {
    const held = heldLessons(lessons);
    const next = held.find(lesson => lesson.startsAt > now);
    const open = held.filter(lesson => lesson.startsAt <= now && now < lesson.endsAt + CLOSED_WITHIN_MS);
    const last = lastOf([...open, ...(next && now >= dropUntil ? [next] : [])]);
    return last ? [{ sectionId, alias: aliasIn(sectionId), until: last.endsAt + CLOSED_WITHIN_MS }] : [];
  });
}

/**
 * The rest that is remembered of a person: the beginnings of the lessons that they missed, and whether they came
 * before. Without an erasure, or long after one, that is nothing.
 */
export function remembered(
  erasure: Erasure | null,
  days: number,
  now: number,
): { missed: number[]; cameBefore: boolean } {
  if (!erasure || now >= erasure.forgetAt) return { missed: [], cameBefore: false };
  return {
    missed: erasure.missed.filter(at => at > now - days * DAY),
    cameBefore: erasure.cameBefore,
  };
}
