import type { RollView } from '../../../domain/api';
import type { LessonId } from '../../app/known/attendance';
import { questions } from '../../app/memory/asked';

/** One key per lesson, for everything that is kept by lesson. */
export const lessonKey = ({ sectionId, lessonIndex }: LessonId): string => `${sectionId}/${lessonIndex}`;

export function lessonOfKey(key: string): LessonId {
  const [sectionId = '', index = ''] = key.split('/');
  return { sectionId, lessonIndex: Number(index) };
}

/** The roll of a lesson, remembered on the phone so that it is there in a basement without signal. */
export const rollOf = questions('roll.lesson', lessonOfKey);

const turns = new Map<string, Promise<unknown>>();

/**
 * Calls about a lesson's roll run one after the other. Otherwise an answer that was read before a mark was written
 * could come after the answer to that mark, and take the mark off the screen again.
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, mine);
  return mine;
}

export const lookAtRoll = (key: string) => inTurn(key, () => rollOf(key).ask());

/** Stores what the answer to another call has said of the roll, so that nothing is fetched again. */
export function knowRoll(key: string, view: RollView): void {
  const { put, store } = rollOf(key);
  put(() => view);
  store.setState({ failed: undefined });
}
