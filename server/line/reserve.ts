import type { Hold, Section } from '../../domain/model';
import { isHeadStart } from '../../domain/line/admission';
import { leftPath } from '../../domain/line/late-tap';
import { _, updateWhere } from '../base/database';

/** As much of a section as reserving needs. */
export type ReserveFacts = Pick<Section, '_id' | 'batchId' | 'limit' | 'clashIds' | 'publishedAt' | 'laterAt'>;

/**
 * Reserves a place in a person's standing: settled for the batch as it was last published, a
 * first-timer while only those may, below the batch's limit, neither this section nor one that clashes
 * with it, and not left since the tap. One guarded update, so that two claims at once cannot both pass. False = one of these does not hold.
 * Who gains a place may be no first-timer any more anywhere else: the same write unsettles that.
 */
export const reserve = (facts: ReserveFacts, memberId: string, at: number, tappedAt?: number): Promise<boolean> =>
  updateWhere(
    'standings',
    {
      _id: memberId,
      [`batches.${facts.batchId}.settledAt`]: _.gte(facts.publishedAt),
      ...(isHeadStart(facts, at) ? { first: facts.batchId } : {}),
      ...(facts.limit === undefined ? {} : { [`batches.${facts.batchId}.count`]: _.lt(facts.limit) }),
      'holds.sectionId': _.nin([facts._id, ...facts.clashIds]),
      ...(tappedAt === undefined ? {} : { [leftPath(facts.batchId, facts._id)]: _.exists(false).or(_.lt(tappedAt)) }),
    },
    {
      holds: _.push([{ sectionId: facts._id, batchId: facts.batchId, at }]),
      [`batches.${facts.batchId}.count`]: _.inc(1),
      first: _.set(isHeadStart(facts, at) ? [facts.batchId] : []),
    },
  );

/** Notes that the person leaves a line, before they do: from then on no tap from before gets them into it again. */
export const noteLeaving = ({ _id, batchId }: Pick<Section, '_id' | 'batchId'>, memberId: string, now: number) =>
  updateWhere(
    'standings',
    { _id: memberId, [`batches.${batchId}.count`]: _.exists(true) },
    { [leftPath(batchId, _id)]: now },
  );

/** Gives back exactly this hold; false where it is gone already, so that giving back twice counts once. */
export const release = (memberId: string, hold: Hold): Promise<boolean> =>
  updateWhere(
    'standings',
    { _id: memberId, holds: _.elemMatch({ sectionId: hold.sectionId, at: hold.at }) },
    {
      holds: _.pull({ sectionId: hold.sectionId, at: hold.at }),
      [`batches.${hold.batchId}.count`]: _.inc(-1),
    },
  );

/** Writes a hold again that a line entry stands for; false where there is one for that section (heal that first). */
export const restore = (memberId: string, hold: Hold): Promise<boolean> =>
  updateWhere(
    'standings',
    { _id: memberId, 'holds.sectionId': _.neq(hold.sectionId) },
    { holds: _.push([hold]), [`batches.${hold.batchId}.count`]: _.inc(1), first: _.set([]) },
  );
