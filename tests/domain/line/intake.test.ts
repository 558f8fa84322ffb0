import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Section } from '../../../domain/model';
import { refuseByClock } from '../../../domain/batch/phase';
import { section } from './sections';

const ROOT = join(__dirname, '../../..');
const SOURCES = ['charts', 'cloudfunctions', 'domain', 'rehearse', 'scripts/crowd', 'server', 'src', 'types'];
/** The rooms that are looked at. Others import what is not copied. */
const DEPLOYED = /^(cloudfunctions|domain|server|src)\//;

/**
 * The files that decide by the way in which places are given. Each refuses to compile if there is a second way, so that
 * a draw cannot be added and forgotten in one of them.
 */
const DECIDES = {
  'domain/batch/phase.ts': 'by the clock; whether there is a rush, for the posted board and for warm instances',
  'domain/change/change-people.ts': 'staff put somebody at the end of the line',
  'domain/draft/publish.ts': 'what a draft becomes',
  'domain/line/claim.ts': 'a claim',
  'src/features/line/claim-button.ts': 'the button in the app',
};

test('with a second way of giving places, these files do not compile, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  try {
    for (const name of [...SOURCES, 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const model = join(folder, 'domain/model.ts');
    const before = readFileSync(model, 'utf8');
    const after = before.replace(
      'export type Intake = FirstCome;',
      "export interface Draw extends IntakeTerms { mode: 'lottery'; drawsAt: number }\nexport type Intake = FirstCome | Draw;",
    );
    expect(after).not.toBe(before);
    writeFileSync(model, after);

    expect(redFiles(folder)).toEqual(Object.keys(DECIDES));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

/** The files in which the compiler finds something wrong. */
function redFiles(folder: string): string[] {
  const tsc = join(ROOT, 'node_modules/typescript7/bin/tsc');
  let said = '';
  try {
    execFileSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    said = (error as { stdout: string }).stdout;
  }
  return [...new Set([...said.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(match => match[1]!))]
    .filter(file => DEPLOYED.test(file))
    .sort();
}

test('a class from before there were ways of giving places is one of first come', () => {
  const stored: Section = section();
  expect(stored.mode).toBeUndefined();
  expect(refuseByClock(stored, stored.opensAt)).toBeUndefined();
});
