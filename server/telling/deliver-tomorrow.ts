import type { Outgoing } from '../../domain/model';
import { tomorrowWords } from '../../domain/telling/remind';
import { comingAt } from '../lesson/coming-at';
import { whoWantReminders } from './who-want-reminders';
import { deliver } from './deliver';

/**
 * Tells the people who come to a lesson tomorrow and want to be reminded. They are read now and not kept in the outbox, because a seat
 * may have been given back after a crash. If no lesson takes place then any more, nobody is told.
 */
export async function deliverTomorrow(outgoing: Outgoing, now: number): Promise<void> {
  const coming = await comingAt(outgoing.sectionId, outgoing.lessonAt, now);
  const said = coming
    ? {
        text: tomorrowWords(outgoing.kind, coming.section, coming.lesson, now),
        to: await whoWantReminders(coming.people),
      }
    : { to: [] };
  await deliver({ ...outgoing, ...said }, now);
}
