import { KEPT_MS } from '../../domain/privacy';
import type { Member, Notice } from '../../domain/model';
import { mayRingAt } from '../../domain/rules/quiet-hours';
import { isRefused } from '../../domain/rules/refuse';
import { addOnce } from '../db/add-once';
import { _, find, read } from '../db/database';
import { begin } from '../erase/begin';

/** Looked at in one night, and forgotten in one night. */
const LOOKED_AT = 500;
const FORGOTTEN = 50;

/**
 * Of whom nothing was heard for years: no place in any class, no change of the profile, no role. Told first; who then
 * does nothing is erased like somebody who asks for it. Returns how many erasures were begun.
 */
export async function retireMembers(now: number): Promise<number> {
  const silent = { updatedAt: _.lt(now - KEPT_MS.members), 'roles.0': _.exists(false) };
  let begun = 0;
  for (const member of await find('members', silent, { orderBy: ['updatedAt', 'asc'], limit: LOOKED_AT })) {
    if (begun >= FORGOTTEN) break;
    if (((await read('standings', member._id))?.holds.length ?? 0) > 0) continue;
    const warning = warningTo(member, now);
    if (await addOnce('notices', warning)) continue;
    const told = await read('notices', warning._id);
    if (!told || now < told.createdAt + KEPT_MS.warned) continue;
    if (!isRefused(await begin(member._id, now))) begun += 1;
  }
  return begun;
}

/** One for each time that nothing was heard: whoever saves the profile anew begins anew. */
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
