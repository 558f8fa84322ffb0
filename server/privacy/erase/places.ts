import type { Section } from '../../../domain/model';
import { fateOf } from '../../../domain/privacy/erase';
import { keyOf, peopleOf } from '../../../domain/line/entry';
import { takeLeave } from '../../../domain/lesson/lend';
import { isRefused } from '../../../domain/base/refuse';
import { changeRoll } from '../../roll/change-roll';
import { find, read } from '../../base/database';
import { lendSeatsOn } from '../../lesson/lend-on';
import { Lendings } from '../../lesson/lent-outgoing';
import { lessonOf } from '../../lesson/lesson-of';
import { Conflict } from '../../base/transaction';
import { inLine } from '../../line/in-line';
import { leaveLine } from '../../line/leave-line';

/**
 * Gives up everything that others can use, each in its usual way: places that the person holds or would come on. If the
 * line still moves, they leave it, and
 * seats that were lent to them while they waited are lent on. If the line no longer moves, their seat is lent for each
 * lesson to come.
 */
export async function givePlacesUp(memberId: string, now: number): Promise<void> {
  for (const section of await find('sections', inLine(memberId))) {
    for (const entry of section.line.filter(one => peopleOf(one).includes(memberId))) {
      const fate = fateOf(section, entry, memberId, now);
      if (fate === 'AWAY') await beAway(section, memberId, now);
      if (fate !== 'LEAVE') continue;
      const left = await leaveLine(section._id, keyOf(entry), { late: true, at: entry.at });
      if (isRefused(left) && left.refused === 'BUSY') throw new Conflict(`the line of ${section._id} stays contended`);
    }
  }
  // These were lent by a call that began when the person still waited.
  for (const { sectionId } of await find('rolls', { 'guests.memberId': memberId, closedAt: null })) {
    const section = await read('sections', sectionId);
    if (section) await lendSeatsOn(section, now);
  }
}

async function beAway(section: Section, memberId: string, now: number): Promise<void> {
  const lendings = new Lendings(now);
  try {
    for (const [index, lesson] of section.lessons.entries()) {
      if (lesson.cancelled || lesson.startsAt <= now) continue;
      const about = await lessonOf(section._id, index);
      if (isRefused(about)) continue;
      const changed = await changeRoll<never>(about, roll => {
        const taken = takeLeave(about.section, roll, about.lesson, memberId, '', now);
        return taken === null || isRefused(taken)
          ? null
          : { roll: taken.roll, outgoing: lendings.outgoing(about, taken.to) };
      });
      lendings.add(about, changed?.outgoing);
    }
  } finally {
    await lendings.tell();
  }
}
