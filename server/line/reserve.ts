import type { Hold, Section } from '../../domain/model';
import { isHeadStart, type Head } from '../../domain/line/admission';
import { leftPath } from '../../domain/line/late-tap';
import { _, updateWhere } from '../base/database';

/** The fields of a section that reserving needs. */
export type ReserveFacts = Pick<Section, '_id' | 'limit' | 'clashIds' | 'publishedAt'> & Head;

/**
 * Reserves a place in a person's standing with one guarded update, so that two claims at once cannot both pass. The
 * guard requires:
 * - the person is settled for the batch as it was last published, as a first-timer while only those may claim;
 * - this section is for them;
 * - they are below the batch's limit;
 * - they hold neither this section nor one that clashes with it;
 * - they have not left it since the tap.
 *
 * False if one of these does not hold. A person who gains a place may no longer be a first-timer elsewhere, so the same
 * write unsettles that.
 */
export const reserve = (facts: ReserveFacts, memberId: string, at: number, tappedAt?: number): Promise<boolean> =>
  updateWhere(
    'standings',
    {
      _id: memberId,
      [`batches.${facts.batchId}.settledAt`]: _.gte(facts.publishedAt),
      [`batches.${facts.batchId}.not`]: _.nin([facts._id]),
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

/** Notes that the person leaves a line, before they do. From then on no earlier tap can put them into it again. */
export const noteLeaving = ({ _id, batchId }: Pick<Section, '_id' | 'batchId'>, memberId: string, now: number) =>
  updateWhere(
    'standings',
    { _id: memberId, [`batches.${batchId}.count`]: _.exists(true) },
    { [leftPath(batchId, _id)]: now },
  );

/** Gives back exactly this hold. False if it is gone already, so that giving back twice counts once. */
export const release = (memberId: string, hold: Hold): Promise<boolean> =>
  updateWhere(
    'standings',
    { _id: memberId, holds: _.elemMatch({ sectionId: hold.sectionId, at: hold.at }) },
    {
      holds: _.pull({ sectionId: hold.sectionId, at: hold.at }),
      [`batches.${hold.batchId}.count`]: _.inc(-1),
    },
  );

/** Writes the missing hold of a line entry again. False if there is one for that section (heal that first). */
export const restore = (memberId: string, hold: Hold): Promise<boolean> =>
  updateWhere(
    'standings',
    { _id: memberId, 'holds.sectionId': _.neq(hold.sectionId) },
    { holds: _.push([hold]), [`batches.${hold.batchId}.count`]: _.inc(1), first: _.set([]) },
  );
