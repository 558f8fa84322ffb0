import { isSound, type Check } from './check';
import type { Goal } from './goals';
import { describe, type Result } from './part';
import type { Row } from './row';

const HEAD = [
  'contender',
  'people',
  'claims/s',
  'all answered',
  'p50/p99 ms',
  'CPU µs/claim',
  'db ops/claim',
  'seat writes',
  'seats',
  'check',
];

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const seats = (check: Check): string => number(check.seated) + (check.waiting > 0 ? ` + ${number(check.waiting)}` : '');

function cells(label: string, row: Row): string[] {
  const { check, operations } = row;
  return [
    label,
    number(row.people),
    number(row.claimsPerSecond),
    `${number(row.wallMs / 1000, 2)} s`,
    `${number(row.p50Ms, 1)}/${number(row.p99Ms, 1)}`,
    row.cpuMicrosPerClaim === undefined ? 'n/a' : number(row.cpuMicrosPerClaim),
    operations ? number(operations.total / row.people, 3) : '–',
    operations ? number(operations.seatWrites) : '–',
    check ? seats(check) : '–',
    check ? (isSound(check) ? 'sound' : describe(check)) : '–',
  ];
}

function rowsOf(results: Result[]): string[][] {
  return results.map(result =>
    result.median
      ? cells(result.label, result.median)
      : [result.label, ...HEAD.slice(1).map((_, index) => (index === 0 ? (result.absent ?? 'not run') : ''))],
  );
}

/** For the terminal: padded columns, the first one to the left. */
export function textTable(results: Result[]): string {
  const rows = [HEAD, ...rowsOf(results)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const last = HEAD.length - 1;
  return rows
    .map(row =>
      row
        .map((cell, i) =>
          i === 0 || i === last ? cell.padEnd(i === last ? 0 : widths[i]!) : cell.padStart(widths[i]!),
        )
        .join('  '),
    )
    .join('\n');
}

/** For docs/bench.md. */
export function markdownTable(results: Result[]): string {
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  return [
    line(HEAD),
    line(HEAD.map((_, i) => (i === 0 || i === HEAD.length - 1 ? '---' : '---:'))),
    ...rowsOf(results).map(line),
  ].join('\n');
}

export const textGoals = (goals: Goal[]): string =>
  goals.map(({ state, text, value, goal }) => `  ${state.padEnd(5)}  ${text}: ${value} (goal ${goal})`).join('\n');

export const markdownGoals = (goals: Goal[]): string =>
  [
    '| goal | wanted | measured | |',
    '| --- | ---: | ---: | --- |',
    ...goals.map(g => `| ${g.text} | ${g.goal} | ${g.value} | ${g.state} |`),
  ].join('\n');
