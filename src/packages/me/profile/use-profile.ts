import { useState } from 'react';
import type { Profile } from '../../../../domain/api';
import { checkProfile } from '../../../../domain/people/profile';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { tapped } from '../../../app/clock/server-clock';
import { me } from '../../../app/known/member';
import { leaveWaitingRooms } from '../../../features/line/waiting-room';

/** `membership` is null while the question has no answer yet. */
const BLANK: Profile = { name: '', phone: '', employer: '', unionMember: false, membership: null };

/** A profile from before the question existed has no answer to it, so the form asks as for a new profile. */
const startFrom = (kept: Profile | null): Profile => (kept ? { ...kept, membership: kept.membership ?? null } : BLANK);

/**
 * The profile while it is filled in. It is checked here by the server's own rule, so that most faults cost no call.
 * `onSaved` goes on with what the form interrupted; the button stays busy until that is done.
 */
export function useProfile(kept: Profile | null, onSaved: (profile: Profile) => void | Promise<void>) {
  const [profile, setProfile] = useState<Profile>(() => startFrom(kept));
  const [faults, setFaults] = useState<Partial<Record<keyof Profile, string>>>({});
  const { state, run, say } = useDoing();

  const change = (part: Partial<Profile>) => {
    setProfile({ ...profile, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };
  const save = async () => {
    const checked = checkProfile(profile);
    if (!('profile' in checked)) {
      say(`还有 ${Object.keys(checked.details.fields).length} 项没填好，看红字`);
      return setFaults(checked.details.fields);
    }
    return run(async () => {
      const answer = await call('member.save', { ...checked.profile, ...tapped() });
      if (answer.ok) {
        me.put(known => ({ roles: known?.roles ?? [], profile: answer.data.profile }));
        leaveWaitingRooms();
        return onSaved(answer.data.profile);
      }
      if (answer.code === 'BAD_PROFILE') setFaults(answer.details.fields);
      return answer.message;
    });
  };
  return { profile, faults, ...state, change, save };
}
