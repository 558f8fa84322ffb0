import type { Batch, Member } from '../model';
import { membershipOf } from './membership';
import { refuse, type Refused } from '../base/refuse';
import { sameWords } from '../base/written';

/** The reasons for which the audience of a batch may refuse a person, in the order in which they are checked. */
export const INELIGIBLE = [
  'PROFILE_MISSING',
  'MEMBERSHIP_UNSAID',
  'NOT_UNION_MEMBER',
  'EMPLOYER_NOT_INVITED',
  'DISTRICT_NOT_INVITED',
] as const;

/**
 * The data that the audience is checked against. The app's copy of the profile has all of it, so the app can tell
 * beforehand.
 */
export type Applicant = Pick<Member, 'name' | 'phone' | 'employer' | 'unionMember'> &
  Partial<Pick<Member, 'district'>> & { membership?: Member['membership'] | null };

export type Ineligible = Refused<(typeof INELIGIBLE)[number]>;

/**
 * Settled in the waiting room before the release, so that no claim in the rush has to read for eligibility. `undefined`
 * = may come. Otherwise the one thing to put right first: the profile, the membership, the employer or the district.
 */
export function refuseByAudience(batch: Pick<Batch, 'audience'>, member: Applicant | null): Ineligible | undefined {
  if (!member?.name || !member.phone || !member.employer) return refuse('PROFILE_MISSING');
  const { unionMembersOnly, employers, districts } = batch.audience;
  if (unionMembersOnly && !member.unionMember) {
    return refuse(membershipOf(member) ? 'NOT_UNION_MEMBER' : 'MEMBERSHIP_UNSAID');
  }
  if (employers && !employers.some(name => sameWords(name, member.employer))) {
    return refuse('EMPLOYER_NOT_INVITED', { employers });
  }
  if (districts && !districts.some(name => sameWords(name, member.district ?? ''))) {
    return refuse('DISTRICT_NOT_INVITED', { districts });
  }
  return undefined;
}
