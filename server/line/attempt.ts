import type { Claimed, RefusalOf } from '../../domain/api';
import { decideClaim, linesToSee, type ClaimStep } from '../../domain/line/claim';
import { COME_AGAIN_MS, PATIENCE_MS, PAUSE_MS, WAITS } from '../../domain/base/patience';
import { placeOf } from '../../domain/line/place';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { read, readMany } from '../base/database';
import { outcomeOf } from '../base/failure';
import { join } from './join';
import { release, reserve } from './reserve';
import { swap } from './swap';
import { pause } from '../base/transaction';
import { scheduledBatch } from '../batch/recent-batches';
import { noteSection, type Facts } from './facts';
import { settleEligibility } from './settle-eligibility';
import { isFull } from '../../domain/line/line';

type No = Refused<RefusalOf<'line.claim'> | 'BUSY'>;
type Taken = Exclude<ClaimStep, { do: 'answer' | 'refuse' }>;

/** One tap on its way: what it has written so far, and the steps that `domain/line/claim.ts` tells it to take. */
export class Attempt {
  /** The `at` of the hold that this call has written, or may have written where the answer got lost. */
  private heldAt: number | null = null;
  /** UNKNOWN: the answer to the join got lost. The hold then stays, whatever else happens. */
  private joined: 'YES' | 'NO' | 'UNKNOWN' = 'NO';
  private waits = 0;
  private clearedSectionIds: string[] = [];

  constructor(
    private readonly memberId: string,
    private facts: Facts,
    private readonly arrivedAt: number,
    private readonly tappedAt?: number,
  ) {}

  async run(first: ClaimStep): Promise<Claimed | No> {
    let step = first;
    while (Date.now() - this.arrivedAt < PATIENCE_MS) {
      if (step.do === 'answer') {
        const already = step.place.at !== this.heldAt;
        return { place: step.place, already, clearedSectionIds: this.clearedSectionIds };
      }
      if (step.do === 'refuse') return this.giveUp(step.refusal);
      const next = await this.take(step);
      if (isRefused(next)) return this.giveUp(next);
      step = next;
    }
    return this.giveUp(refuse('BUSY', { retryAfterMs: COME_AGAIN_MS }));
  }

  /** Takes a step and says what comes next. */
  private async take(step: Taken): Promise<ClaimStep | No> {
    switch (step.do) {
      case 'look':
        return this.look();
      case 'reserve':
        return (await this.reserve()) ? { do: 'join' } : { do: 'look' };
      case 'join':
        await this.join();
        return { do: 'look' };
      case 'settle':
        return (await this.settle()) ?? { do: this.heldAt === null ? 'reserve' : 'look' };
      case 'release':
        await release(this.memberId, step.hold);
        if (step.hold.sectionId === this.facts._id && step.hold.at === this.heldAt) this.heldAt = null;
        return { do: 'look' };
      case 'wait':
        if ((this.waits += 1) > WAITS) return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });
        await pause(PAUSE_MS);
        return { do: 'look' };
      case 'swap':
        await this.swap(step.fromIds);
        return { do: 'look' };
    }
  }

  private async reserve(): Promise<boolean> {
    this.heldAt = Date.now();
    const outcome = await outcomeOf(reserve(this.facts, this.memberId, this.heldAt, this.tappedAt));
    if (outcome === 'NO') this.heldAt = null;
    return outcome === 'YES';
  }

  private async join(): Promise<void> {
    if (this.heldAt === null) throw new Error('A line is never joined without a hold');
    this.joined = await outcomeOf(join(this.facts, this.memberId, this.heldAt, Date.now()));
  }

  private async swap(fromIds: string[]): Promise<void> {
    const at = await swap(this.memberId, this.facts._id, fromIds, this.tappedAt);
    if (at === undefined) return;
    this.heldAt = at;
    this.joined = 'YES';
    this.clearedSectionIds = fromIds;
  }

  private async settle(): Promise<No | undefined> {
    const batch = await scheduledBatch(this.facts.batchId, Date.now());
    if (!batch) return refuse('BATCH_NOT_FOUND');
    const settled = await settleEligibility(batch, this.memberId, Date.now());
    return isRefused(settled) ? settled : undefined;
  }

  /** Reads what is needed, in this order and no more: the line, then the standing, then the lines it points at. */
  private async look(): Promise<ClaimStep | No> {
    const readAt = Date.now();
    const section = await read('sections', this.facts._id);
    if (!section) return refuse('SECTION_NOT_FOUND');
    noteSection(section, readAt);
    this.facts = section;

    const place = placeOf(section, this.memberId);
    if (place) return { do: 'answer', place };
    // Joined and gone again: the same person left from another device in between.
    if (this.joined === 'YES') return refuse('BUSY', { retryAfterMs: COME_AGAIN_MS });

    const standing = isFull(section) ? null : await read('standings', this.memberId);
    const others = await readMany('sections', linesToSee(section, standing));
    return decideClaim({
      arrivedAt: this.arrivedAt,
      now: Date.now(),
      memberId: this.memberId,
      section,
      standing,
      others,
      ownAt: this.heldAt,
      tappedAt: this.tappedAt,
    });
  }

  /** A refusal leaves nothing behind: the hold of this call is given back. */
  private async giveUp(refusal: No): Promise<No> {
    if (this.heldAt !== null && this.joined === 'NO') {
      const { _id: sectionId, batchId } = this.facts;
      await release(this.memberId, { sectionId, batchId, at: this.heldAt });
    }
    return refusal;
  }
}
