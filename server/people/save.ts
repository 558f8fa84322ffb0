import { REFUSALS } from '../../domain/base/codes';
import type { Member } from '../../domain/model';
import { checkProfile, type KeptProfile } from '../../domain/people/profile';
import { isOlder } from '../../domain/line/late-tap';
import { isRefused, refuse } from '../../domain/base/refuse';
import { riskyOf } from '../base/check-text';
import { read } from '../base/database';
import { saveMember } from './save-member';
import { unsettle } from '../line/settle';
import type { Run } from '../base/door';
import { refuseWhileErasing } from '../privacy/erase/under-way';

/** The fields of free text. */
const WRITTEN = ['name', 'employer', 'district'] as const;

const FIELDS = ['name', 'phone', 'employer', 'district', 'unionMember', 'membership'] as const;
const isSame = (member: Member, profile: KeptProfile): boolean => FIELDS.every(name => member[name] === profile[name]);

/** Saves my profile. If a field that decides about eligibility changed, every batch must be settled anew. */
export const save: Run<'member.save'> = async ({ input: { tappedAt, ...input }, memberId, openid, now }) => {
  const checked = checkProfile(input);
  if (isRefused(checked)) return checked;
  const { profile } = checked;
  const erasing = await refuseWhileErasing(memberId);
  if (erasing) return erasing;
  const before = await read('members', memberId);
  // This is a copy of an earlier save that arrives late. If it says what is stored, it has been done already.
  if (before && isOlder(tappedAt, before.updatedAt))
    return isSame(before, profile) ? { profile } : refuse('CHANGED_SINCE');
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
