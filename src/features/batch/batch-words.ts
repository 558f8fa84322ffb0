import type { BatchCard } from '../../../domain/api';
import { DAY } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { whenText } from '../../app/words';
import { type ChipKind } from '../../ui/chip';

/** What people can still get in an open batch: a seat, a place in a line, or nothing. */
export function roomIn({ seatsLeft, waitingLeft }: BatchCard): 'seat' | 'wait' | 'none' {
  if (seatsLeft > 0) return 'seat';
  return waitingLeft === 0 ? 'none' : 'wait';
}

/** The state of a batch, in a word. */
export function batchState(batch: BatchCard, now: number): { kind: ChipKind; word: string } {
  switch (phaseOf(batch, now)) {
    case 'upcoming':
      return { kind: 'soon', word: `${whenText(batch.opensAt, now)} 开放` };
    case 'open':
      return batch.seatsLeft > 0 ? { kind: 'open', word: '报名中' } : { kind: 'full', word: '名额已满' };
    case 'closed':
      if (now < batch.firstLessonAt) return { kind: 'full', word: '报名已结束' };
      return now < batch.lastLessonAt ? { kind: 'run', word: '上课中' } : { kind: 'full', word: '已结课' };
  }
}

const ROOM_WORDS = { wait: '名额满了，还能候补', none: '名额和候补都满了' };

/** The second line of a batch in the list. */
export function batchLine(batch: BatchCard, now: number): string {
  const sections = `${batch.sectionCount} 个班`;
  switch (phaseOf(batch, now)) {
    case 'upcoming':
      return `${sections}，${batch.capacity} 个名额`;
    case 'open': {
      const room = roomIn(batch);
      return `${sections}，${room === 'seat' ? `还有 ${batch.seatsLeft} 个名额` : ROOM_WORDS[room]}`;
    }
    case 'closed': {
      if (now < batch.firstLessonAt) return `${sections}，${whenText(batch.firstLessonAt, now)} 开课`;
      if (now >= batch.lastLessonAt) return sections;
      return `${sections}，第 ${Math.floor((now - batch.firstLessonAt) / (7 * DAY)) + 1} 周`;
    }
  }
}

/**
 * The batch in which people can do most. The order is: a batch that has just opened and has seats, the next release
 * within a day, an open batch with seats, a later release, and last one with only waiting lists or nothing.
 */
export function heroOf<B extends BatchCard>(batches: B[], now: number): B | undefined {
  const upcoming = batches.filter(one => phaseOf(one, now) === 'upcoming').sort((a, b) => a.opensAt - b.opensAt);
  const open = batches.filter(one => phaseOf(one, now) === 'open').sort((a, b) => b.opensAt - a.opensAt);
  const withSeats = open.filter(one => roomIn(one) === 'seat');
  const soon = upcoming.find(one => one.opensAt - now < DAY);
  return (
    withSeats.find(one => now - one.opensAt < DAY) ??
    soon ??
    withSeats[0] ??
    upcoming[0] ??
    open.find(one => roomIn(one) === 'wait') ??
    open[0]
  );
}
