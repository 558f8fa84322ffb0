import type { Member, Membership } from '../model';

/** What a person answers to 您是工会会员吗？ */
export const MEMBERSHIP_WORDS: Record<Membership, string> = { yes: '是', no: '还不是', unsure: '不清楚' };

/**
 * The known answer about a person's membership; `undefined` = they were never asked. Older profiles had a switch that
 * was off until somebody turned it on, so an old `false` is no answer. An older app may still turn the switch off for
 * somebody who had answered yes; that counts as 还不是.
 */
export function membershipOf({
  unionMember,
  membership,
}: Pick<Member, 'unionMember'> & { membership?: Membership | null }): Membership | undefined {
  if (unionMember) return 'yes';
  return membership === 'yes' ? 'no' : (membership ?? undefined);
}
