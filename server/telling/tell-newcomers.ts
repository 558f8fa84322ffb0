import type { Outgoing, Section } from '../../domain/model';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { tomorrowWords } from '../../domain/telling/remind';
import { comingAt } from '../lesson/coming-at';
import { updateWhere } from '../base/database';
import { whoWantReminders } from './who-want-reminders';
import { writeNotices } from './deliver';
import { attendeeOf, toldOf } from '../../domain/line/entry';
import { seated } from '../../domain/line/line';

/**
 * Tells people who took a seat after the rest of a class were told of its lesson tomorrow. People who moved up meanwhile
 * joined earlier and were told when they moved up. A claim under way may have an instant from before the last look, so
 * the looks overlap. Each notice is written once.
 */
export async function tellNewcomers(
  outgoing: Outgoing,
  section: Pick<Section, 'line' | 'capacity'>,
  now: number,
): Promise<void> {
  const since = (outgoing.toldUntil ?? outgoing.createdAt) - HOLD_TTL_MS;
  const newcomers = seated(section).filter(entry => entry.at > since);
  if (newcomers.length === 0) return;
  const coming = await comingAt(outgoing.sectionId, outgoing.lessonAt, now);
  const to = coming?.people.filter(one => newcomers.some(entry => attendeeOf(entry) === toldOf(one))) ?? [];
  if (coming) {
    const text = tomorrowWords(outgoing.kind, coming.section, coming.lesson, now);
    await writeNotices({ ...outgoing, text, to: await whoWantReminders(to) }, now);
  }
  await updateWhere('outbox', { _id: outgoing._id }, { toldUntil: now });
}
