import type { Erasure } from '../../../domain/model';
import { QUIET_MS } from '../../../domain/privacy/erase';
import { peopleOf } from '../../../domain/line/entry';
import { HOLD_TTL_MS } from '../../../domain/line/hold';
import { USUAL_POLICY } from '../../../domain/attendance/no-show';
import { absencesOf } from '../../attendance/absences';
import { about, PERSONAL, removeOwn } from '../about';
import { _, remove, updateAll, updateWhere } from '../../base/database';
import { unsettle } from '../../line/settle';
import { finish } from '../../telling/tell-of-drop';
import { forgetInActs } from './acts';
import { aliasOf, ON_RECORD } from './alias';
import { forgetInHistory } from './history';
import { givePlacesUp } from './places';
import { forgetInSums } from './sums';
import { forgetInRatings } from './ratings';
import { forgetInTallies } from './tallies';
import { forgetInWishes } from './wishes';
import { followNothing } from '../../telling/class-follows';

/**
 * One sweep over everything that still names the person. Every step looks for what is there and deals with it. So a
 * sweep that died anywhere is simply done again, and two at once have the same result. Returns true once the erasure is
 * over: nothing was left to sweep, and no call from before its beginning can still be writing.
 *
 * @param until the sweep of history stops here. It has three years of rolls, and the next sweep finds the rest
 */
export async function pass(erasure: Erasure, now: number, until: number): Promise<boolean> {
  const { _id: memberId, seed, startedAt } = erasure;
  if (now >= startedAt + QUIET_MS && (await isNothingLeft(memberId))) {
    await forgetInTallies(memberId, aliasOf(seed, ON_RECORD));
    await forgetInSums(memberId, seed);
    await end(erasure, now);
    return true;
  }
  // From here on a claim of this person finds no batch that lets them in, and no profile that would.
  await unsettle(memberId);
  await givePlacesUp(memberId, now);
  await forgetInActs(memberId, aliasOf(seed, ON_RECORD), now);
  await noteAbsences(erasure, now);
  await forgetInHistory(memberId, sectionId => aliasOf(seed, sectionId), until);
  await forgetInOutbox(memberId, now);
  // While a roll still says that the person came, a book that has forgotten them would let them rate once more.
  if (Date.now() < until) await forgetInRatings(memberId, sectionId => aliasOf(seed, sectionId));
  await forgetInWishes(memberId, aliasOf(seed, ON_RECORD));
  await followNothing(memberId);
  await removeOwn(memberId);
  return false;
}

/** A lesson that was closed after the beginning may still have noted an absence under the person's own id. */
async function noteAbsences({ _id, startedAt }: Erasure, now: number): Promise<void> {
  for (const { startsAt } of await absencesOf(_id, USUAL_POLICY.days, now))
    await updateWhere('erasures', { _id, startedAt }, { missed: _.addToSet(startsAt) });
}

async function isNothingLeft(memberId: string): Promise<boolean> {
  for (const collection of PERSONAL)
    if (collection !== 'erasures' && (await about(collection, memberId)).length > 0) return false;
  return true;
}

/** The person is told nothing any more. Others are still told what the person's leaving means for them. */
async function forgetInOutbox(memberId: string, now: number): Promise<void> {
  for (const outgoing of await about('outbox', memberId)) {
    const { _id, dropping, createdAt, doneAt } = outgoing;
    if (dropping && peopleOf(dropping.entry).includes(memberId) && createdAt < now - HOLD_TTL_MS)
      await finish(outgoing, now);
    else if (!dropping && doneAt !== null && _id.includes(memberId)) await remove('outbox', _id);
  }
  await updateAll('outbox', { 'to.memberId': memberId }, { to: _.pull({ memberId }) });
  await updateAll('outbox', { 'to.attendeeId': memberId }, { to: _.pull({ attendeeId: memberId }) });
}

/** The seed is deleted. The rest stays only if there is something to remember. */
async function end({ _id, missed, pending = [], cameBefore, startedAt }: Erasure, now: number): Promise<void> {
  if (missed.length === 0 && pending.length === 0 && !cameBefore) return remove('erasures', _id);
  await updateWhere('erasures', { _id, startedAt, doneAt: null }, { doneAt: now, name: _.remove(), seed: '' });
}
