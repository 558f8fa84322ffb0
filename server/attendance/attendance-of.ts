import type { SectionAttendance } from '../../domain/api';
import type { Section } from '../../domain/model';
import { kindOf } from '../../domain/lesson/lecture';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { lessonSums } from '../../domain/attendance/attendance';
import { _, everyPage } from '../base/database';

/**
 * The number of sections whose rolls are asked for together. Those of a whole batch would be megabytes in one answer.
 */
const TOGETHER = 9;

/**
 * The attendance of the lessons of sections, in the order in which they take place. One operation for nine sections.
 */
export async function attendanceOf(sections: readonly Section[]): Promise<SectionAttendance[]> {
  const lots: Section[][] = [];
  for (let begin = 0; begin < sections.length; begin += TOGETHER) lots.push(sections.slice(begin, begin + TOGETHER));
  return (await Promise.all(lots.map(attendanceOfLot))).flat();
}

async function attendanceOfLot(sections: readonly Section[]): Promise<SectionAttendance[]> {
  const rolls = new Map<string, Roll>();
  const theirs = { sectionId: _.in(sections.map(section => section._id)) };
  for await (const page of everyPage('rolls', theirs)) for (const roll of page) rolls.set(roll._id, roll);
  return sections.map(section => attendanceIn(section, rolls));
}

function attendanceIn(section: Section, rolls: ReadonlyMap<string, Roll>): SectionAttendance {
  const { _id: sectionId, course, name, category, instructor, organisation, cancelledAt = null } = section;
  const lessons = section.lessons
    .map((lesson, index) => {
      const empty = emptyRoll(section, index, lesson);
      return lessonSums(section, rolls.get(empty._id) ?? empty, lesson);
    })
    .sort((a, b) => a.startsAt - b.startsAt);
  return {
    section: { sectionId, ...kindOf(section), course, name, category, instructor, organisation, cancelledAt },
    lessons,
  };
}
