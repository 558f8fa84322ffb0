import { PUSH_KINDS, type MessageTrouble, type PushKind } from '../../domain/model';
import { isTroubleOver } from '../../domain/telling/push-trouble';
import { apart } from '../base/apart';
import { _, find, put, remove } from '../base/database';
import { ring } from './send-due';
import { templates } from './templates';

/** The platform's limit for a `get`. */
const MOST = 1_000;
const AT_ONCE = 10;

/**
 * Sends the subscription messages that are due, until there is no time left. Messages about something that happened go
 * before reminders, which may be thousands. If WeChat refuses a kind for now, that kind pauses and is tried again
 * later.
 */
export async function ringAll(startedAt: number, until: number): Promise<number> {
  const troubles = await find('troubles', {});
  const resting = new Set(troubles.filter(one => one.until > startedAt).map(one => one._id));
  const met = new Set<MessageTrouble['_id']>();
  const onTrouble = async (trouble: MessageTrouble) => {
    resting.add(trouble._id);
    met.add(trouble._id);
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
  for (const trouble of troubles) {
    if (met.has(trouble._id)) continue;
    const goesAgain = over.has(trouble._id) && !resting.has(trouble._id);
    if (goesAgain || isTroubleOver(trouble, startedAt) || !(await waits(trouble)))
      await remove('troubles', trouble._id);
  }
  return rung;
}

/** Does a message wait for the end of this trouble? A trouble that holds nothing back is not worth showing. */
async function waits({ _id }: MessageTrouble): Promise<boolean> {
  const kinds = _id === 'all' ? PUSH_KINDS : [_id];
  const due = await find('notices', { 'push.state': 'due', 'push.kind': _.in([...kinds]) }, { limit: 1 });
  return due.length > 0;
}
