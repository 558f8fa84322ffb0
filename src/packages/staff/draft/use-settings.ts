import { useState } from 'react';
import type { DraftView } from '../../../../domain/contract';
import { noShowOf, samePolicy, type Policy } from './no-show';
import { settingsOf, typedOf, type Faults, type Settings, type Typed } from './settings';
import type { Draft } from './use-draft';

/** The settings while they are typed. Whom a no-show policy concerns is looked at before it is stored. */
export function useSettings(draft: Draft, view: DraftView, onStored: () => void) {
  const [typed, setTyped] = useState(() => typedOf(view));
  const [faults, setFaults] = useState<Faults>({});
  const [seen, setSeen] = useState(view.audience.noShow);
  const [looking, look] = useState<{ policy: Policy; thenStore?: Settings }>();

  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };
  const store = async (settings: Settings) => {
    const answer = await draft.write('draft.save', { settings });
    if (answer.ok) onStored();
  };
  const save = async () => {
    const settings = settingsOf(typed);
    if ('faults' in settings) return setFaults(settings.faults);
    const policy = noShowOf(typed);
    if (policy && !('faults' in policy) && !samePolicy(policy, seen)) return look({ policy, thenStore: settings });
    await store(settings);
  };
  const preview = () => {
    const policy = noShowOf(typed);
    if (policy && 'faults' in policy) setFaults(policy.faults);
    else if (policy) look({ policy });
  };
  const haveSeen = () => {
    setSeen(looking?.policy);
    look(undefined);
    if (looking?.thenStore) void store(looking.thenStore);
  };
  return { typed, faults, change, save, preview, looking, haveSeen, stopLooking: () => look(undefined) };
}
export type SettingsForm = ReturnType<typeof useSettings>;
