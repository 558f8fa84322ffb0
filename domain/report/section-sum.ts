import { lessonSums } from '../attendance/attendance';
import { MINUTE } from '../base/clock';
import { wordsKey, written } from '../base/written';
import { heldLessons, takesPlace } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import { capacityThen } from '../line/seats-then';
import type { Section } from '../model';
import { isAnonymous } from '../privacy/anonymous';
import { hasCome, onRoll } from '../roll/on-roll';
import type { Roll } from '../roll/roll';
import { headOf, headsIn } from './head';
import type { EmployerSum, LessonSum, RollState, SectionSum } from './sum';

/** The part of a class that its sum is made of. */
export type Summed = Pick<
  Section,
  | '_id'
  | 'kind'
  | 'course'
  | 'name'
  | 'organisation'
  | 'instructor'
  | 'lessons'
  | 'cancelledAt'
  | 'line'
  | 'capacity'
  | 'seatChanges'
>;

export const rollStateOf = (rolls: readonly Roll[]): RollState => ({
  rolls: rolls.length,
  marks: rolls.reduce((sum, roll) => sum + roll.markCount, 0),
});

/** Everybody who came to one of these lessons, each once, in the order in which they are found. */
export const whoCame = (section: Summed, rolls: readonly Roll[]): string[] => [
  ...new Set(rolls.flatMap(roll => cameTo(section, roll))),
];

const cameTo = (section: Summed, roll: Roll): string[] =>
  onRoll(section, roll)
    .filter(hasCome)
    .map(person => person.memberId);

/**
 * Adds up the closed lessons of a class.
 *
 * @param rolls the closed rolls of the class; the order does not matter
 * @param employerOf where somebody works, by their id; `undefined` if nobody knows
 */
export function sumOfSection(
  section: Summed,
  rolls: readonly Roll[],
  employerOf: (memberId: string) => string | undefined,
): SectionSum {
  const inOrder = [...rolls].sort((a, b) => a.lessonIndex - b.lessonIndex);
  const people = whoCame(section, inOrder);
  const placeOf = new Map(people.map((memberId, index) => [memberId, index]));
  const { course, name, organisation, instructor } = section;
  return {
    course,
    name,
    organisation,
    instructor,
    seats: seatsAtFirst(section),
    people: people.map(headOf).join(''),
    lessons: inOrder.flatMap(roll => lessonOf(section, roll, placeOf)),
    employers: employersOf(people, employerOf),
    ...rollStateOf(rolls),
  };
}

function lessonOf(section: Summed, roll: Roll, placeOf: ReadonlyMap<string, number>): LessonSum[] {
  const lesson = section.lessons[roll.lessonIndex];
  if (!lesson || !takesPlace(section, lesson)) return [];
  const { present, late, absent, guests, heads } = lessonSums(section, roll, lesson);
  return [
    {
      startsAt: lesson.startsAt,
      minutes: Math.round((lesson.endsAt - lesson.startsAt) / MINUTE),
      came: cameTo(section, roll).flatMap(memberId => placeOf.get(memberId) ?? []),
      present: present + late,
      absent,
      ...(isLecture(section) && guests > 0 ? { walkedIn: guests } : {}),
      ...(heads ? { heads } : {}),
    },
  ];
}

function seatsAtFirst(section: Summed): number {
  const first = heldLessons(section.lessons)[0];
  return first ? capacityThen(section, first.startsAt) : section.capacity;
}

function employersOf(people: readonly string[], employerOf: (memberId: string) => string | undefined): EmployerSum[] {
  const employers = new Map<string, EmployerSum>();
  for (const [index, memberId] of people.entries()) {
    const name = isAnonymous(memberId) ? '' : written(employerOf(memberId) ?? '');
    if (!name) continue;
    const employer = employers.get(wordsKey(name)) ?? { name, heads: [], gone: 0 };
    employers.set(wordsKey(name), { ...employer, heads: [...employer.heads, index] });
  }
  return [...employers.values()];
}

/**
 * The sum after a person has been erased: another head in the place of theirs, and the employer's number keeps no way to
 * it. An employer for whom nobody else came is left out, because its name was in the person's own words. `null` if the person is in no lesson of it. `'anew'` if both heads are in it, because it was made of rolls of which
 * some were anonymous already; such a sum has to be made anew.
 */
export function withoutHead(sum: SectionSum, head: string, other: string): SectionSum | 'anew' | null {
  const heads = headsIn(sum.people);
  const place = heads.indexOf(head);
  if (place < 0) return null;
  if (heads.includes(other)) return 'anew';
  return {
    ...sum,
    people: heads.map(one => (one === head ? other : one)).join(''),
    employers: sum.employers.flatMap(one => withoutPlace(one, place)),
  };
}

function withoutPlace(employer: EmployerSum, place: number): EmployerSum[] {
  if (!employer.heads.includes(place)) return [employer];
  const heads = employer.heads.filter(index => index !== place);
  return heads.length > 0 ? [{ ...employer, heads, gone: employer.gone + 1 }] : [];
}
