import type { Outgoing, Section } from '../../domain/model';
import type { Roll } from '../../domain/roll/roll';
import { takesPlace } from '../../domain/lesson/held-lessons';
import { lendOn } from '../../domain/lesson/lend';
import { changeRoll } from '../roll/change-roll';
import { find, read } from '../base/database';
import { tellNow } from '../telling/deliver';
import { Lendings } from './lent-outgoing';

/**
 * After a line has changed: seats of lessons to come that are lent to who waits in it no more go to the next in line, who is
 * told. Done again it finds nothing.
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
  // A transaction only where there is something to do; one seat each.
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
 * Tells who was lent a seat. They were found in the line as it was before: had they gone from it, or got a seat of their own,
 * while the lending was being written, nobody else would know.
 */
export async function tellLent(outgoing: Outgoing | undefined, now: number): Promise<void> {
  if (!outgoing) return;
  await tellNow(outgoing);
  const section = await read('sections', outgoing.sectionId);
  if (section) await lendSeatsOn(section, now);
}
