import type { BatchCard } from '../../../domain/contract';
import { DAY } from '../../../domain/clock';
import { phaseOf } from '../../../domain/rules/phase';
import type { ChipKind } from '../../parts/marks';
import { whenText } from '../../words';

/** Where a batch stands in its life, in a word. */
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

/** The second line of a batch in the list. */
export function batchLine(batch: BatchCard, now: number): string {
  const sections = `${batch.sectionCount} 个班`;
  switch (phaseOf(batch, now)) {
    case 'upcoming':
      return `${sections}，${batch.capacity} 个名额`;
    case 'open':
      return batch.seatsLeft > 0 ? `${sections}，还有 ${batch.seatsLeft} 个名额` : `${sections}，可看候补`;
    case 'closed': {
      if (now < batch.firstLessonAt) return `${sections}，${whenText(batch.firstLessonAt, now)} 开课`;
      if (now >= batch.lastLessonAt) return sections;
      return `${sections}，第 ${Math.floor((now - batch.firstLessonAt) / (7 * DAY)) + 1} 周`;
    }
  }
}

/** The batch that most people come for: the next release; failing that, the open one that opened last. */
export function heroOf<B extends BatchCard>(batches: B[], now: number): B | undefined {
  const upcoming = batches.filter(one => phaseOf(one, now) === 'upcoming').sort((a, b) => a.opensAt - b.opensAt);
  const open = batches.filter(one => phaseOf(one, now) === 'open').sort((a, b) => b.opensAt - a.opensAt);
  // A batch that has just opened stays the first for as long as it has seats.
  const fresh = open.find(one => one.seatsLeft > 0 && now - one.opensAt < DAY);
  return fresh ?? upcoming[0] ?? open[0];
}
