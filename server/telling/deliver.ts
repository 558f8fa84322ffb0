import type { Notice, Outgoing } from '../../domain/model';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { mayRingAt } from '../../domain/telling/quiet-hours';
import { addNotices } from './add-notices';
import { updateWhere } from '../base/database';

/** Writes every notice of an outgoing, and then that the outgoing is done. */
export async function deliver(outgoing: Outgoing, now: number): Promise<void> {
  await writeNotices(outgoing, now);
  await updateWhere('outbox', { _id: outgoing._id, doneAt: null }, { doneAt: now });
}

/** Tells at once. If this fails, the timer of `tell` does it later. */
export async function tellNow(outgoing: Outgoing | undefined): Promise<void> {
  if (!outgoing) return;
  try {
    await deliver(outgoing, Date.now());
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'left for the timer', error: String(error) }));
  }
}

/** Writes the notices. Their ids are deterministic, so telling twice is telling once. */
export async function writeNotices(outgoing: Outgoing, now: number): Promise<void> {
  // A seat whose person has been erased gets no notice.
  const people = outgoing.to.filter(person => !isAnonymous(person.memberId));
  await addNotices(people.map(person => noticeFor(outgoing, person, now)));
}

function noticeFor(outgoing: Outgoing, { memberId, at }: Outgoing['to'][number], now: number): Notice {
  const { _id, kind, sectionId, batchId, title, text, push, lessonAt } = outgoing;
  const notBefore = mayRingAt(kind, lessonAt, now);
  return {
    _id: at === undefined ? `${_id}-${memberId}` : `promoted-${sectionId}-${memberId}-${at}`,
    memberId,
    kind,
    sectionId,
    batchId,
    title,
    ...(text ? { text } : {}),
    createdAt: now,
    readAt: null,
    ...(push ? { push: { kind: push, state: 'due', notBefore, tries: 0, lessonAt } } : {}),
  };
}
