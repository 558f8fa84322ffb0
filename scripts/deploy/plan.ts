import { NOTHING, type Found } from './found';
import { planCollection } from './plan-collection';
import { planFunction } from './plan-function';
import type { Need, Step } from './step';
import type { Wanted } from './wanted';

export interface Plan {
  steps: Step[];
  needs: Need[];
}

/**
 * What is missing or different in `found`, in the order in which it is corrected: collections, who may read them,
 * indexes, and last the functions, so that none runs without its collections. If everything is as required there is
 * no step.
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
