import type { Kept } from '../../../domain/base/collection';
import { COLLECTIONS } from '../../../domain/collections';
import { KEPT_MS } from '../../../domain/privacy/privacy';
import { _, find, removeAll, updateAll, updateWhere, type CollectionName } from '../../base/database';
import { takeOldEntriesApart } from '../old-entries';
import { takeBoardsDown } from './boards';
import { retireClasses } from './classes';
import { removeGroupCodes } from './group-codes';
import { retireMembers } from './members';
import { retireNames } from './names';
import { emptyBooks } from './ratings';
import { noteWhomRollsAreAbout } from './rolls';

/**
 * The most of one collection in one night: the job is bounded, and the next night does the rest. A release may tell
 * 60,000.
 */
const PAGE = 500;
const PAGES = 20;

/**
 * Removes what has been kept long enough, as the collections declare it. Each step looks for what is due, so that the
 * next night makes good one that was cut off. Returns how many documents of each collection were removed, and puts that
 * into the report.
 */
export async function retire(reportId: string, now: number): Promise<Record<string, number>> {
  await takeBoardsDown(now);
  await takeOldEntriesApart();
  await updateAll('erasures', { 'pending.until': _.lte(now) }, { pending: _.pull({ until: _.lte(now) }) });
  await noteWhomRollsAreAbout();
  let membersUpTo = '';
  const members = async () => {
    const { begun, stoppedAt } = await retireMembers(now, await lastStop());
    membersUpTo = stoppedAt;
    return begun;
  };
  const retired = {
    ...(await keptLongEnough(now)),
    follows: (await oldFollows(now)) + (await old('follows', due(COLLECTIONS.follows.kept, now))),
    erasures: await old('erasures', { doneAt: _.neq(null), forgetAt: _.lte(now) }),
    tallies: await oldTallies(now),
    sections: await retireClasses(now),
    groupCodes: await removeGroupCodes(now),
    ratings: await emptyBooks(now),
    // Members come after the classes, because only then nobody holds a place in one that is over.
    members: await members(),
    record: await retireNames(now),
  };
  const some = Object.fromEntries(Object.entries(retired).filter(([, count]) => count > 0));
  const retiredNow = Object.keys(some).length > 0 ? { retired: _.set(some) } : {};
  await updateWhere('checks', { _id: reportId }, { ...retiredNow, membersUpTo });
  return some;
}

/** Where the last night stopped with the members. */
async function lastStop(): Promise<string> {
  const nights = { membersUpTo: _.exists(true) };
  const [last] = await find('checks', nights, { orderBy: ['startedAt', 'desc'], limit: 1 });
  return last?.membersUpTo ?? '';
}

/** Removes old documents as each collection declares. Follows have a second reason to go. */
async function keptLongEnough(now: number): Promise<Partial<Record<CollectionName, number>>> {
  const removed: Partial<Record<CollectionName, number>> = {};
  for (const [name, { kept }] of Object.entries(COLLECTIONS) as [CollectionName, { kept?: Kept }][])
    if (kept && name !== 'follows') removed[name] = await old(name, due(kept, now));
  return removed;
}

const due = ({ ms, since, done }: Kept, now: number): Record<string, unknown> => ({
  ...(done ? { doneAt: _.neq(null) } : {}),
  [since]: _.lt(now - ms),
});

async function old(name: CollectionName, due: Record<string, unknown>): Promise<number> {
  let removed = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const ids = (await find(name, due, { limit: PAGE })).map(one => one._id);
    if (ids.length > 0) removed += await removeAll(name, { ...due, _id: _.in(ids) });
    if (ids.length < PAGE) break;
  }
  return removed;
}

/** Removes all at once the follows of a crowd that was told of one opening. */
const oldFollows = (now: number): Promise<number> =>
  removeAll('follows', { toldFor: _.gt(0).and(_.lt(now - KEPT_MS.told)) });

async function oldTallies(now: number): Promise<number> {
  const over = await find('batches', { lastLessonAt: _.lt(now - KEPT_MS.tallies) });
  return over.length > 0 ? old('tallies', { batchId: _.in(over.map(batch => batch._id)) }) : 0;
}
