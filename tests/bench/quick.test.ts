import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSound } from '../../bench/check';
import type { Goal, Parts } from '../../bench/goals';

test('the bench runs from its bundles with small numbers, and our row is sound', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
  const out = join(folder, 'out.json');
  try {
    const bench = join(__dirname, '../../dist/tools/bench.js');
    const said = execFileSync(
      process.execPath,
      [bench, '--quick', '--parts', 'rush,winners', '--only', 'ours,bare,no-op', '--out', out],
      { encoding: 'utf8' },
    );
    const { parts, goals } = JSON.parse(readFileSync(out, 'utf8')) as { parts: Parts; goals: Goal[] };
    const rowOf = (part: keyof Parts, id: string) => parts[part].find(result => result.id === id)!.median!;

    expect(rowOf('rush', 'ours').check).toMatchObject({ seated: 360, waiting: 120 });
    expect(isSound(rowOf('rush', 'ours').check!)).toBe(true);
    expect(rowOf('winners', 'ours').check).toMatchObject({ seated: 300, waiting: 0 });
    expect(isSound(rowOf('winners', 'ours').check!)).toBe(true);
    expect(rowOf('rush', 'bare').people).toBe(2000);
    expect(goals.find(({ text }) => text.includes('not sound'))!.state).toBe('pass');
    expect(said).toContain("generator's ceiling");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
