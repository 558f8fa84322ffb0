import type { NoShowPerson } from '../../domain/api';
import { dayKey, DAY } from '../../domain/base/clock';
import { isAnonymous, nameOf } from '../../domain/privacy/anonymous';
import { maskPhone } from '../../domain/base/mask';
import { lectureMark } from '../../domain/lesson/lecture';
import { titleOrGone } from '../../domain/batch/title';
import { allAbsences, type AbsentIn } from './absences';
import { _, find, findOnly } from '../base/database';
import { membersOf } from '../people/members-of';
import type { Run } from '../base/door';

/** The most people shown one by one; of the others only the number is shown. */
const MOST = 60;

/** The people whom a policy would make wait today, the most absent first, and the waived days. */
export const noShows: Run<'attendance.noShows'> = async ({ input: { strikes, days }, now }) => {
  const rolls = await allAbsences(days, now);
  const byPerson = new Map<string, AbsentIn[]>();
  for (const roll of rolls) {
    for (const id of roll.noShows.filter(one => !isAnonymous(one)))
      byPerson.set(id, [...(byPerson.get(id) ?? []), roll]);
  }
  const concerned = [...byPerson]
    .filter(([, missed]) => missed.length >= strikes)
    .sort(([, a], [, b]) => b.length - a.length);
  const shown = concerned.slice(0, MOST);
  const members = await membersOf(shown.map(([id]) => id));
  const ids = [...new Set(shown.flatMap(([, missed]) => missed.map(roll => roll.sectionId)))];
  const sections = new Map((await readSome(ids)).map(one => [one._id, one]));
  const people = shown.map(([memberId, missed]): NoShowPerson => ({
    memberId,
    name: nameOf(members.get(memberId)),
    phone: maskPhone(members.get(memberId)?.phone ?? ''),
    absences: missed
      .map(({ sectionId, lessonIndex, startsAt }) => ({
        sectionId,
        lessonIndex,
        startsAt,
        title: titleOrGone(sections.get(sectionId)),
        ...lectureMark(sections.get(sectionId) ?? {}),
      }))
      .sort((a, b) => a.startsAt - b.startsAt),
  }));
  const waivers = await find('waivers', { _id: _.gte(dayKey(now - days * DAY)) }, { orderBy: ['_id', 'asc'] });
  return { people, count: concerned.length, waivers: waivers.map(({ _id, reason }) => ({ day: _id, reason })) };
};

const readSome = (ids: readonly string[]) =>
  ids.length > 0 ? findOnly('sections', { _id: _.in([...ids]) }, ['kind', 'course', 'name', '_id']) : [];
