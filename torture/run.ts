import type { Life, Violation, ViolationKind } from './history';
import { Era } from './era';
import { Random } from '../scripts/crowd/random';

export interface RunSettings {
  /** Path of the built emulator (dist/tools/emulator.js). */
  emulator: string;
  /** Folder of the built functions. */
  functions: string;
  kills: number;
  seed: number;
  /** Eras that run side by side. */
  lanes?: number;
  clients?: number;
  habits?: number;
  onViolation?: (violation: Violation) => void;
  /** Ends at this number of violations. */
  enough?: number;
  onProgress?(result: RunResult): void;
}

export interface RunResult {
  kills: number;
  claims: number;
  /** Claims that were told a place. */
  acknowledged: number;
  drops: number;
  /** Operations without a definite answer: killed, lost, BUSY. */
  unknown: number;
  full: number;
  swaps: number;
  /** How long it took after each restart until calls were accepted, in ms. */
  startMs: number[];
  counts: Partial<Record<ViolationKind, number>>;
  violations: { violation: Violation; life: Life }[];
}

const KILLS_AN_ERA = 15;

/**
 * Kills the emulator `kills` times and reports what was found. The same seed draws the same acts, faults and
 * moments.
 */
export async function torture(settings: RunSettings): Promise<RunResult> {
  const { emulator, functions, kills, seed, lanes = 1, clients = 16, habits = 3, enough = 20 } = settings;
  const result: RunResult = {
    kills: 0,
    claims: 0,
    acknowledged: 0,
    drops: 0,
    unknown: 0,
    full: 0,
    swaps: 0,
    startMs: [],
    counts: {},
    violations: [],
  };
  let planned = 0;
  let eras = 0;
  const witness = {
    killed(life: Life, startMs: number) {
      result.kills += 1;
      result.startMs.push(startMs);
      count(life, result);
      settings.onProgress?.(result);
    },
    violated(violations: Violation[], life: Life) {
      for (const violation of violations) {
        result.counts[violation.kind] = (result.counts[violation.kind] ?? 0) + 1;
        result.violations.push({ violation, life: structuredClone(life) });
        settings.onViolation?.(violation);
      }
    },
    enough: () => result.violations.length >= enough,
  };
  const lane = async () => {
    while (planned < kills && !witness.enough()) {
      const own = Math.min(KILLS_AN_ERA, kills - planned);
      planned += own;
      const era = ++eras;
      const random = new Random(Math.imul(seed, 7919) + era);
      const name = `${seed}-${era}`;
      await new Era({ emulator, functions, name, kills: own, clients, habits, random }, witness).run();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return result;
}

function count({ operations }: Life, result: RunResult): void {
  for (const { kind, answer } of operations) {
    if (kind === 'claim') result.claims += 1;
    if (kind === 'drop') result.drops += 1;
    if (answer.kind === 'unknown') result.unknown += 1;
    if (answer.kind === 'refused' && answer.code === 'FULL') result.full += 1;
    if (answer.kind !== 'claimed') continue;
    result.acknowledged += 1;
    if (answer.claimed.clearedSectionIds.length > 0) result.swaps += 1;
  }
}
