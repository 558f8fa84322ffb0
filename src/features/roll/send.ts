import type { Input } from '../../../domain/api';
import { isDecided } from '../../../domain/base/fate';
import { MOST_MARKS_A_CALL } from '../../../domain/roll/mark';
import { call, type Called } from '../../app/call/call';
import { serverClock } from '../../app/clock/server-clock';
import { inTurn, knowRoll, lessonOfKey, lookAtRoll } from './rolls';
import type { UnsentMark } from './box';
import { device } from './device';
import { boxOf, hasUnsent, setAside, settle, stay } from './outbox';

/** Taps within this time are sent together. */
const TOGETHER_MS = 800;

type Refused = Exclude<Called<'roll.mark'>, { ok: true }>;

/** One mark of many may be the cause, or some may have arrived before. The others must not wait for it. */
const BY_MARK: ReadonlySet<string> = new Set([
  'NONCE_REUSED',
  'REASON_MISSING',
  'TEXT_RISKY',
  'BAD_INPUT',
  'ROLL_CLOSED',
]);

const running = new Map<string, Promise<void>>();
const soon = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Sends what a lesson has to send, one call at a time. A caller that comes while it runs waits for the same run.
 * Never rejects.
 */
export function send(key: string): Promise<void> {
  const run = running.get(key) ?? sendAll(key).finally(() => running.delete(key));
  running.set(key, run);
  return run;
}

/** Sends a little after a tap, together with the taps that come meanwhile. */
export function sendSoon(key: string): void {
  if (soon.has(key)) return;
  const later = () => {
    soon.delete(key);
    void send(key);
  };
  soon.set(key, setTimeout(later, TOGETHER_MS));
}

async function sendAll(key: string): Promise<void> {
  // A mark must say when it was made on the server's clock, which the phone knows only from an answer.
  if (serverClock.errorMs() === undefined) {
    await lookAtRoll(key);
    if (serverClock.errorMs() === undefined) return stay(key, undefined);
  }
  while (hasUnsent(key)) {
    if (!(await sendSome(key, boxOf(key)!.marks.slice(0, MOST_MARKS_A_CALL)))) return;
  }
}

/** Sends these marks. False if nothing more can be sent now. */
async function sendSome(key: string, marks: UnsentMark[]): Promise<boolean> {
  const lesson = lessonOfKey(key);
  const sent = onServerClock(marks);
  const answer = await inTurn(key, () => call('roll.mark', { ...lesson, device: device(), marks: sent }));
  if (answer.ok) {
    settle(key, sent);
    knowRoll(key, answer.data);
    return true;
  }
  return refused(key, marks, answer);
}

async function refused(key: string, marks: UnsentMark[], answer: Refused): Promise<boolean> {
  const { code, message } = answer;
  // The marks stay and are sent again.
  if (!isDecided(answer)) {
    stay(key, code === 'UNKNOWN_ENDPOINT' ? message : undefined);
    return false;
  }
  if (code === 'NOT_ON_ROLL') {
    const gone = marks.filter(mark => answer.details.memberIds.includes(mark.memberId));
    setAside(key, gone.length > 0 ? gone : marks, { code, message });
    return true;
  }
  if (BY_MARK.has(code) && marks.length > 1) {
    const half = Math.ceil(marks.length / 2);
    return (await sendSome(key, marks.slice(0, half))) && (await sendSome(key, marks.slice(half)));
  }
  setAside(key, marks, { code, message });
  return true;
}

/**
 * The marks in the form of the contract, with the time of each on the server's clock. What the phone knew of that
 * clock when it made the mark counts, because its own clock may have been corrected since. If it knew nothing then,
 * what it knows now counts.
 */
function onServerClock(marks: UnsentMark[]): Input<'roll.mark'>['marks'] {
  const offset = serverClock.now() - Date.now();
  return marks.map(({ nonce, memberId, state, madeAt, offsetMs = offset, seen, after, reason, loadedAt }) => ({
    nonce,
    memberId,
    state,
    at: Math.max(madeAt + offsetMs, (after ?? -1) + 1, 0),
    seen,
    ...(reason ? { reason } : {}),
    ...(loadedAt ? { loadedAt } : {}),
  }));
}
