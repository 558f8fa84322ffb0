import type { Change } from './change';
import { promotedBy, reopening, telling, whoMoves, type ChangeView, type Effect } from './change-effect';
import { crowding } from '../batch/crowding';
import { takesAnybody } from '../lesson/lecture';
import { nextLessonAt } from '../lesson/held-lessons';
import { isFrozen } from '../line/place';
import { refuse, type Refused } from '../base/refuse';
import { seatsChanged, withChanges } from '../line/seats-then';
import { seatedIn, waitingIn, wouldUnseat } from '../line/line';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/**
 * Changes the number of seats. With more, the line moves up and those who do are told. It never goes below the number
 * of people who have a seat, nor up to far more than the room holds.
 */
export function changeCapacity(
  { now, batch, section }: ChangeView,
  { capacity }: Of<'capacity'>,
): Effect | Refused<'NOTHING_CHANGES' | 'CAPACITY_BELOW_SEATED' | 'ROOM_TOO_SMALL'> {
  const seated = seatedIn(section);
  if (capacity === section.capacity) return refuse('NOTHING_CHANGES');
  if (wouldUnseat(section, capacity))
    return refuse('CAPACITY_BELOW_SEATED', { text: `已有 ${seated} 人入座，名额不能再少` });
  const after = { ...section, capacity };
  const crowded = crowding(after);
  if (crowded?.refused && capacity > section.capacity) return refuse('ROOM_TOO_SMALL', { text: crowded.text });
  const up = promotedBy(section, after);
  return {
    summary: `名额从 ${section.capacity} 改为 ${capacity}`,
    before: `${section.capacity}`,
    after: `${capacity}`,
    section: {
      capacity,
      ...reopening(section, after, now),
      ...withChanges(section, [seatsChanged(section, now)]),
    },
    batch: { capacity: batch.capacity + capacity - section.capacity },
    tell: telling(section, 'PROMOTED', up, { push: 'promoted', lessonAt: nextLessonAt(section.lessons, now) }),
    affected: whoMoves(section, after),
    warnings: [
      ...(crowded ? [crowded.text] : []),
      ...(isFrozen(section, now) && up.length > 0 ? [`已过递补冻结时间，仍会有 ${up.length} 位候补入座`] : []),
    ],
  };
}

/** Changes the length of the waiting list. It never goes below the number of people who wait. */
export function changeWaitlist(
  { now, section }: ChangeView,
  { waitlistLimit }: Of<'waitlist'>,
): Effect | Refused<'NOTHING_CHANGES' | 'WAITLIST_BELOW_WAITING' | 'NO_WAITLIST_HERE'> {
  const waiting = waitingIn(section);
  if (waitlistLimit === section.waitlistLimit) return refuse('NOTHING_CHANGES');
  if (takesAnybody(section) && waitlistLimit > 0) return refuse('NO_WAITLIST_HERE');
  if (waitlistLimit < waiting)
    return refuse('WAITLIST_BELOW_WAITING', { text: `已有 ${waiting} 人在候补，候补名额不能再少` });
  return {
    summary: `候补名额从 ${section.waitlistLimit} 改为 ${waitlistLimit}`,
    before: `${section.waitlistLimit}`,
    after: `${waitlistLimit}`,
    section: { waitlistLimit, ...reopening(section, { ...section, waitlistLimit }, now) },
    tell: [],
    affected: [],
    warnings: [],
  };
}
