import { dirname } from 'node:path';
import type { Result } from './run-room';

export const percent = (results: readonly Result[]): number =>
  results.length === 0 ? 100 : (100 * results.filter(one => !one.survived).length) / results.length;

/** One line per folder, or one line per file. */
export function table(results: readonly Result[], by: 'folder' | 'file'): string {
  const nameOf = ({ file }: Result) => (by === 'file' ? file : dirname(file));
  const rows = [...new Set(results.map(nameOf))].sort().map(name => {
    const mine = results.filter(one => nameOf(one) === name);
    const killed = mine.filter(one => !one.survived).length;
    return [name, `${mine.length}`, `${killed}`, `${mine.length - killed}`, `${percent(mine).toFixed(1)} %`];
  });
  const all = [[by, 'mutants', 'noticed', 'survived', 'noticed'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return all.map(line).join('\n');
}
