import { foundBy } from '../../../domain/roll/found-by';
import { _, find, updateWhere } from '../../base/database';

/** In one night: rolls of some thousand bytes each. */
const MOST = 2_000;
const PAGE = 500;

/**
 * Rolls from before they said whom they are about are found only by reading all of them: they say it from now on. A roll that is
 * written to meanwhile says it by itself. Once every roll does, this is one operation.
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
