import type { Outgoing } from '../../domain/model';
import { rollIdOf } from '../../domain/roll';
import { comingTo, tomorrowWords } from '../../domain/rules/remind';
import { read } from './database';
import { deliver } from './deliver';

/**
 * Tells those who come to a first lesson tomorrow. Who they are is read now and not kept in the outbox: after a crash a seat may
 * have been given back. A lesson that is no longer then is told to nobody.
 */
export async function deliverTomorrow(outgoing: Outgoing, now: number): Promise<void> {
  const section = await read('sections', outgoing.sectionId);
  const index = section?.lessons.findIndex(one => !one.cancelled && one.startsAt === outgoing.lessonAt) ?? -1;
  const lesson = section?.lessons[index];
  if (!section || !lesson || section.cancelledAt !== undefined || now >= lesson.startsAt)
    return deliver({ ...outgoing, to: [] }, now);
  const roll = await read('rolls', rollIdOf(section._id, index));
  await deliver({ ...outgoing, text: tomorrowWords(section, lesson), to: comingTo(section, roll) }, now);
}
