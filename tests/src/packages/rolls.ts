import { DAY, HOUR, instantOf, MINUTE } from '../../../domain/base/clock';
import type { LessonSums, RollPerson, RollView, SectionAttendance, SectionCard } from '../../../domain/api';
import { countsAs } from '../../../domain/roll/on-roll';
import type { MarkState } from '../../../domain/roll/roll';
import { section } from '../sample';

/** 19:00 on Wednesday, 10 March 2027, in Shanghai: the first lesson of the sample classes. */
export const FIRST = instantOf('2027-03-10', '19:00')!;
export const WEEK = 7 * DAY;

export const teaClass: SectionCard = section({ sectionId: 'tea' });

/** Somebody on the roll: with a mark, on leave, or neither. */
export function person(
  name: string,
  said: MarkState | 'asked leave' | null,
  change: Partial<RollPerson> = {},
): RollPerson {
  const one: Omit<RollPerson, 'state'> = {
    memberId: `m-${name}`,
    name,
    phone: '138****2716',
    employer: '永川区人民医院',
    as: 'seat',
    seat: 1,
    leave: said === 'asked leave' ? { at: FIRST - DAY, reason: '值班' } : null,
    mark:
      said === null || said === 'asked leave'
        ? null
        : { state: said, source: 'instructor', at: FIRST + 5 * MINUTE, receivedAt: null, mine: false, metres: null },
    disputed: null,
    ...change,
  };
  // As the server judges it while the lesson is open.
  return { ...one, state: countsAs(one), ...change };
}

export const roll = (people: RollPerson[], change: Partial<RollView> = {}): RollView => ({
  section: teaClass,
  lessonIndex: 0,
  people,
  waiting: [],
  freeSeats: 0,
  seen: people.filter(one => one.mark).length,
  closedAt: null,
  called: people.some(one => one.mark),
  ...change,
});

/** The same roll after its closing: if it was called, who had a seat and no mark was missed. */
export const closed = (view: RollView, closedAt = FIRST + HOUR): RollView => ({
  ...view,
  closedAt,
  people: view.people.map(one => ({ ...one, ...missed(one, view) })),
});
export const missed = (one: RollPerson, { called }: RollView): Pick<RollPerson, 'state'> => ({
  state: called && one.as === 'seat' && !one.mark && !one.leave ? 'absent' : one.state,
});

/** The sums of the lesson of a week, counted from the first. */
export const sums = (week: number, change: Partial<LessonSums> = {}): LessonSums => ({
  lessonIndex: week,
  startsAt: FIRST + week * WEEK,
  endsAt: FIRST + week * WEEK + 1.5 * HOUR,
  cancelled: false,
  closed: true,
  expected: 10,
  present: 10,
  late: 0,
  leave: 0,
  absent: 0,
  unmarked: 0,
  guests: 0,
  ...change,
});

export const attended = (
  part: Partial<SectionCard> & { sectionId: string },
  lessons: LessonSums[],
): SectionAttendance => ({
  section: section(part),
  lessons,
});
