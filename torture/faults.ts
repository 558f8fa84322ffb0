import type { FaultRule, FaultSettings } from '../emulator/faults/settings';
import type { Random } from '../scripts/crowd/random';

const UPDATES = ['modifyDocument', 'modifyAndReturnDoc'] as const;

/** What goes wrong in one burst besides the kill: mostly a little of everything, sometimes nothing. */
export function someFaults(random: Random): FaultSettings {
  const seed = random.between(1, 2 ** 31);
  if (random.chance(0.25)) return { seed };
  const rules: FaultRule[] = [
    { on: 'call', kind: 'lostReply', function: 'line', rate: 0.03 },
    { on: 'call', kind: 'timeout', function: 'line', rate: 0.01 },
    ...UPDATES.flatMap((action): FaultRule[] => [
      { on: 'database', kind: 'lostReply', action, rate: 0.02 },
      { on: 'database', kind: 'conflict', action, rate: 0.01 },
      { on: 'database', kind: 'timeout', action, rate: 0.01 },
    ]),
    { on: 'database', kind: 'lostReply', action: 'getDocument', rate: 0.01 },
    { on: 'database', kind: 'lostReply', action: 'commitTransaction', rate: 0.1 },
    { on: 'database', kind: 'conflict', action: 'commitTransaction', rate: 0.2 },
    { on: 'database', kind: 'timeout', action: 'getDocument', rate: 0.01 },
  ];
  const chosen = rules.filter(() => random.chance(0.5));
  // An environment without the action. What has learnt that does not ask again, until it dies.
  if (random.chance(0.25)) chosen.unshift({ on: 'database', kind: 'unknown', action: 'modifyAndReturnDoc' });
  if (random.chance(0.5)) {
    const when = random.chance(0.5) ? 'before' : 'after';
    const skip = random.between(0, 60);
    const action = random.pick(UPDATES);
    chosen.push({ on: 'database', kind: 'kill', function: 'line', action, when, skip, times: 1 });
  }
  return {
    seed,
    rules: chosen,
    ...(random.chance(0.5) && { databaseLatencyMs: { min: 0, max: random.between(1, 6) } }),
  };
}
