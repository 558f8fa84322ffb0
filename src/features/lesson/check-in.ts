import { MINUTE, SECOND } from '../../../domain/base/clock';
import type { CheckedIn, Input, MyLesson, RefusalOf } from '../../../domain/api';
import {
  CODE_LIFE_MS,
  codePrefix,
  codeText,
  isNumber,
  plainNumber,
  readCode,
} from '../../../domain/lesson/check-in-code';
import { means } from '../../../domain/base/fate';
import { waitBefore } from '../../../domain/base/pace';
import { call, type Called } from '../../app/call/call';
import { sleep } from '../../app/call/sleep';
import { attendance, isLesson, keepCheckIn, type LessonId } from '../../app/known/attendance';

/** How a check-in ended. The app claims nothing that the server has not said. */
export type CheckInOutcome =
  | { kind: 'in'; checkedIn: CheckedIn }
  /** No answer came, and my lessons say that it was taken all the same. */
  | { kind: 'found'; lesson: MyLesson; at: number }
  | { kind: 'refused'; refusal: Refused }
  /** No answer came, and my lessons say that nothing was taken. */
  | { kind: 'lost' }
  /** No answer came and the server could not be asked, so nobody knows. */
  | { kind: 'silent' };

export type Refused = Exclude<Called<'lesson.checkIn'>, { ok: true }>;
type CheckInInput = Input<'lesson.checkIn'>;

/** One call must leave time for another while the code lives. */
const CALL_MS = 6 * SECOND;
/** Refusals of a code that is too old to be taken again. The code may have been taken before its answer got lost. */
const STALE: ReadonlySet<string> = new Set<RefusalOf<'lesson.checkIn'>>([
  'CODE_OLD',
  'NUMBER_WRONG',
  'NUMBER_TRIES_UP',
  'NO_LESSON_NOW',
]);

/** The text to send: the code alone, whatever link it stood in, or four plain digits. `undefined` if it is neither. */
export function codeIn(text: string): string | undefined {
  if (isNumber(text)) return plainNumber(text);
  const code = readCode(text);
  return code ? codeText(codePrefix(code.sectionId, code.lessonIndex, code.keyId), code.slot, code.mac) : undefined;
}

/**
 * Checks in, and finds out what became of it. Checking in twice has the effect of once, so after no answer the app
 * sends the same code again while the code may live. After that it asks my lessons, and only they may say that it
 * went through.
 */
export async function checkInUntilKnown(
  input: CheckInInput,
  onAsking: () => void = () => undefined,
): Promise<CheckInOutcome> {
  const begunAt = Date.now();
  let silent = false;
  let last: CheckInOutcome = { kind: 'lost' };
  for (let attempt = 0; Date.now() - begunAt < CODE_LIFE_MS; attempt++) {
    const answer = await call('lesson.checkIn', input, { timeoutMs: CALL_MS });
    if (answer.ok) {
      keepCheckIn(answer.data);
      return { kind: 'in', checkedIn: answer.data };
    }
    const refused: CheckInOutcome = { kind: 'refused', refusal: answer };
    if (means(answer, 'silent')) {
      silent = true;
      last = { kind: 'lost' };
      onAsking();
      await sleep(300 + waitBefore(attempt));
    } else if (means(answer, 'soon')) {
      if (Date.now() + answer.details.retryAfterMs - begunAt >= CODE_LIFE_MS) return refused;
      last = refused;
      await sleep(answer.details.retryAfterMs + waitBefore(attempt));
    } else if (means(answer, 'broken') || (silent && STALE.has(answer.code))) {
      return (await findOut(input)) ?? refused;
    } else return refused;
  }
  return (await findOut(input)) ?? last;
}

/** Asks my lessons whether a check-in whose answer got lost was taken. `undefined` = it was not. */
async function findOut(input: CheckInInput): Promise<CheckInOutcome | undefined> {
  const answer = await attendance.ask();
  if (!answer.ok) return { kind: 'silent' };
  const meant = lessonOf(input);
  const lesson = answer.data.lessons.find(
    one =>
      (one.mark?.state === 'present' || one.mark?.state === 'late') &&
      (meant ? isLesson(one, meant) : one.mark.source === 'self' && one.mark.at > answer.now - MINUTE),
  );
  return lesson?.mark ? { kind: 'found', lesson, at: lesson.mark.at } : undefined;
}

/** A scanned code names its lesson, four digits do not. */
const lessonOf = ({ code, expected }: CheckInInput): LessonId | undefined => readCode(code) ?? expected;
