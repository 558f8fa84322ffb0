import type { SectionCount } from './place';

/** What is left over several lines. */
export interface RoomLeft {
  seatsLeft: number;
  /** Places left in waiting lists of lines that have no seat left: while there is a seat nobody waits. */
  waitingLeft: number;
}

type Counted = Pick<SectionCount, 'seatsLeft' | 'waitingLeft'>;

export const roomLeft = (counts: readonly Counted[]): RoomLeft => ({
  seatsLeft: counts.reduce((sum, one) => sum + one.seatsLeft, 0),
  waitingLeft: counts.reduce((sum, one) => sum + (one.seatsLeft > 0 ? 0 : one.waitingLeft), 0),
});
