import type { MessageTrouble, Notice, PushKind } from '../../domain/model';
import { MOST_TRIES, pauseAfter } from '../../domain/telling/push-retry';
import { GIVE_UP_MS, troubleOf } from '../../domain/telling/push-trouble';
import { mayRingAt } from '../../domain/telling/quiet-hours';
import { _, read, updateWhere } from '../base/database';
import { sendMessage } from './send-message';
import { isStillTrue } from './still-true';

/** WeChat's code for a person who has not agreed to such a message, whatever our ledger says. */
const REFUSED = 43101;

type Push = NonNullable<Notice['push']>;

/**
 * Sends the subscription message of a notice that is due; true if it was sent. One consent is one message: it is taken
 * from the ledger before, and given back if WeChat says that nothing was sent. A message is sent at most once. After
 * the try is claimed, only a refusal by WeChat makes it due again. The notice stays in any case.
 *
 * @param onTrouble called if WeChat's refusal concerns all messages, or all of this kind.
 */
export async function ring(
  notice: Notice,
  templates: Partial<Record<PushKind, string>>,
  onTrouble: (trouble: MessageTrouble) => Promise<void>,
): Promise<boolean> {
  const { _id, memberId, push } = notice;
  if (push?.state !== 'due') return false;
  const now = Date.now();
  const mayRing = mayRingAt(notice.kind, push.lessonAt, now);
  if (mayRing > now) return mark(_id, 'due', { 'push.notBefore': mayRing });
  if (!(await isStillTrue(notice, now))) return mark(_id, 'due', { 'push.state': 'stale' });
  const templateId = templates[push.kind];
  const member = templateId ? await read('members', memberId) : null;
  if (!templateId || !member) return mark(_id, 'due', { 'push.state': 'unasked' });

  // Claims the try, so that of two timers at once only one sends.
  const tries = push.tries + 1;
  const mine = await updateWhere(
    'notices',
    { _id, 'push.state': 'due', 'push.tries': push.tries },
    { 'push.state': 'sending', 'push.tries': tries },
  );
  if (!mine) return false;
  const left = `left.${push.kind}`;
  if (!(await updateWhere('consents', { _id: memberId, [left]: _.gt(0) }, { [left]: _.inc(-1) }))) {
    return mark(_id, 'sending', { 'push.state': 'unasked' });
  }

  const errCode = await sendMessage(member.openid, templateId, notice, now);
  if (errCode === 0) {
    await mark(_id, 'sending', { 'push.state': 'sent' });
    return true;
  }
  if (errCode === undefined) return mark(_id, 'sending', { 'push.state': 'unknown' });
  if (errCode === REFUSED) {
    await updateWhere('consents', { _id: memberId }, { [left]: 0 });
    return mark(_id, 'sending', { 'push.state': 'refused' });
  }
  await updateWhere('consents', { _id: memberId }, { [left]: _.inc(1) });
  const trouble = troubleOf(errCode, push.kind, Date.now());
  if (trouble) await onTrouble(trouble);
  return mark(_id, 'sending', again(notice, push, tries, trouble));
}

/** When to try again. A trouble that concerns everybody does not count as a try of this notice. */
function again(notice: Notice, push: Push, tries: number, trouble: MessageTrouble | undefined) {
  const now = Date.now();
  const over = trouble ? now - notice.createdAt >= GIVE_UP_MS : tries >= MOST_TRIES;
  if (over) return { 'push.state': 'failed' };
  return {
    'push.state': 'due',
    'push.tries': trouble ? push.tries : tries,
    'push.notBefore': mayRingAt(notice.kind, push.lessonAt, trouble?.until ?? now + pauseAfter(tries)),
  };
}

async function mark(noticeId: string, was: Push['state'], data: Record<string, unknown>): Promise<false> {
  await updateWhere('notices', { _id: noticeId, 'push.state': was }, data);
  return false;
}
