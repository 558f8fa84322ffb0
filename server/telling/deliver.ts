import type { Address, Member, Notice, Outgoing } from '../../domain/model';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { mayRingAt } from '../../domain/telling/quiet-hours';
import { toldOf } from '../../domain/line/entry';
import { membersOf } from '../people/members-of';
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
  const names = await namesOf(people);
  await addNotices(people.map(person => noticeFor(outgoing, person, names.get(person.attendeeId), now)));
}

/** The names of those for whom somebody else is told. Usually there are none, and nothing is read. */
async function namesOf(people: readonly Address[]): Promise<ReadonlyMap<string | undefined, string>> {
  const ids = people.flatMap(({ attendeeId }) => attendeeId ?? []);
  const members = ids.length > 0 ? await membersOf(ids) : new Map<string, Member>();
  return new Map([...members].map(([id, { name }]) => [id, name]));
}

/** @param name of the person who comes, if that is not the one who is told: two of them in a class are two notices */
function noticeFor(outgoing: Outgoing, to: Address, name: string | undefined, now: number): Notice {
  const { memberId, attendeeId, at } = to;
  const { _id, kind, sectionId, batchId, title, lecture, text, push, lessonAt } = outgoing;
  const notBefore = mayRingAt(kind, lessonAt, now);
  return {
    _id: at === undefined ? `${_id}-${toldOf(to)}` : `promoted-${sectionId}-${toldOf(to)}-${at}`,
    memberId,
    ...(attendeeId === undefined ? {} : { attendeeId }),
    kind,
    sectionId,
    batchId,
    title: name === undefined ? title : `${name}：${title}`,
    ...(lecture ? { lecture } : {}),
    ...(text ? { text } : {}),
    createdAt: now,
    readAt: null,
    ...(push ? { push: { kind: push, state: 'due', notBefore, tries: 0, lessonAt } } : {}),
  };
}
