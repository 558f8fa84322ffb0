import type { SectionCount } from './place';

/** The places left in several lines together. */
export interface RoomLeft {
  seatsLeft: number;
  /** Waiting places left in lines that have no seat left. While a line has a free seat, nobody waits in it. */
  waitingLeft: number;
}

type Counted = Pick<SectionCount, 'seatsLeft' | 'waitingLeft'>;

export const roomLeft = (counts: readonly Counted[]): RoomLeft => ({
  seatsLeft: counts.reduce((sum, one) => sum + one.seatsLeft, 0),
  waitingLeft: counts.reduce((sum, one) => sum + (one.seatsLeft > 0 ? 0 : one.waitingLeft), 0),
});
