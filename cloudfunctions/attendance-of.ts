import type { SectionAttendance } from '../domain/contract';
import type { Section } from '../domain/model';
import { emptyRoll } from '../domain/roll';
import { lessonSums } from '../domain/rules/attendance';
import { sectionCard } from './cards';
import { find } from './db/database';

/** How the lessons of a section were attended, in the order in which they take place. */
export async function sectionAttendance(section: Section): Promise<SectionAttendance> {
  const rolls = new Map((await find('rolls', { sectionId: section._id })).map(roll => [roll.lessonIndex, roll]));
  const lessons = section.lessons
    .map((lesson, index) => lessonSums(section, rolls.get(index) ?? emptyRoll(section, index, lesson), lesson))
    .sort((a, b) => a.startsAt - b.startsAt);
  return { section: sectionCard(section), lessons };
}
