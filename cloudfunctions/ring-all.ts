import { PUSH_KINDS, type MessageTrouble, type PushKind } from '../domain/model';
import { apart } from './apart';
import { _, find, put, remove } from './db/database';
import { ring } from './db/ring';
import { templates } from './templates';

/** The platform's limit of a `get`. */
const MOST = 1_000;
const AT_ONCE = 10;

/**
 * Sends the subscription messages that are due, until there is no time left. What tells of something that happened goes before
 * reminders, which may be thousands. A kind that WeChat does not take now rests, and is tried again by itself.
 */
export async function ringAll(startedAt: number, until: number): Promise<number> {
  const troubles = await find('troubles', {});
  const resting = new Set(troubles.filter(one => one.until > startedAt).map(one => one._id));
  const onTrouble = async (trouble: MessageTrouble) => {
    resting.add(trouble._id);
    await put('troubles', trouble);
  };
  const rests = (kind: PushKind) => resting.has('all') || resting.has(kind);

  let rung = 0;
  const over = new Set<MessageTrouble['_id']>();
  for (const kinds of [PUSH_KINDS.filter(kind => kind !== 'opening'), ['opening' as const]]) {
    for (;;) {
      const awake = kinds.filter(kind => !rests(kind));
      if (awake.length === 0 || Date.now() >= until) break;
      const due = await find(
        'notices',
        { 'push.state': 'due', 'push.notBefore': _.lte(Date.now()), 'push.kind': _.in(awake) },
        { orderBy: ['push.notBefore', 'asc'], limit: MOST },
      );
      for (let begin = 0; begin < due.length && Date.now() < until; begin += AT_ONCE) {
        const some = due
          .slice(begin, begin + AT_ONCE)
          .flatMap(notice => (notice.push && !rests(notice.push.kind) ? [{ notice, kind: notice.push.kind }] : []));
        const sent = await Promise.all(
          some.map(({ notice }) => apart(notice._id, () => ring(notice, templates(), onTrouble))),
        );
        rung += sent.filter(Boolean).length;
        some.forEach(({ kind }, index) => sent[index] && over.add(kind).add('all'));
      }
      if (due.length < MOST) break;
    }
  }
  for (const { _id } of troubles) if (over.has(_id) && !resting.has(_id)) await remove('troubles', _id);
  return rung;
}
