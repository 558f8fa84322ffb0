import type { Claimed, RefusalOf } from '../../domain/api';
import { attempt, type Answers, type Effect } from '../../domain/line/attempt';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { read, readMany } from '../base/database';
import { unlessLost } from '../base/failure';
import { pause } from '../base/transaction';
import { scheduledBatch } from '../batch/recent-batches';
import { noteSection, type Facts } from './facts';
import { join } from './join';
import { release, reserve } from './reserve';
import { settleEligibility } from './settle-eligibility';
import { swap } from './swap';

type No = Refused<RefusalOf<'line.claim'> | 'BUSY'>;
/** The functions that carry out each effect. */
type Doing = { [D in Effect['do']]: (effect: Extract<Effect, { do: D }>) => Promise<Answers<No>[D]> };

interface Tap {
  memberId: string;
  /** As this instance remembers them; a read of the section brings them up to date. */
  facts: Facts;
  arrivedAt: number;
  tappedAt?: number | undefined;
}

/** Carries a claim out on the database. */
export async function carryOut({ facts: known, ...tap }: Tap, first: 'look' | 'reserve'): Promise<Claimed | No> {
  const { memberId, tappedAt } = tap;
  let facts = known;
  const doing: Doing = {
    reserve: ({ at }) => unlessLost(reserve(facts, memberId, at, tappedAt)),
    async join({ at, sentAt }) {
      const after = await unlessLost(join(facts, memberId, at, sentAt));
      if (after && after !== 'UNKNOWN') noteSection(after, sentAt);
      return after;
    },
    release: async ({ hold }) => void (await release(memberId, hold)),
    swap: ({ fromIds }) => swap(memberId, facts._id, fromIds, tappedAt),
    async settle() {
      const batch = await scheduledBatch(facts.batchId, Date.now());
      if (!batch) return refuse('BATCH_NOT_FOUND');
      const settled = await settleEligibility(batch, memberId, Date.now(), { sectionId: facts._id });
      if (isRefused(settled)) return settled;
      const notMine = settled.not?.includes(facts._id);
      return notMine ? refuse('SECTION_NOT_INVITED', batch.audiences?.[facts._id] ?? {}) : undefined;
    },
    async readSection() {
      const readAt = Date.now();
      const section = await read('sections', facts._id);
      if (section) {
        noteSection(section, readAt);
        facts = section;
      }
      return section;
    },
    readStanding: () => read('standings', memberId),
    readLines: ({ ids }) => readMany('sections', ids),
    pause: ({ ms }) => pause(ms),
  };

  const steps = attempt<No>({ ...tap, section: known, now: Date.now }, first);
  let step = steps.next();
  while (!step.done) step = steps.next(await doing[step.value.do](step.value as never));
  return step.value;
}
