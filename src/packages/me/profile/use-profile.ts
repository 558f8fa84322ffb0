import { useState } from 'react';
import type { Profile } from '../../../../domain/contract';
import { checkProfile } from '../../../../domain/rules/profile';
import { call } from '../../../api/call';
import { me } from '../../../state/member';
import { leaveWaitingRooms } from '../../../state/waiting-room';

const BLANK: Profile = { name: '', phone: '', employer: '', unionMember: false };

/** The profile while it is filled in: checked here by the server's own rule, so that most faults cost no call. */
export function useProfile(kept: Profile | null, onSaved: () => void) {
  const [profile, setProfile] = useState<Profile>(kept ?? BLANK);
  const [faults, setFaults] = useState<Partial<Record<keyof Profile, string>>>({});
  const [state, setState] = useState<{ saving: boolean; message?: string }>({ saving: false });

  const change = (part: Partial<Profile>) => {
    setProfile({ ...profile, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };
  const save = async () => {
    const checked = checkProfile(profile);
    if (!('profile' in checked)) return setFaults(checked.details.fields);
    setState({ saving: true });
    const answer = await call('member.save', checked.profile);
    if (answer.ok) {
      me.put(known => ({ roles: known?.roles ?? [], profile: answer.data.profile }));
      leaveWaitingRooms();
      return onSaved();
    }
    if (answer.code === 'BAD_PROFILE') setFaults(answer.details.fields);
    setState({ saving: false, message: answer.message });
  };
  return { profile, faults, ...state, change, save };
}
