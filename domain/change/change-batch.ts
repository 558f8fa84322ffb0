import { endText } from '../base/clock';
import type { Change } from './change';
import type { Batch } from '../model';
import type { Effect } from './change-effect';
import { refuse, type Refused } from '../base/refuse';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Changes the end of the claims, for the batch and each of its classes. */
export function changeClosing(
  batch: Batch,
  { closesAt }: Of<'closesAt'>,
  now: number,
): Effect | Refused<'NOTHING_CHANGES' | 'CLOSING_TIME_WRONG'> {
  if (closesAt === batch.closesAt) return refuse('NOTHING_CHANGES');
  if (closesAt <= batch.opensAt) return refuse('CLOSING_TIME_WRONG', { text: '截止时间要晚于开放时间' });
  if (closesAt <= now) return refuse('CLOSING_TIME_WRONG', { text: '截止时间已经过去，请选一个以后的时间' });
  if (closesAt > batch.lastLessonAt) return refuse('CLOSING_TIME_WRONG', { text: '截止时间要在最后一次课之前' });
  const [before, after] = [endText(batch.closesAt, now), endText(closesAt, now)];
  return {
    summary: `报名截止从 ${before} 改为 ${after}`,
    before,
    after,
    batch: { closesAt },
    tell: [],
    affected: [],
    warnings: closesAt > batch.firstLessonAt ? ['截止时间晚于第一次课，有人可能报上已经开课的班'] : [],
  };
}

/** Hides the batch from workers. Their places stay theirs. */
export const archive = (): Effect => ({
  summary: '归档这一期',
  before: '已结束',
  after: '已归档',
  batch: { state: 'archived' },
  tell: [],
  affected: [],
  warnings: [],
});
