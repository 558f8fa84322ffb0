import { countsAs } from '../roll/on-roll';
import type { Leave, Roll } from '../roll/roll';
import { whichMark, type PlacedMark } from '../roll/which-mark';

/** The part of a roll that says who came. It may be cut down to one person. */
export interface Attended {
  marks: readonly PlacedMark[];
  leaves: readonly Leave[];
}

/** Whoever came to a class once may rate it, in whatever way they came and whatever became of their place since. */
export const mayRate = (rolls: readonly Attended[], memberId: string): boolean =>
  rolls.some(roll => cameTo(roll, memberId));

/** As the marks hold, disputed or not. Leave is no coming. */
function cameTo({ marks, leaves }: Attended, memberId: string): boolean {
  const { holds = null, disputed = null } = whichMark(marks, memberId);
  const leave = leaves.find(one => one.memberId === memberId) ?? null;
  return ['present', 'late'].includes(countsAs({ mark: holds, disputed, leave }) ?? '');
}

/** The ids of all people who came to a class at least once: those who may rate it. */
export function peopleWhoCame(rolls: readonly Pick<Roll, 'marks' | 'leaves'>[]): string[] {
  const people = new Set(rolls.flatMap(roll => roll.marks.map(mark => mark.memberId)));
  return [...people].filter(memberId => mayRate(rolls, memberId));
}
