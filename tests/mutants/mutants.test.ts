import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaints, goneFrom, parseSurvivors } from '../../mutants/survivors';

const ROOT = join(__dirname, '../..');
const RULE = 'tests/mutants/fixture/rule.ts';
const BOUNDARY = `${RULE}: age > 65 → age >= 65  in: export const paysLess = (age: number): boolean => age > 65;`;
const USED = `${RULE}: { _id: id, usedAt: null } → { _id: id }  in: export const use = (id: string): boolean => updateWhere('tickets', { _id: id, usedAt: null }, { usedAt: 1 });`;
const NOTICED = `${RULE}: age >= 18 → age > 18  in: export const mayEnter = (age: number): boolean => age >= 18;`;

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command over a file of the fixture, with this list of survivors. */
function mutants(name: string, ...listed: string[]) {
  const survivors = join(folder, 'survivors.txt');
  writeFileSync(survivors, ['A reason.', ...listed.map(key => `  ${key}`)].join('\n'));
  const [sources, tests] = ['ts', 'check.ts'].map(end => `tests/mutants/fixture/${name}.${end}`) as [string, string];
  const { status, stdout } = spawnSync(
    process.execPath,
    ['dist/tools/mutants.js', '--sources', sources, '--tests', tests, '--survivors', survivors, '--noticed'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, lines: stdout.split('\n') };
}

test('of a rule and its tests it finds exactly the boundary and the condition that no test looks at', () => {
  const { status, lines } = mutants('rule');

  expect(lines.filter(line => line.startsWith('survived'))).toEqual([
    `survived and is not listed: ${BOUNDARY}`,
    `survived and is not listed: ${USED}`,
  ]);
  expect(lines).toContain(`noticed ${NOTICED}`);
  expect(status).toBe(1);
});

test('mutants that would loop for ever are noticed, also where the loop itself does not meet them', () => {
  const { status, lines } = mutants('countdown');
  const why = (change: string) => lines[lines.findIndex(line => line.includes(change)) + 1];

  expect(why('left -= step → left += step')).toContain('a count ends');
  expect(why('4 - 2 → 4 + 2')).toContain('it never ended');
  expect(status).toBe(0);
});

test('it is content where what survives is listed, and only that', () => {
  expect(mutants('rule', BOUNDARY, USED).status).toBe(0);
  const { status, lines } = mutants('rule', BOUNDARY, USED, NOTICED);
  expect(lines).toContain(`listed, but a test notices it: ${NOTICED}`);
  expect(status).toBe(1);
});

test('what is listed has a reason, is listed once, and is there', () => {
  expect([...parseSurvivors('# words\nIt is\nso.\n\n  a → b\n  c → d\nOr so.\n  e → f\n')]).toEqual([
    ['a → b', 'It is so.'],
    ['c → d', 'It is so.'],
    ['e → f', 'Or so.'],
  ]);
  expect(() => parseSurvivors('  a → b')).toThrow('Without a reason');
  expect(() => parseSurvivors('Why.\n  a → b\n  a → b')).toThrow('Listed twice');
  const gone = new Map([['domain/x.ts: a → b', 'Why.']]);
  expect(complaints(gone, [], key => key.startsWith('domain/x'))).toEqual([
    'listed, but there is none such: domain/x.ts: a → b',
  ]);
  expect(complaints(gone, [], key => key.startsWith('domain/y'))).toEqual([]);
});

test('every mutant of our own list is one of today’s code, and none is left without a reason', () => {
  const { stdout } = spawnSync(process.execPath, ['dist/tools/mutants.js', '--there'], { cwd: ROOT, encoding: 'utf8' });
  const listed = parseSurvivors(readFileSync(join(ROOT, 'mutants/survivors.txt'), 'utf8'));

  expect(stdout).toBe(`${listed.size} are listed, 0 of them are gone.\n`);
  expect([...listed.values()].filter(reason => /^open\b/i.test(reason))).toEqual([]);
  expect(goneFrom(listed, new Set([...listed.keys()].slice(1)))).toEqual([[...listed.keys()][0]]);
});
