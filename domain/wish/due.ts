import { DAY } from '../base/clock';
import type { Wish } from './wish';

/** Staff answer a wish within this time. Afterwards everybody is told that there is no answer yet. */
export const ANSWER_WITHIN_MS = 15 * DAY;
/** A wish that nobody joined and nobody answered for so long is no longer shown. */
export const FORGOTTEN_MS = 365 * DAY;

export const dueAt = ({ at }: Pick<Wish, 'at'>): number => at + ANSWER_WITHIN_MS;

export const isOverdue = (wish: Pick<Wish, 'at' | 'state'> & { answer?: unknown }, now: number): boolean =>
  wish.state === 'open' && wish.answer === undefined && now >= dueAt(wish);

/** Is it shown to everybody? */
export const isListed = (wish: Pick<Wish, 'state' | 'voicedAt' | 'answer'>, now: number): boolean =>
  wish.state === 'open' && now < Math.max(wish.voicedAt, wish.answer?.at ?? 0) + FORGOTTEN_MS;

/** The steps of a wish, with the instant of each that has been taken. */
export interface Steps {
  proposedAt: number;
  answeredAt: number | null;
  takenAt: number | null;
  openedAt: number | null;
}

export const stepsOf = ({ at, answer, taken }: Pick<Wish, 'at' | 'answer' | 'taken'>): Steps => ({
  proposedAt: at,
  answeredAt: answer?.at ?? null,
  takenAt: taken[0]?.at ?? null,
  openedAt: taken.find(one => one.toldAt !== null)?.toldAt ?? null,
});
