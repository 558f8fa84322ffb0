import type { Batch, Member, SectionAudience } from '../model';
import { membershipOf } from './membership';
import { refuse, type Refused } from '../base/refuse';
import { sameWords } from '../base/written';

/** The reasons for which a batch may refuse a person before any claim, in the order in which they are checked. */
export const INELIGIBLE = [
  'PROFILE_MISSING',
  'MEMBERSHIP_UNSAID',
  'NOT_UNION_MEMBER',
  'EMPLOYER_NOT_INVITED',
  'DISTRICT_NOT_INVITED',
  'NOT_ACCEPTED',
] as const;

/**
 * The data that the audience is checked against. The app's copy of the profile has all of it, so the app can tell
 * beforehand.
 */
export type Applicant = Pick<Member, 'name' | 'phone' | 'employer' | 'unionMember'> &
  Partial<Pick<Member, 'district'>> & { membership?: Member['membership'] | null };

export type Ineligible = Refused<(typeof INELIGIBLE)[number]>;
/** The part that the profile alone decides. */
export type NotInvited = Refused<Exclude<(typeof INELIGIBLE)[number], 'NOT_ACCEPTED'>>;

/**
 * Settled in the waiting room before the release, so that no claim in the rush has to read for eligibility. `undefined`
 * = may come. Otherwise the one thing to put right first: the profile, the membership, the employer or the district.
 */
export function refuseByAudience(batch: Pick<Batch, 'audience'>, member: Applicant | null): NotInvited | undefined {
  if (!member?.name || !member.phone || !member.employer) return refuse('PROFILE_MISSING');
  const { unionMembersOnly } = batch.audience;
  if (unionMembersOnly && !member.unionMember) {
    return refuse(membershipOf(member) ? 'NOT_UNION_MEMBER' : 'MEMBERSHIP_UNSAID');
  }
  return refuseByNames(batch.audience, member);
}

function refuseByNames(
  { employers, districts }: SectionAudience,
  member: Pick<Applicant, 'employer' | 'district'>,
): Refused<'EMPLOYER_NOT_INVITED' | 'DISTRICT_NOT_INVITED'> | undefined {
  if (employers && !employers.some(name => sameWords(name, member.employer))) {
    return refuse('EMPLOYER_NOT_INVITED', { employers });
  }
  if (districts && !districts.some(name => sameWords(name, member.district ?? ''))) {
    return refuse('DISTRICT_NOT_INVITED', { districts });
  }
  return undefined;
}

/** True if a class is for this person, as far as its own audience goes. */
export const isInvited = (
  only: SectionAudience | undefined,
  member: Pick<Applicant, 'employer' | 'district'>,
): boolean => only === undefined || refuseByNames(only, member) === undefined;

/**
 * Refuses whoever has not accepted the declaration of a batch as it reads now. Both prints are of such texts.
 *
 * @param print of the text; `undefined` = the batch has none
 * @param accepted the prints that the person has accepted, now or before
 */
export const refuseUnaccepted = (
  print: string | undefined,
  accepted: readonly (string | undefined)[],
): Refused<'NOT_ACCEPTED'> | undefined =>
  print === undefined || accepted.includes(print) ? undefined : refuse('NOT_ACCEPTED');
