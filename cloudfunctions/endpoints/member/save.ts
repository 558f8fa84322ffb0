import { checkProfile } from '../../../domain/rules/profile';
import { isRefused } from '../../../domain/rules/refuse';
import { read } from '../../db/database';
import { saveMember } from '../../db/save-member';
import { unsettle } from '../../db/settle';
import type { Run } from '../../door';

/** Saves my profile. Where what decides about eligibility changed, every batch is to be settled anew. */
export const save: Run<'member.save'> = async ({ input, memberId, openid, now }) => {
  const checked = checkProfile(input);
  if (isRefused(checked)) return checked;
  const { profile } = checked;
  const before = await read('members', memberId);
  await saveMember(memberId, openid, profile, now);
  const same =
    before &&
    before.employer === profile.employer &&
    before.district === profile.district &&
    before.unionMember === profile.unionMember;
  if (before && !same) await unsettle(memberId);
  return { profile };
};
