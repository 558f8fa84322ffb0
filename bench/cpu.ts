import { readFileSync, readdirSync } from 'node:fs';

/** A tick of /proc is 1/100 s on every Linux that Node runs on (`getconf CLK_TCK`). */
const MICROS_PER_TICK = 10_000;

interface Stat {
  parent: number;
  ticks: number;
}

function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined; // The process ended meanwhile.
  }
  // The name, in brackets, may contain anything; after it there are only numbers.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // utime, stime, and those of children that ended and were waited for.
  const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
  return { parent: Number(fields[1]), ticks };
}

/**
 * CPU that these processes and all their descendants have used, in µs. `undefined` if the system has no /proc; then
 * the table says "n/a".
 */
export function cpuMicrosOf(roots: readonly number[]): number | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return undefined;
  }
  const all = new Map<number, Stat>();
  for (const name of names) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? statOf(pid) : undefined;
    if (stat) all.set(pid, stat);
  }
  if (all.size === 0) return undefined;
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = all.get(at)?.parent) if (roots.includes(at)) return true;
    return false;
  };
  let ticks = 0;
  for (const [pid, stat] of all) if (belongs(pid)) ticks += stat.ticks;
  return ticks * MICROS_PER_TICK;
}
