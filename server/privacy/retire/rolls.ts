import { foundBy } from '../../../domain/roll/found-by';
import { _, find, updateWhere } from '../../base/database';

/** The most in one night: rolls of some thousand bytes each. */
const MOST = 2_000;
const PAGE = 500;

/**
 * Adds to old rolls whom they are about, so that they need not all be read to find a person. A roll that is written to
 * meanwhile gets it by itself. Once every roll has it, this is one operation.
 */
export async function noteWhomRollsAreAbout(): Promise<void> {
  for (let done = 0; done < MOST; done += PAGE) {
    const page = await find('rolls', { appealOpen: null }, { limit: PAGE });
    for (const roll of page) {
      const { people, appealOpen } = foundBy(roll);
      const guard = { _id: roll._id, appealOpen: null };
      await updateWhere('rolls', guard, { people: _.addToSet({ $each: people }), appealOpen });
    }
    if (page.length < PAGE) return;
  }
}
