import type { Notice, PushKind } from '../../domain/model';
import { MOST_TRIES, pauseAfter } from '../../domain/rules/push-retry';
import { pushWords } from '../../domain/rules/push-words';
import { mayRingAt } from '../../domain/rules/quiet-hours';
import { cloud } from './cloud';
import { _, read, updateWhere } from './database';

/** WeChat's word for: this person has not agreed to such a message, whatever our ledger says. */
const REFUSED = 43101;

/**
 * Sends the subscription message of a notice that is due; true where it went out. One consent is one message: it is taken
 * from the ledger before, and given back where WeChat says that nothing was sent. Whatever happens, the notice stays.
 */
export async function ring(notice: Notice, templates: Partial<Record<PushKind, string>>): Promise<boolean> {
  const { _id, memberId, push } = notice;
  if (push?.state !== 'due') return false;
  const now = Date.now();
  const mayRing = mayRingAt(notice.kind, push.lessonAt, now);
  if (mayRing > now) return mark(_id, { 'push.notBefore': mayRing });
  const templateId = templates[push.kind];
  const member = templateId ? await read('members', memberId) : null;
  if (!templateId || !member) return mark(_id, { 'push.state': 'unasked' });

  // Claims the try: of two timers at once only one sends; a crash from here on costs a pause and no more.
  const tries = push.tries + 1;
  const mine = await updateWhere(
    'notices',
    { _id, 'push.state': 'due', 'push.tries': push.tries },
    { 'push.tries': tries, 'push.notBefore': mayRingAt(notice.kind, push.lessonAt, now + pauseAfter(tries)) },
  );
  if (!mine) return false;
  const left = `left.${push.kind}`;
  if (!(await updateWhere('consents', { _id: memberId, [left]: _.gt(0) }, { [left]: _.inc(-1) }))) {
    return mark(_id, { 'push.state': 'unasked' });
  }

  const errCode = await send(member.openid, templateId, notice);
  if (errCode === 0) {
    await mark(_id, { 'push.state': 'sent' });
    return true;
  }
  if (errCode === REFUSED) {
    await updateWhere('consents', { _id: memberId }, { [left]: 0 });
    return mark(_id, { 'push.state': 'refused' });
  }
  if (errCode !== undefined) await updateWhere('consents', { _id: memberId }, { [left]: _.inc(1) });
  return tries < MOST_TRIES ? false : mark(_id, { 'push.state': 'failed' });
}

async function mark(noticeId: string, data: Record<string, unknown>): Promise<false> {
  await updateWhere('notices', { _id: noticeId, 'push.state': 'due' }, data);
  return false;
}

/** WeChat's error code, 0 = sent; `undefined` where no answer came: it may have been sent. */
async function send(touser: string, templateId: string, notice: Notice): Promise<number | undefined> {
  try {
    const message = { touser, templateId, page: 'pages/mine/index', data: pushWords(notice) };
    const answer = (await cloud.openapi.subscribeMessage.send(message)) as { errCode?: number };
    return answer.errCode ?? 0;
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    console.warn(JSON.stringify({ level: 'warn', text: 'message not sent', notice: notice._id, error: String(error) }));
    return typeof errCode === 'number' && errCode > 0 ? errCode : undefined;
  }
}
