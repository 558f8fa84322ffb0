import type { FoundFunction } from './found';
import type { Difference, Need, Step } from './step';
import { BUILD_VARIABLE, type WantedFunction } from './wanted';

interface FunctionPlan {
  steps: Step[];
  needs: Need[];
  /** Variables that its code reads but that neither the environment nor the command gives. */
  unset: string[];
}

/**
 * Steps for one function. `values` are the variables that the command was given. Variables that are already there
 * stay.
 */
export function planFunction(
  wanted: WantedFunction,
  found: FoundFunction | undefined,
  values: Record<string, string>,
): FunctionPlan {
  const ours = Object.fromEntries(wanted.reads.flatMap(name => (name in values ? [[name, values[name]!]] : [])));
  const unset = wanted.reads.filter(name => !(name in values) && !found?.variables[name]);
  const variables = { ...found?.variables, ...ours, [BUILD_VARIABLE]: wanted.build };
  const { name } = wanted;

  if (!found) {
    const create = { do: 'create-function' as const, function: name, timers: wanted.timers, variables };
    return { steps: [create], needs: [], unset };
  }
  if (found.status === 'CreateFailed')
    return { steps: [], needs: [{ need: 'remove-failed', function: name }], unset: [] };
  if (found.runtime !== wanted.runtime) {
    const need = { need: 'runtime' as const, function: name, is: found.runtime, wanted: wanted.runtime };
    return { steps: [], needs: [need], unset: [] };
  }

  const timers = wanted.timers.filter(
    timer => !found.timers.some(one => one.name === timer.name && one.cron === timer.cron),
  );
  const differs: Difference[] = [
    ...(found.variables[BUILD_VARIABLE] === wanted.build && found.status !== 'UpdateFailed'
      ? []
      : [{ kind: 'code' as const }]),
    ...(found.memory === wanted.memory ? [] : [{ kind: 'memory' as const, is: found.memory, wanted: wanted.memory }]),
    ...(found.timeout === wanted.timeout
      ? []
      : [{ kind: 'timeout' as const, is: found.timeout, wanted: wanted.timeout }]),
    ...timers.map(timer => ({ kind: 'timer' as const, timer })),
    ...Object.keys(ours)
      .filter(key => found.variables[key] !== ours[key])
      .map(key => ({ kind: 'variable' as const, name: key })),
  ];
  // A timer of that name with other times is removed first, because we do not know that the platform can change one.
  const stale = found.timers.filter(one => timers.some(timer => timer.name === one.name));
  return {
    steps: [
      ...stale.map(one => ({ do: 'drop-timer' as const, function: name, timer: { name: one.name, cron: one.cron } })),
      ...(differs.length > 0 ? [{ do: 'update-function' as const, function: name, differs, timers, variables }] : []),
    ],
    needs: found.timers
      .filter(one => !one.on && !stale.includes(one) && wanted.timers.some(timer => timer.name === one.name))
      .map(one => ({ need: 'timer-on' as const, function: name, timer: one.name })),
    unset,
  };
}
