import type { KeptProfile } from '../../domain/people/profile';
import type { Member } from '../../domain/model';
import { updateWhere } from '../base/database';
import { addOnce } from '../base/add-once';

/** Writes the profile; roles and the day of joining stay as they are. */
export async function saveMember(memberId: string, openid: string, profile: KeptProfile, now: number): Promise<void> {
  const update = () => updateWhere('members', { _id: memberId }, { ...profile, updatedAt: now });
  if (await update()) return;
  const member: Member = { _id: memberId, openid, ...profile, roles: [], createdAt: now, updatedAt: now };
  if (!(await addOnce('members', member))) await update();
}
