import { isSound } from './check';
import type { Result } from './part';
import type { Row } from './row';

/** A goal, as a ratio within the same run. `n/a` if a row that it needs is missing. */
export interface Goal {
  text: string;
  goal: string;
  value: string;
  state: 'pass' | 'short' | 'n/a';
}

export interface Parts {
  rush: Result[];
  open: Result[];
  winners: Result[];
  scale: Result[];
}

const rowOf = (results: Result[], id: string): Row | undefined => results.find(result => result.id === id)?.median;

function ratio(text: string, bound: string, value: number | undefined, most: boolean, limit: number): Goal {
  if (value === undefined || !Number.isFinite(value)) return { text, goal: bound, value: 'n/a', state: 'n/a' };
  const digits = value < 0.1 ? 3 : 2;
  return {
    text,
    goal: bound,
    value: value.toFixed(digits),
    state: (most ? value <= limit : value >= limit) ? 'pass' : 'short',
  };
}
const atMost = (text: string, value: number | undefined, limit: number, bound = `≤ ${limit}`) =>
  ratio(text, bound, value, true, limit);
const atLeast = (text: string, value: number | undefined, limit: number) =>
  ratio(text, `≥ ${limit}`, value, false, limit);

const quotient = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a / b;
const opsPerClaim = (row: Row | undefined) => quotient(row?.operations?.total, row?.people);

export function goalsOf({ rush, open, winners, scale }: Parts): Goal[] {
  const ours = rowOf(rush, 'ours');
  const redis = rowOf(rush, 'redis-pipelined');
  const bare = rowOf(rush, 'bare');
  const template = rowOf(rush, 'template');
  const won = rowOf(winners, 'ours');
  const wonTemplate = rowOf(winners, 'template');
  const [small, large] = [rowOf(scale, 'ours-small'), rowOf(scale, 'ours-large')];
  const everyRow = [rush, open, winners, scale].flat();
  const sound = everyRow.filter(result => result.id !== 'template' && result.median?.check);

  return [
    atMost('rush: time of pipelined Redis that ours takes', quotient(ours?.wallMs, redis?.wallMs), 1, '< 1, aim 0.67'),
    atMost('rush: times the bare responder', quotient(ours?.wallMs, bare?.wallMs), 2),
    atMost(
      'rush: CPU per claim against pipelined Redis',
      quotient(ours?.cpuMicrosPerClaim, redis?.cpuMicrosPerClaim),
      1,
      '< 1',
    ),
    atMost('rush: database operations per claim', opsPerClaim(ours), 0.05),
    atLeast('rush: times fewer operations than the template', quotient(opsPerClaim(template), opsPerClaim(ours)), 30),
    atLeast('rush: places the template sells too many', template?.check?.oversold, 1),
    atMost(
      'scale: seat writes, large crowd against small',
      quotient(large?.operations?.seatWrites, small?.operations?.seatWrites),
      1.005,
      '1.00',
    ),
    atMost(
      'scale: all operations, large crowd against small',
      quotient(large?.operations?.total, small?.operations?.total),
      1.5,
    ),
    atMost(
      'open loop: p99, of the time that the places alone take',
      quotient(rowOf(open, 'ours')?.p99Ms, rowOf(open, 'first-places')?.wallMs),
      1.5,
    ),
    atLeast(
      'winners: times the claims/s of the template',
      quotient(won?.claimsPerSecond, wonTemplate?.claimsPerSecond),
      2,
    ),
    atMost('winners: people without their seat', won && won.people - (won.check?.seated ?? 0), 0, '0'),
    atMost(
      'rows (but the template) whose record is not sound',
      sound.length === 0 ? undefined : sound.filter(result => !isSound(result.median!.check!)).length,
      0,
      '0',
    ),
  ];
}
