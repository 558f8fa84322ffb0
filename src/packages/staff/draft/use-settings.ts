import { useState } from 'react';
import type { DraftProblem, DraftView } from '../../../../domain/api';
import { focusField } from '../../../ui/focus';
import {
  noShowOf,
  samePolicy,
  settingsOf,
  typedOf,
  type Faults,
  type Policy,
  type Settings,
  type Typed,
} from './settings';
import { stepOf, type Draft } from './use-draft';

/** The settings while they are typed. Staff see whom a no-show policy affects before it is stored. */
export function useSettings(draft: Draft, view: DraftView, onStored: () => void) {
  const [typed, setTyped] = useState(() => typedOf(view));
  const [faults, setFaults] = useState<Faults>({});
  const [seen, setSeen] = useState(view.audience.noShow);
  const [looking, look] = useState<{ policy: Policy; thenStore?: Settings }>();

  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };
  /** Each fault stands at its field, and the first of them gets the keyboard. */
  const show = (found: Faults) => {
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) focusField(`set-${first}`);
  };
  const store = async (settings: Settings) => {
    const answer = await draft.write('draft.save', { settings });
    if (!answer.ok) return;
    const missing = missingIn(answer.data.problems);
    if (Object.keys(missing).length === 0) return onStored();
    show(missing);
  };
  const save = async () => {
    const settings = settingsOf(typed);
    if ('faults' in settings) return show(settings.faults);
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

/** Of the settings, by field. */
const missingIn = (problems: readonly DraftProblem[]): Faults =>
  Object.fromEntries(
    problems.flatMap(problem =>
      problem.warning || stepOf(problem) !== 1 || typeof problem.where === 'object'
        ? []
        : [[problem.where === 'audience' ? 'headStartMinutes' : problem.where, problem.text]],
    ),
  );
