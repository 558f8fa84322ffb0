import { NOTHING, type Found } from './found';
import { planCollection } from './plan-collection';
import { planFunction } from './plan-function';
import type { Index, Timer, Wanted } from './wanted';

export type Difference =
  | { kind: 'code' }
  | { kind: 'memory' | 'timeout'; is: number; wanted: number }
  | { kind: 'timer'; timer: Timer }
  | { kind: 'variable'; name: string };

export type Step =
  | { do: 'create-collection'; collection: string }
  | { do: 'close-rule'; collection: string }
  | { do: 'drop-index'; collection: string; index: string }
  | { do: 'create-index'; collection: string; index: Index }
  | { do: 'drop-timer'; function: string; timer: Timer }
  | { do: 'drop-function'; function: string }
  | { do: 'create-function'; function: string; timers: Timer[]; variables: Record<string, string> }
  | {
      do: 'update-function';
      function: string;
      differs: Difference[];
      timers: Timer[];
      /** All that it shall have: the platform replaces the whole set. */
      variables: Record<string, string>;
    };

export type FunctionStep = Extract<Step, { do: 'create-function' | 'update-function' }>;

export const isFunctionStep = (step: Step): step is FunctionStep =>
  step.do === 'create-function' || step.do === 'update-function';

/** What no step of ours can do: a person must. */
export type Need =
  | { need: 'variable'; name: string; functions: string[] }
  | { need: 'runtime'; function: string; is: string; wanted: string }
  | { need: 'remove-failed'; function: string }
  | { need: 'timer-on'; function: string; timer: string };

export interface Plan {
  steps: Step[];
  needs: Need[];
}

/**
 * What is missing or different in `found`, in the order in which it is put right: collections, who may read them, indexes, and
 * the functions last, so that none runs without its collections. Where all is as wanted there is no step.
 */
export function planOf(wanted: Wanted, found: Found = NOTHING, values: Record<string, string> = {}): Plan {
  const collections = wanted.collections.flatMap(one => planCollection(one, found.collections[one.name]));
  const functions = wanted.functions.map(one => planFunction(one, found.functions[one.name], values));
  const gone = (wanted.gone ?? [])
    .filter(name => found.functions[name])
    .map(name => ({ do: 'drop-function' as const, function: name }));
  const unset = [...new Set(functions.flatMap(one => one.unset))].map(name => ({
    need: 'variable' as const,
    name,
    functions: wanted.functions.filter((_, i) => functions[i]!.unset.includes(name)).map(one => one.name),
  }));
  return {
    steps: [...collections, ...functions.flatMap(one => one.steps), ...gone],
    needs: [...functions.flatMap(one => one.needs), ...unset],
  };
}
