import type { RollPerson, RollView, RollWaiting, ShownMark } from '../../domain/api';
import type { Lesson, Member, Section } from '../../domain/model';
import type { Mark, Roll } from '../../domain/roll/roll';
import { nameOn } from '../../domain/privacy/anonymous';
import { maskPhone } from '../../domain/base/mask';
import { isExpected, onRoll, stateIn, wasCalled, type OnRoll } from '../../domain/roll/on-roll';
import { isOwn, standsIn } from '../../domain/people/own';
import { isRefused } from '../../domain/base/refuse';
import { cameLate } from '../../domain/lesson/roll-times';
import { freeSeats } from '../../domain/roll/walk-in';
import { sectionCard } from '../batch/cards';
import { lessonOf, type LessonOf } from '../lesson/lesson-of';
import { membersOf } from '../people/members-of';
import { attendeeOf } from '../../domain/line/entry';
import { waiting as waitingOf } from '../../domain/line/line';

/** The most waiting people that are shown. More seats than that are never empty by surprise. */
const MOST_WAITING = 20;

/** The roll of a lesson with names, for instructors and staff. A deleted person keeps the place without a name. */
export async function rollView({ section, lesson, roll }: LessonOf, viewer: string): Promise<RollView> {
  // Somebody who got a seat during the lesson can be marked until it ends. If nobody marks them, they were not part of
  // it.
  const lasts = Date.now() < lesson.endsAt;
  const people = onRoll(section, roll).filter(one => lasts || one.as !== 'seat' || isExpected(one));
  const guests = new Set(roll.guests.map(guest => guest.memberId));
  const waiting = waitingOf(section)
    .map((entry, index) => ({ memberId: attendeeOf(entry), number: index + 1 }))
    .filter(({ memberId }) => !guests.has(memberId))
    .slice(0, MOST_WAITING);
  const members = await membersOf([viewer, ...[...people, ...waiting].map(one => one.memberId)]);
  const sees = { viewer, private: seesPrivate(members.get(viewer), section, lesson) };
  return {
    section: sectionCard(section),
    lessonIndex: roll.lessonIndex,
    people: people.map(person => shownPerson(person, roll, members.get(person.memberId), sees)),
    waiting: waiting.map(({ memberId, number }): RollWaiting => ({
      ...shownName(members.get(memberId), memberId),
      number,
    })),
    freeSeats: freeSeats(section, roll),
    ...(roll.heads ? { heads: roll.heads } : {}),
    seen: roll.markCount,
    closedAt: roll.closedAt,
    called: wasCalled(roll),
  };
}

/** The same, read again to show what an act has just changed. */
export async function rollViewNow(sectionId: string, lessonIndex: number, viewer: string) {
  const about = await lessonOf(sectionId, lessonIndex);
  return isRefused(about) ? about : rollView(about, viewer);
}

const shownName = (member: Member | undefined, memberId: string) => ({
  memberId,
  name: nameOn(memberId, member),
  phone: maskPhone(member?.phone ?? ''),
});

/** An organisation runs the class, but need not know why somebody is away or how far from the room they were. */
const seesPrivate = (viewer: Member | undefined, section: Section, lesson: Lesson): boolean =>
  viewer !== undefined &&
  (viewer.roles.includes('staff') ||
    standsIn(viewer, lesson) ||
    isOwn({ ...viewer, roles: viewer.roles.filter(role => role !== 'organisation') }, section));

/** The viewer of the roll, and whether they are shown reasons and distances. */
interface Sees {
  viewer: string;
  private: boolean;
}

function shownPerson(person: OnRoll, roll: Roll, member: Member | undefined, sees: Sees): RollPerson {
  const { mark, disputed, leave } = person;
  return {
    ...shownName(member, person.memberId),
    employer: member?.employer ?? '',
    as: person.as,
    seat: person.seat,
    leave: leave && { at: leave.at, reason: sees.private ? leave.reason : '' },
    mark: mark && shownMark(mark, sees),
    disputed: disputed && shownMark(disputed, sees),
    state: stateIn(person, roll),
  };
}

function shownMark(mark: Mark, { viewer, ...sees }: Sees): ShownMark | null {
  const { state, source, at, receivedAt, by, metres = null } = mark;
  if (state === null) return null;
  return {
    state,
    source,
    at,
    receivedAt: cameLate(mark) ? receivedAt : null,
    mine: by === viewer,
    metres: sees.private ? metres : null,
  };
}
