import type { Outgoing } from '../../domain/model';
import { tomorrowWords } from '../../domain/telling/remind';
import { comingAt } from '../lesson/coming-at';
import { deliver } from './deliver';

/**
 * Tells those who come to a first lesson tomorrow. Who they are is read now and not kept in the outbox: after a crash a seat may
 * have been given back. A lesson that is no longer then is told to nobody.
 */
export async function deliverTomorrow(outgoing: Outgoing, now: number): Promise<void> {
  const coming = await comingAt(outgoing.sectionId, outgoing.lessonAt, now);
  const said = coming ? { text: tomorrowWords(coming.section, coming.lesson, now), to: coming.people } : { to: [] };
  await deliver({ ...outgoing, ...said }, now);
}
