import { KEPT_MS } from '../../../domain/privacy/privacy';
import type { Member, Notice } from '../../../domain/model';
import { mayRingAt } from '../../../domain/telling/quiet-hours';
import { isRefused } from '../../../domain/base/refuse';
import { addOnce } from '../../base/add-once';
import { _, find, read, readMany } from '../../base/database';
import { begin } from '../erase/begin';

/** The most read at once, pages looked at in one night, and people forgotten in one night. */
const PAGE = 500;
const PAGES = 20;
const FORGOTTEN = 50;
/**
 * The letters of a member id from which the next night goes on. They are too few to identify anybody, so a few people
 * are looked at twice.
 */
const CURSOR = 5;

/**
 * Erases people who were silent for years: no place in any class, no change of the profile, no role. They are told
 * first. If they then do nothing, they are erased as if they had asked for it. They are looked at in the order of ids,
 * each night from where the last one stopped. So people who have a place, and are skipped every time, do not hold up
 * the others.
 *
 * @param from where the last night stopped; '' = at the beginning.
 * @returns how many erasures were begun, and where this night stopped.
 */
export async function retireMembers(now: number, from: string): Promise<{ begun: number; stoppedAt: string }> {
  let begun = 0;
  let after = from;
  for (let page = 0; page < PAGES; page += 1) {
    const silent = await find('members', _.and([{ _id: _.gt(after) }, silentSince(now)]), {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
    });
    const standings = await readMany(
      'standings',
      silent.map(member => member._id),
    );
    const held = new Set(standings.filter(({ holds }) => holds.length > 0).map(({ _id }) => _id));
    for (const member of silent) {
      after = member._id;
      if (held.has(member._id) || !(await isWarned(member, now))) continue;
      if (!isRefused(await begin(member._id, now))) begun += 1;
      if (begun >= FORGOTTEN) return { begun, stoppedAt: after.slice(0, CURSOR) };
    }
    if (silent.length < PAGE) return { begun, stoppedAt: '' };
  }
  return { begun, stoppedAt: after.slice(0, CURSOR) };
}

const silentSince = (now: number) => ({ updatedAt: _.lt(now - KEPT_MS.members), 'roles.0': _.exists(false) });

/** Was the person told long enough ago for the data to go? Tells them if they were not told yet. */
async function isWarned(member: Member, now: number): Promise<boolean> {
  const warning = warningTo(member, now);
  if (await addOnce('notices', warning)) return false;
  const told = await read('notices', warning._id);
  return told !== null && now >= told.createdAt + KEPT_MS.warned;
}

/** There is one warning for each silence. If the person saves the profile again, the time starts anew. */
const warningTo = ({ _id, updatedAt }: Member, now: number): Notice => ({
  _id: `long-away-${_id}-${updatedAt}`,
  memberId: _id,
  kind: 'LONG_AWAY',
  sectionId: '',
  batchId: '',
  title: '惠工课堂',
  text: '您三年没有报过名。30 天后会删除您的资料；想留着，到“我的”里点修改，再保存一次。',
  createdAt: now,
  readAt: null,
  push: { kind: 'changed', state: 'due', notBefore: mayRingAt('LONG_AWAY', null, now), tries: 0, lessonAt: null },
});
