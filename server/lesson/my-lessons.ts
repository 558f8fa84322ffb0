import type { MyLesson } from '../../domain/api';
import type { Section } from '../../domain/model';
import { countsAs, guestsOn } from '../../domain/roll/on-roll';
import { whichMark } from '../../domain/roll/which-mark';
import type { MyRoll } from '../roll/my-rolls';

/** What rolls say about one person. Lessons without anything to say are left out. */
export const myLessons = (
  rolls: readonly MyRoll[],
  sections: ReadonlyMap<string, Section>,
  memberId: string,
): MyLesson[] => rolls.map(roll => lessonOf(roll, sections.get(roll.sectionId), memberId)).filter(isTelling);

function lessonOf(roll: MyRoll, section: Section | undefined, memberId: string): MyLesson {
  const guests = section ? guestsOn(section, roll) : [];
  const { holds = null, disputed = null } = whichMark(roll.marks, memberId);
  const leave = roll.leaves.find(one => one.memberId === memberId);
  const state = countsAs({ mark: holds, disputed, leave: leave ?? null });
  return {
    sectionId: roll.sectionId,
    lessonIndex: roll.lessonIndex,
    mark: holds && state && holds.state === state ? { state, at: holds.at, source: holds.source } : null,
    undecided: holds !== null && state === null,
    leave: leave ? { at: leave.at, lent: guests.some(one => one.as === 'lent' && one.seatOf === memberId) } : null,
    guest: guests.find(one => one.memberId === memberId)?.as ?? null,
    closed: roll.closedAt !== null,
  };
}

const isTelling = ({ mark, leave, guest, undecided, closed }: MyLesson): boolean =>
  Boolean(mark ?? leave ?? guest) || undecided || closed;
