import type { EndpointName } from '../../../domain/api';
import type { Acted } from '../../app/act/acted';
import type { Called } from '../../app/call/call';
import { serverClock } from '../../app/clock/server-clock';
import { askUntilKnown } from '../../app/call/ask-until-known';
import { attendance, keepAppeal, keepLeave, losePassedOn, type LessonId } from '../../app/known/attendance';

/** The server's time in the last answer to this phone. A later tap must count as later, whatever the clocks say. */
let told = 0;
const tapped = (): { tappedAt?: number } =>
  serverClock.errorMs() === undefined ? {} : { tappedAt: Math.max(Math.round(serverClock.now()), told + 1) };

/** 请假. */
export async function takeLeave(lesson: LessonId, reason: string): Promise<Acted & { lent?: boolean }> {
  const answer = await askUntilKnown('lesson.leave', { ...lesson, reason, ...tapped() });
  if (!answer.ok) return failed(answer);
  told = answer.now;
  keepLeave(lesson, { at: answer.now, lent: answer.data.lent });
  return { done: true, lent: answer.data.lent };
}

/** 我能来了. */
export async function comeAfterAll(lesson: LessonId): Promise<Acted> {
  const answer = await askUntilKnown('lesson.comeAfterAll', { ...lesson, ...tapped() });
  if (!answer.ok) return failed(answer);
  told = answer.now;
  keepLeave(lesson, null);
  return { done: true };
}

/** 让给下一位. */
export async function passOn(lesson: LessonId): Promise<Acted> {
  const answer = await askUntilKnown('lesson.decline', lesson);
  if (!answer.ok) return failed(answer);
  losePassedOn(lesson);
  return { done: true };
}

/** 申诉. */
export async function appeal(lesson: LessonId, text: string): Promise<Acted> {
  const answer = await askUntilKnown('lesson.appeal', { ...lesson, text });
  if (!answer.ok) return failed(answer);
  keepAppeal(lesson, answer.data.at, text);
  return { done: true };
}

function failed(answer: Exclude<Called<EndpointName>, { ok: true }>): Acted {
  // A refusal means that something is different from what this phone thought. After a time-out nobody knows.
  if (answer.code !== 'OFFLINE') void attendance.ask();
  if (answer.code === 'TIMEOUT') return { done: false, message: '还没收到答复，不知道办没办成，请过一会儿再看。' };
  if (answer.code === 'OFFLINE') return { done: false, message: '网断了，还没有办。连上以后请再点一次。' };
  return { done: false, message: `${answer.message}。` };
}
