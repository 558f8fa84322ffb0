import { REFUSALS } from '../../../domain/codes';
import { checkProfile } from '../../../domain/rules/profile';
import { isRefused, refuse } from '../../../domain/rules/refuse';
import { riskyOf } from '../../check-text';
import { read } from '../../db/database';
import { saveMember } from '../../db/save-member';
import { unsettle } from '../../db/settle';
import type { Run } from '../../door';
import { refuseWhileErasing } from '../../erase/under-way';

/** What is free text. */
const WRITTEN = ['name', 'employer', 'district'] as const;

/** Saves my profile. Where what decides about eligibility changed, every batch is to be settled anew. */
export const save: Run<'member.save'> = async ({ input, memberId, openid, now }) => {
  const checked = checkProfile(input);
  if (isRefused(checked)) return checked;
  const { profile } = checked;
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const before = await read('members', memberId);
  const said = WRITTEN.filter(field => profile[field] && profile[field] !== before?.[field]);
  const risky = await riskyOf(openid, 'profile', Object.fromEntries(said.map(field => [field, profile[field]])));
  if (risky.length > 0)
    return refuse('BAD_PROFILE', { fields: Object.fromEntries(risky.map(field => [field, REFUSALS.TEXT_RISKY])) });
  await saveMember(memberId, openid, profile, now);
  const same =
    before &&
    before.employer === profile.employer &&
    before.district === profile.district &&
    before.unionMember === profile.unionMember;
  if (before && !same) await unsettle(memberId);
  return { profile };
};
