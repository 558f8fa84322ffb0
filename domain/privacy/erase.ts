import { DAY, SECOND } from '../base/clock';
import { lastOf } from '../base/last-of';
import type { Erasure, PendingAbsence, Section } from '../model';
import { heldLessons } from '../lesson/held-lessons';
import { hasWait } from '../line/line';

/**
 * From the beginning of an erasure until its last sweep. Within it every call that was under way when it began has ended:
 * the longest runs for 60 s (`tell`). Nobody who is being erased can begin anew before it is over.
 */
export const QUIET_MS = 75 * SECOND;

/** How long is remembered, of somebody who is gone, what would else be shed by leaving and coming back. */
export const REMEMBERED_MS = 90 * DAY;

/**
 * What becomes of somebody's place in a line.
 * - LEAVE: given up as any other, so that who comes next moves up and is told.
 * - AWAY: the line does not move any more; the seat stays, without a person, and is lent for each lesson still to come.
 * - KEPT: the class is over; the line is history.
 */
export type Fate = 'LEAVE' | 'AWAY' | 'KEPT';

export function fateOf(
  section: Pick<Section, 'lessons' | 'freezeAt' | 'capacity' | 'line'>,
  memberId: string,
  now: number,
): Fate {
  const held = heldLessons(section.lessons);
  if (held.length > 0 && held.every(lesson => lesson.endsAt <= now)) return 'KEPT';
  const waits = hasWait(section, memberId);
  // As `decideDrop` has it: a wait can be left at any time, a seat until the line is frozen.
  const until = section.freezeAt ?? held[held.length - 1]?.startsAt;
  return waits || until === undefined || now < until ? 'LEAVE' : 'AWAY';
}

/** By then every lesson is closed, by staff or by the night. */
const CLOSED_WITHIN_MS = 9 * DAY;

/**
 * The classes of somebody who is being erased in which a closing may still find an absence: a lesson has begun that can
 * be open, or a seat given up now is given up late and may stay empty at the next one.
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

/** What is still remembered of somebody who was erased: 0 absences and no earlier place for who was not, or long ago. */
export function remembered(
  erasure: Erasure | null,
  days: number,
  now: number,
): { absences: number; cameBefore: boolean } {
  if (!erasure || now >= erasure.forgetAt) return { absences: 0, cameBefore: false };
  return {
    absences: erasure.missed.filter(at => at > now - days * DAY).length,
    cameBefore: erasure.cameBefore,
  };
}
