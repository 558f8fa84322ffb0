import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulated, type Emulated } from '../../emulated';

/** Code that an instance has compiled serves the next one, and never in place of another source. */
const KEPT = join(__dirname, '../../../dist/tools/compiled');
const NAME = `kept-${process.pid}`;

let functions: string;
let emulator: Emulated | undefined;
beforeEach(() => {
  functions = mkdtempSync(join(tmpdir(), 'functions-'));
  mkdirSync(join(functions, NAME));
});
afterEach(async () => {
  await emulator?.stop();
  rmSync(functions, { recursive: true, force: true });
  rmSync(join(KEPT, NAME), { force: true });
});

const source = (word: string, length = 600_000) =>
  `exports.main = async () => ({ word: '${word}', file: __filename });\n//${'x'.repeat(length)}`;

async function answerOf(text: string): Promise<unknown> {
  writeFileSync(join(functions, NAME, 'index.js'), text);
  emulator = await startEmulated({ functions });
  const answer = await emulator.post(NAME, {});
  await emulator.stop();
  emulator = undefined;
  return answer;
}
const saying = (word: string) => ({
  status: 200,
  body: { word, file: join(functions, NAME, 'index.js') },
});

test('the second instance takes what the first has compiled', async () => {
  expect(await answerOf(source('one'))).toEqual(saying('one'));
  const kept = readFileSync(join(KEPT, NAME));

  expect(await answerOf(source('one'))).toEqual(saying('one'));

  expect(readFileSync(join(KEPT, NAME))).toEqual(kept);
});

test('another source of the same length is compiled anew, though V8 would take the old code', async () => {
  await answerOf(source('one'));
  const kept = readFileSync(join(KEPT, NAME));

  expect(await answerOf(source('two'))).toEqual(saying('two'));

  expect(readFileSync(join(KEPT, NAME))).not.toEqual(kept);
});

test('what is kept and broken is passed over, and replaced', async () => {
  await answerOf(source('one'));
  const kept = readFileSync(join(KEPT, NAME));
  writeFileSync(join(KEPT, NAME), Buffer.concat([kept.subarray(0, 32), Buffer.from('no code')]));

  expect(await answerOf(source('one'))).toEqual(saying('one'));

  expect(readFileSync(join(KEPT, NAME)).subarray(32)).not.toEqual(Buffer.from('no code'));
});

test('a function that imports as it runs goes on doing so', async () => {
  const importing = source('one').replace("'one'", "typeof (await import('node:fs')).statSync");

  for (const answer of [await answerOf(importing), await answerOf(importing)])
    expect(answer).toEqual(saying('function'));
});

test('a small file is not kept, and a mistake is told in Node’s words', async () => {
  expect(await answerOf(source('one', 0))).toEqual(saying('one'));
  expect(() => readFileSync(join(KEPT, NAME))).toThrow();

  expect(await answerOf(`exports.main = ;//${'x'.repeat(600_000)}`)).toMatchObject({
    body: { code: 'FUNCTION_BROKEN', message: expect.stringMatching(/Unexpected token ';'/) },
  });
});
