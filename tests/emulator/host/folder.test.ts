import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFunctions } from '../../../emulator/host/function-folder';
import { startEmulated } from '../../emulated';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

test('a function has the cloud’s 3 s unless its config.json says otherwise', () => {
  write({
    'plain/index.js': '',
    'patient/index.js': '',
    'patient/config.json':
      '{"timeout":20,"memorySize":512,"triggers":[{"name":"t","type":"timer","config":"0 0 3 * * * *"}]}',
    'elsewhere/package.json': '{"main":"lib/entry.js"}',
    'elsewhere/lib/entry.js': '',
    'not-a-function/readme.md': '',
    'database.json': '{}',
  });

  const found = readFunctions(root).map(({ name, timeoutMs, memoryMb, triggers, entry }) => ({
    name,
    timeoutMs,
    memoryMb,
    triggers,
    entry: entry.slice(root.length + 1),
  }));

  expect(found).toEqual([
    { name: 'elsewhere', timeoutMs: 3000, memoryMb: 256, triggers: [], entry: join('elsewhere', 'lib', 'entry.js') },
    {
      name: 'patient',
      timeoutMs: 20_000,
      memoryMb: 512,
      triggers: [{ name: 't', cron: '0 0 3 * * * *' }],
      entry: join('patient', 'index.js'),
    },
    { name: 'plain', timeoutMs: 3000, memoryMb: 256, triggers: [], entry: join('plain', 'index.js') },
  ]);
});

test.each<[string, Record<string, string>, string]>([
  ['no function', { 'a/readme.md': '' }, 'a function is a sub-folder with an index.js'],
  ['a main file that is not there', { 'a/package.json': '{"main":"dist/a.js"}' }, 'names "dist/a.js" as its main file'],
  ['a config.json that is no JSON', { 'a/index.js': '', 'a/config.json': '{' }, 'config.json is not valid JSON'],
  ['a config.json that is a list', { 'a/index.js': '', 'a/config.json': '[]' }, 'must hold a JSON object'],
  ['a time-out that is none', { 'a/index.js': '', 'a/config.json': '{"timeout":0}' }, 'between 1 and 900'],
  [
    'a trigger of another kind',
    { 'a/index.js': '', 'a/config.json': '{"triggers":[{"name":"x"}]}' },
    'trigger 1 must be',
  ],
  ['a name with a dot', { 'a.b/index.js': '' }, 'rename the folder'],
  [
    'a timer that is none',
    { 'a/index.js': '', 'a/config.json': '{"triggers":[{"name":"x","type":"timer","config":"0 0 3 * * *"}]}' },
    'a timer has 7',
  ],
])('a folder with %s is refused in one sentence', async (_, files, text) => {
  write(files);

  const refusal = await startEmulated({ functions: root }).catch((error: Error) => error);

  expect(refusal).toMatchObject({ name: 'EmulatorProblem', message: expect.stringContaining(text) });
  expect((refusal as Error).message).toContain(root);
  expect((refusal as Error).message).not.toContain('\n');
});

test('a folder that is not there is refused in one sentence', () => {
  expect(() => readFunctions(join(root, 'nowhere'))).toThrow(
    `There is no functions folder at ${join(root, 'nowhere')}`,
  );
});
