import type { Contender } from './contenders/contender';
import { isSound, type Check } from './check';
import { runRow, type Row, type Settings } from './row';
import type { Scene } from './scene';

/** What one contender did in a part of the bench: all its rounds, and their medians. */
export interface Result {
  id: string;
  label: string;
  /** Why there are no rounds. */
  absent?: string;
  rounds: Row[];
  /** The median of each number over the rounds; for the check the worst. */
  median?: Row;
}

export interface Entry {
  contender: Contender;
  scene: Scene;
  settings: Settings;
  /** Fewer rounds than the part has, for an entry that takes very long. */
  rounds?: number;
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Runs the entries in interleaved rounds. Each round starts with another entry, so that changes on the machine
 * affect all of them alike.
 */
export async function runPart(
  entries: Entry[],
  rounds: number,
  tell: (line: string) => void,
  run: typeof runRow = runRow,
): Promise<Result[]> {
  const results = entries.map(({ contender }): Result => ({ id: contender.id, label: contender.label, rounds: [] }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const at = (turn + round) % entries.length;
      const entry = entries[at]!;
      const result = results[at]!;
      if (result.absent || round >= (entry.rounds ?? rounds)) continue;
      const row = await run(entry.contender, entry.scene, entry.settings);
      if (typeof row === 'string') {
        result.absent = row;
        tell(`  ${result.label}: ${row}`);
        continue;
      }
      result.rounds.push(row);
      const unsound = row.check && !isSound(row.check) ? `, ${describe(row.check)}` : '';
      tell(
        `  round ${round + 1}: ${result.label}: ${Math.round(row.claimsPerSecond)} claims/s, ${Math.round(row.wallMs)} ms${unsound}${row.strange ? `; strange: ${row.strange}` : ''}`,
      );
    }
  }
  for (const result of results) if (result.rounds.length > 0) result.median = medianOf(result.rounds);
  return results;
}

/** What is wrong, in words. */
export const describe = (check: Check): string =>
  Object.entries(check)
    .filter(([name, count]) => name !== 'seated' && name !== 'waiting' && count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

function medianOf(rows: Row[]): Row {
  const of = (pick: (row: Row) => number | undefined) => {
    const values = rows.map(pick).filter(value => value !== undefined);
    return values.length === 0 ? undefined : median(values);
  };
  const checks = rows.map(row => row.check).filter(check => check !== undefined);
  const cpu = of(row => row.cpuMicrosPerClaim);
  const lateness = of(row => row.latenessP99Ms);
  const total = of(row => row.operations?.total);
  return {
    people: rows[0]!.people,
    wallMs: of(row => row.wallMs)!,
    claimsPerSecond: of(row => row.claimsPerSecond)!,
    p50Ms: of(row => row.p50Ms)!,
    p99Ms: of(row => row.p99Ms)!,
    generatorCpuMicrosPerClaim: of(row => row.generatorCpuMicrosPerClaim)!,
    retries: of(row => row.retries)!,
    ...(cpu !== undefined && { cpuMicrosPerClaim: cpu }),
    ...(lateness !== undefined && { latenessP99Ms: lateness }),
    ...(total !== undefined && { operations: { total, seatWrites: of(row => row.operations?.seatWrites)! } }),
    ...(checks.length > 0 && { check: worst(checks) }),
  };
}

/** Field by field: the fewest seats, and the highest of everything that must be zero. */
function worst(checks: Check[]): Check {
  const names = Object.keys(checks[0]!) as (keyof Check)[];
  return Object.fromEntries(
    names.map(name => {
      const values = checks.map(check => check[name]);
      return [name, name === 'seated' || name === 'waiting' ? Math.min(...values) : Math.max(...values)];
    }),
  ) as unknown as Check;
}
