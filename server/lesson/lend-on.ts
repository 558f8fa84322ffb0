import type { Outgoing, Section } from '../../domain/model';
import type { Roll } from '../../domain/roll/roll';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { lendOn } from '../../domain/lesson/lend';
import { changeRoll } from '../roll/change-roll';
import { find, read } from '../base/database';
import { tellNow } from '../telling/deliver';
import { Lendings } from './lent-outgoing';

/**
 * Runs after a line has changed. A seat of a lesson to come may be lent to somebody who no longer waits in the line. It
 * goes to the next in line, who is told. Running it again finds nothing to do.
 */
export async function lendSeatsOn(section: Section, now: number): Promise<void> {
  const lendings = new Lendings(now);
  try {
    for (const roll of await find('rolls', { sectionId: section._id, closedAt: null, 'guests.as': 'lent' }))
      await lendRollOn(section, roll, lendings, now);
  } finally {
    await lendings.tell();
  }
}

async function lendRollOn(section: Section, roll: Roll, lendings: Lendings, now: number): Promise<void> {
  const lesson = section.lessons[roll.lessonIndex];
  if (!lesson || !takesPlace(section, lesson)) return;
  const about = { section, lesson, roll };
  // A transaction is started only if there is something to do; each one lends one seat.
  for (let before = roll; lendOn(section, before, lesson, now) !== null;) {
    const changed = await changeRoll<never>(about, seen => {
      const lent = lendOn(section, seen, lesson, now);
      return lent && { roll: lent.roll, outgoing: lendings.outgoing(about, lent.to) };
    });
    if (!changed) return;
    lendings.add(about, changed.outgoing);
    before = changed.roll;
  }
}

/**
 * Tells the person who was lent a seat, then looks at the line again. The person was found in the line as it was
 * before. If they left it or got a seat of their own while the lending was being written, nothing else would notice.
 */
export async function tellLent(outgoing: Outgoing | undefined, now: number): Promise<void> {
  if (!outgoing) return;
  await tellNow(outgoing);
  const section = await read('sections', outgoing.sectionId);
  if (section) await lendSeatsOn(section, now);
}
