import type { LineEntry, Outgoing, Section } from '../../domain/model';
import { isSameEntry, keyOf, promotionOf } from '../../domain/line/entry';
import { nextLessonAt } from '../../domain/lesson/held-lessons';
import { lectureMark } from '../../domain/lesson/lecture';
import { promoted } from '../../domain/line/promote';
import { titleOf } from '../../domain/batch/title';
import { addOnce } from '../base/add-once';
import { read, remove } from '../base/database';
import { deliver, writeNotices } from './deliver';
import { deliverTomorrow } from './deliver-tomorrow';
import { lendSeatsOn } from '../lesson/lend-on';

/** A place that is being given back, and what to tell because of it. The same drop tapped twice has one outgoing. */
export const dropOutgoing = (section: Section, entry: LineEntry, now: number): Outgoing => ({
  _id: `drop-${section._id}-${keyOf(entry)}-${entry.at}`,
  kind: 'PROMOTED',
  sectionId: section._id,
  batchId: section.batchId,
  title: titleOf(section),
  ...lectureMark(section),
  to: [],
  push: 'promoted',
  lessonAt: nextLessonAt(section.lessons, now),
  createdAt: now,
  doneAt: null,
  dropping: { entry, before: section.line },
});

/**
 * Writes into the outbox that this place is about to be given back, before the line is left. If the call dies after
 * that, the timer (`tell`) does what follows from the drop.
 */
export async function announceDrop(section: Section, entry: LineEntry, now: number): Promise<Outgoing> {
  const outgoing = dropOutgoing(section, entry, now);
  await addOnce('outbox', outgoing);
  return outgoing;
}

/**
 * Does what follows from a drop. People who moved up since the drop saw the line are told, and seats that were lent to
 * people who no longer wait are lent on. If the drop came to nothing, its entry is still in the line and nothing
 * follows. Either way the outgoing is removed.
 *
 * @param after the line's section, read after the drop. The timer reads it when no call can still be about to leave.
 */
export async function tellOfDrop(outgoing: Outgoing, after: Section | null, now: number): Promise<void> {
  const { entry, before = [] } = outgoing.dropping ?? {};
  const stands = entry && after?.line.some(other => isSameEntry(other, entry));
  if (after && !stands) {
    await writeNotices({ ...outgoing, to: promoted(before, after.line, after.capacity).map(promotionOf) }, now);
    await lendSeatsOn(after, now);
  }
  await remove('outbox', outgoing._id);
}

/** After these acts, somebody who is lent a seat may have one of their own, or no longer wait. */
const LENDS_ON = new Set<Outgoing['kind']>(['PROMOTED', 'REMOVED']);

/** Finishes an outgoing that is not done, right after an act or by the timer. */
export async function finish(outgoing: Outgoing, now: number): Promise<void> {
  if (outgoing.kind === 'TOMORROW' || outgoing.kind === 'NEXT_LESSON') return deliverTomorrow(outgoing, now);
  const section = outgoing.dropping || LENDS_ON.has(outgoing.kind) ? await read('sections', outgoing.sectionId) : null;
  if (outgoing.dropping) return tellOfDrop(outgoing, section, now);
  if (section) await lendSeatsOn(section, now);
  return deliver(outgoing, now);
}

/** The same at once. If this fails, the timer does it later. */
export async function finishNow(outgoing: Outgoing): Promise<void> {
  try {
    await finish(outgoing, Date.now());
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'left for the timer', error: String(error) }));
  }
}
