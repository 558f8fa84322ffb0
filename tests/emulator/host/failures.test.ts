import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

const fixtures = join(__dirname, '../fixtures');
let emulator: Emulated;

describe('a function that fails', () => {
  beforeAll(async () => {
    emulator = await startEmulated({ functions: join(fixtures, 'functions'), instances: { max: 1 } });
  });
  afterAll(() => emulator.stop());

  test('an error that it throws is 502 with the message and no stack', async () => {
    const answer = await emulator.post('thrower', { because: '名额没有了' });

    expect(answer).toEqual({ status: 502, body: { code: 'FUNCTION_FAILED', message: '名额没有了' } });
  });

  test.each([
    ['waits too long', { ms: 5000 }],
    ['never comes to an end', { spin: true }],
  ])('one that %s is given up after its time-out, and a new instance serves the next call', async (_, event) => {
    const first = (await emulator.post('slow', {})).body as { instance: string };

    const answer = await emulator.post('slow', event);
    const next = (await emulator.post('slow', {})).body as { instance: string };

    expect(answer).toMatchObject({ status: 504, body: { code: 'FUNCTION_TIMEOUT' } });
    expect(next.instance).not.toBe(first.instance);
  });

  test.each([
    ['exit', 'FUNCTION_CRASHED'],
    ['uncaught', 'FUNCTION_CRASHED'],
    ['rejection', 'FUNCTION_CRASHED'],
    ['memory', 'OUT_OF_MEMORY'],
  ])('one whose instance dies by %s is 502 %s, and a new instance serves the next call', async (how, code) => {
    const answer = await emulator.post('crash', { how });
    const next = await emulator.post('crash', {});

    expect(answer).toMatchObject({ status: 502, body: { code } });
    expect(next).toEqual({ status: 200, body: { served: 1 } });
  });
});

describe('a function that does not load', () => {
  afterEach(() => emulator.stop());

  test('says which file and why; the others work; once mended it works', async () => {
    const functions = mkdtempSync(join(tmpdir(), 'broken-'));
    cpSync(join(fixtures, 'broken'), functions, { recursive: true });
    emulator = await startEmulated({ functions });

    const broken = await emulator.post('broken', {});
    const mute = await emulator.post('mute', {});
    const fine = await emulator.post('fine', {});
    writeFileSync(join(functions, 'broken/index.js'), 'exports.main = () => "mended";');
    const mended = await emulator.post('broken', {});

    expect(broken).toMatchObject({ status: 502, body: { code: 'FUNCTION_BROKEN' } });
    const { message } = broken.body as { message: string };
    expect(message).toBe(
      `${join(functions, 'broken/index.js')} does not load: Cannot find module 'not-there' (npm install it in the function's folder)`,
    );
    expect((mute.body as { message: string }).message).toContain('exports no function "main"');
    expect(fine).toEqual({ status: 200, body: 1 });
    expect(mended).toEqual({ status: 200, body: 'mended' });
    rmSync(functions, { recursive: true });
  });

  test('a function that ends its process while it loads is told as broken, and not started over and over', async () => {
    emulator = await startEmulated({
      functions: join(fixtures, 'broken'),
      instances: { perFunction: { exits: { min: 1 } } },
    });

    const first = await emulator.post('exits', {});
    const second = await emulator.post('exits', {});

    expect(first).toMatchObject({ status: 502, body: { code: 'FUNCTION_BROKEN' } });
    expect(second).toMatchObject({ status: 502, body: { code: 'FUNCTION_BROKEN' } });
    const starts = emulator.lines.filter(({ kind, text }) => kind === 'emulator' && text.includes('does not load'));
    expect(starts.length).toBeLessThanOrEqual(3);
  });
});
