import type { LineEntry, Outgoing, Section } from '../../domain/model';
import { nextLessonAt } from '../../domain/rules/held-lessons';
import { promoted } from '../../domain/rules/promote';
import { titleOf } from '../../domain/rules/title';
import { addOnce } from './add-once';
import { read, remove } from './database';
import { deliver, writeNotices } from './deliver';
import { deliverTomorrow } from './deliver-tomorrow';

/**
 * Says in the outbox that this seat is about to be given back, before the line is left: should the call die after that,
 * the timer (`tell`) finds out who moved up. The same drop tapped twice is one outgoing.
 */
export async function announceDrop(section: Section, entry: LineEntry, now: number): Promise<Outgoing> {
  const outgoing: Outgoing = {
    _id: `drop-${section._id}-${entry.memberId}-${entry.at}`,
    kind: 'PROMOTED',
    sectionId: section._id,
    batchId: section.batchId,
    title: titleOf(section),
    to: [],
    push: 'promoted',
    lessonAt: nextLessonAt(section.lessons, now),
    createdAt: now,
    doneAt: null,
    dropping: { entry, before: section.line },
  };
  await addOnce('outbox', outgoing);
  return outgoing;
}

/**
 * Tells those who moved up since the line was as the drop saw it. A drop that came to nothing (its entry stands in the
 * line still) tells nobody. Either way it is then over and its outgoing is gone.
 *
 * @param after the line's section, read after the drop or, by the timer, when no call can still be about to leave.
 */
export async function tellOfDrop(outgoing: Outgoing, after: Section | null, now: number): Promise<void> {
  const { entry, before = [] } = outgoing.dropping ?? {};
  const stands = after?.line.some(other => other.memberId === entry?.memberId && other.at === entry.at);
  if (after && !stands) await writeNotices({ ...outgoing, to: promoted(before, after.line, after.capacity) }, now);
  await remove('outbox', outgoing._id);
}

/** What the timer does with an outgoing that is not done. */
export async function finish(outgoing: Outgoing, now: number): Promise<void> {
  if (outgoing.kind === 'TOMORROW') return deliverTomorrow(outgoing, now);
  if (!outgoing.dropping) return deliver(outgoing, now);
  return tellOfDrop(outgoing, await read('sections', outgoing.sectionId), now);
}
