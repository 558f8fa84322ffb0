import { fateOf, REMEMBERED_MS } from '../../domain/privacy/erase';
import { USUAL_POLICY } from '../../domain/attendance/no-show';
import { peopleOf } from '../../domain/line/entry';
import { placeAt } from '../../domain/line/place';
import { leaveUntil } from '../../domain/lesson/roll-times';
import { ROLE_WORDS } from '../../domain/people/role-words';
import { titleOf } from '../../domain/batch/title';
import { about } from './about';
import { absencesOf } from '../attendance/absences';
import { find, read } from '../base/database';
import type { Run } from '../base/door';

/** Shows what an erasure will do, by the same rule that does it. */
export const eraseLook: Run<'member.eraseLook'> = async ({ memberId, now }) => {
  const [member, standing, sections, missed, staff] = await Promise.all([
    read('members', memberId),
    read('standings', memberId),
    about('sections', memberId),
    absencesOf(memberId, USUAL_POLICY.days, now),
    find('members', { roles: 'staff' }, { limit: 2 }),
  ]);
  const placed = sections.flatMap(section => {
    return section.line.flatMap((entry, index) =>
      peopleOf(entry).includes(memberId)
        ? [{ section, place: placeAt(section, index), fate: fateOf(section, entry, memberId, now) }]
        : [],
    );
  });
  const cameBefore = Object.values(standing?.batches ?? {}).some(({ count }) => count > 0);
  return {
    leaves: placed
      .filter(one => one.fate === 'LEAVE')
      .map(({ section, place }) => ({ title: titleOf(section), state: place.state, number: place.number })),
    away: placed
      .filter(one => one.fate === 'AWAY')
      .map(({ section }) => ({
        title: titleOf(section),
        lessons: section.lessons.filter(lesson => !lesson.cancelled && now < leaveUntil(lesson)).length,
      })),
    past: placed.filter(one => one.fate === 'KEPT').length,
    roles: (member?.roles ?? []).map(role => ROLE_WORDS[role]),
    staff: !member?.roles.includes('staff') ? 'no' : staff.length === 1 ? 'last' : 'yes',
    missed: missed.length,
    rememberedUntil: missed.length > 0 || cameBefore ? now + REMEMBERED_MS : null,
  };
};
