import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, readReport, sayDifferences, type ProbeReport } from '../../domain/probe/compare';
import { KEYS } from '../../domain/probe/keys';
import { withMeasured } from '../../rehearse/measured';
import { PROFILES } from '../../rehearse/profile';
import { cloudOf } from '../../scripts/deploy/cloud';
import { planOf } from '../../scripts/deploy/plan';
import { remarks } from '../../scripts/deploy/remarks';
import { readBuilt } from '../../scripts/deploy/built';
import { measureEmulator } from '../../scripts/probe/emulator';
import { COLLECTION, measureCloud } from '../../scripts/probe/environment';
import { startEmulated, type Emulated } from '../emulated';
import { ENV, Tencent } from './deploy/tencent';

/** The same bundle on the emulator twice, and once by way of a stand-in of Tencent that hands the call on to an emulator. */
const ROOT = join(__dirname, '../..');
const FUNCTIONS = join(ROOT, 'dist/functions');
const quiet = () => undefined;
const here = () => measureEmulator(FUNCTIONS, quiet, join(ROOT, 'dist/tools/instance.js'));
let first: ProbeReport;
let second: ProbeReport;
let folder: string;

beforeAll(async () => {
  first = await here();
  second = await here();
  folder = mkdtempSync(join(tmpdir(), 'probe-test-'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changed = (key: string, value: string | number): ProbeReport => ({
  ...first,
  observations: { ...first.observations, [key]: value },
});

describe('what is observed', () => {
  test('has every key, and none that is not declared', () => {
    expect(Object.keys(first.observations).sort()).toEqual(Object.keys(KEYS).sort());
  });

  test('the emulator does what our code rests on', () => {
    expect(first.observations).toMatchObject({
      'error.duplicateId.failure': 'DUPLICATE',
      'error.missingCollection.code': '-502005',
      'error.conflictAtOperation.failure': 'CONFLICT',
      'transaction.whereUpdateEscapes': true,
      'transaction.plainUpdateMeetsLock': 'waits and judges anew',
      'race.lostUpdates': 0,
      'race.oversold': 5,
      'guard.notInArray': 1,
      'push.sorted': 'b,c,a a,b,c',
      'returning.known': true,
      'returning.words': 'none',
      'returning.right': true,
      'limit.getDefault': 100,
      'limit.getMost': 1_000,
      'instance.oneEventAtATime': true,
      'identity.openid': 'none',
    });
    expect(first.observations['limit.documentKb']).toBeLessThan(16 * 1_024);
  });

  test('says names of variables and never a value', () => {
    expect(first.observations['instance.variables']).toContain('TENCENTCLOUD_SECRETKEY');
    expect(JSON.stringify(first.observations['instance.variables'])).not.toMatch(/=|emulator"/);
  });
});

describe('two reports', () => {
  test('of the emulator have no difference that the product depends on', () => {
    expect(compare(first, second).filter(one => one.weight === 'code')).toEqual([]);
  });

  test.each([
    ['error.duplicateId.failure', 'FAULT', 'code', /编号重复：程序认作：真环境是 FAULT，模拟器是 DUPLICATE/],
    ['limit.getMost', 500, 'code', /一次最多读到几条：真环境是 500，模拟器是 1000/],
    ['ms.read.p50', 400, 'number', /真环境是 400/],
    ['error.duplicateId.text', 'other words', 'info', /other words/],
  ] as const)('a seeded difference of %s is told by its weight', (key, value, weight, sentence) => {
    const [found, ...others] = compare(changed(key, value), first);

    expect(others).toEqual([]);
    expect(found).toMatchObject({ key, weight, sentence: expect.stringMatching(sentence) });
    expect(sayDifferences([found!])).toContain(`[${key}]`);
  });

  test('what weighs most comes first, and what one of them has not is told', () => {
    const { 'limit.getMost': _gone, ...less } = changed('ms.read.p50', 400).observations;
    const found = compare({ ...first, observations: less }, first);

    expect(found.map(one => one.weight)).toEqual(['code', 'number']);
    expect(found[0]!.sentence).toBe('一次最多读到几条：真环境没有量到。');
  });

  test.each(['', '[]', '{"version":2}', 'null'])('%j is no report', text => {
    expect(() => readReport(text)).toThrow(/。$/);
  });
});

const OWNER = 'the-owner-of-this-environment';

describe('in an environment', () => {
  let emulated: Emulated;
  beforeAll(async () => {
    emulated = await startEmulated({ instances: { min: 0, max: 10 }, env: { HG_OWNER_KEY: OWNER } });
  });
  afterAll(() => emulated.stop());

  function tencentWithProbe(): Tencent {
    const tencent = new Tencent();
    const state = { Status: 'Active', busyFor: 0, Variables: [], Triggers: [] };
    tencent.functions.set('probe', { Runtime: 'Nodejs20.19', MemorySize: 256, Timeout: 60, ...state });
    tencent.run['probe'] = event => emulated.call('probe', event);
    return tencent;
  }

  test('the function is called with a timer’s event, in a closed collection of its own that is gone afterwards', async () => {
    const tencent = tencentWithProbe();

    const report = await measureCloud(await cloudOf(tencent.ask, ENV), ENV, quiet, OWNER);

    expect(report.where).toBe(ENV);
    expect(compare(report, first).filter(one => one.weight === 'code')).toEqual([]);
    const changes = tencent.calls.filter(call => /^(Create|Modify|Delete|Invoke)/.test(call));
    expect(changes).toEqual([
      `CreateTable ${COLLECTION}`,
      `ModifySafeRule ${COLLECTION}`,
      ...Array.from({ length: 6 }, () => 'Invoke probe'),
      `DeleteTable ${COLLECTION}`,
    ]);
    expect(emulated.database.read(COLLECTION)).toEqual([]);
    expect(emulated.inbox().filter(one => one.errCode === 0)).toEqual([]);
  }, 120_000);

  test('the collection goes, too, where a call fails; and without the function the way to it is said', async () => {
    const tencent = tencentWithProbe();
    tencent.run['probe'] = () => ({ ok: false, code: 'FAULT', message: '出了点问题' });
    await expect(measureCloud(await cloudOf(tencent.ask, ENV), ENV, quiet, OWNER)).rejects.toThrow(
      '函数 probe 没有量成',
    );
    expect(tencent.tables.has(COLLECTION)).toBe(false);

    tencent.functions.clear();
    await expect(measureCloud(await cloudOf(tencent.ask, ENV), ENV, quiet, OWNER)).rejects.toThrow('--with-probe');
  });

  test('an environment that does not know updateAndReturn has nothing that must be changed; the doctor and the rehearsal say it', async () => {
    emulated.setFaults({ rules: [{ on: 'database', kind: 'unknown', action: 'modifyAndReturnDoc' }] });
    const event = { Type: 'Timer', TriggerName: 'probe', Key: OWNER, Message: '{"part":"errors"}' };
    const { data } = (await emulated.call('probe', event)) as { data: Pick<ProbeReport, 'observations'> };
    emulated.setFaults({});
    const report = { ...first, observations: { ...first.observations, ...data.observations } };

    expect(report.observations).toMatchObject({
      'returning.known': false,
      'returning.words': expect.stringMatching(/^FAULT .*modifyAndReturnDoc/),
      'returning.right': true,
    });
    expect(compare(report, first).map(one => one.weight)).toEqual(['info', 'info']);
    const said = (measured?: ProbeReport) =>
      remarks(readBuilt(FUNCTIONS), { functions: {}, collections: {} }, {}, measured).join('\n');
    expect(said(report)).toContain('不认识 updateAndReturn');
    const { profile, replaced } = withMeasured(PROFILES.standard, report);
    expect([profile.database.returns, replaced.at(-1)]).toEqual([false, expect.stringContaining('每人三次')]);
    expect(said(first)).not.toContain('updateAndReturn');
    expect(said()).not.toContain('updateAndReturn');
  });

  test('nobody inside WeChat can start it', async () => {
    const event = { Type: 'Timer', TriggerName: 'probe', Message: '{"part":"errors"}' };

    expect((await emulated.post('probe', event)).body).toMatchObject({ ok: false, code: 'UNKNOWN_ENDPOINT' });
  });
});

describe('deploying', () => {
  const there = { status: 'Active', runtime: 'Nodejs20.19', memory: 256, timeout: 60, timers: [], variables: {} };
  const found = { functions: { probe: there }, collections: {} };
  const stepsFor = (probe?: boolean) =>
    planOf(readBuilt(FUNCTIONS, probe), found).steps.flatMap(step =>
      'function' in step && step.function === 'probe' ? [step.do] : [],
    );

  test('leaves the probe out unless it is asked for, and takes it away when that is asked for', () => {
    expect(stepsFor()).toEqual([]);
    expect(stepsFor(true)).toEqual(['update-function']);
    expect(stepsFor(false)).toEqual(['drop-function']);
  });

  test('the doctor says when it stays', () => {
    const said = (probe?: boolean) => remarks(readBuilt(FUNCTIONS, probe), found, {}).join('\n');

    expect(said()).toContain('--without-probe');
    expect(said(true)).not.toContain('--without-probe');
  });
});

describe('the command', () => {
  const run = (tool: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, `dist/tools/${tool}.js`), ...args], {
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    return { code: status, said: stdout + stderr };
  };
  const fileOf = (name: string, report: ProbeReport): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(report));
    return file;
  };

  test('ends with 1 where the product depends on a difference, and with 0 where only figures differ', () => {
    const emulator = fileOf('emulator.json', first);

    const wrong = run('probe', '--compare', fileOf('wrong.json', changed('limit.getMost', 500)), '--with', emulator);
    const slow = run('probe', '--compare', fileOf('slow.json', changed('ms.read.p50', 400)), '--with', emulator);
    const same = run('probe', '--compare', emulator, '--with', emulator);

    expect(wrong).toMatchObject({ code: 1, said: expect.stringMatching(/程序靠它，要改（1 处）/) });
    expect(slow).toMatchObject({ code: 0, said: expect.stringContaining('--measured') });
    expect(same).toMatchObject({ code: 0, said: expect.stringContaining('没有不一样') });
  });

  test.each([
    [[], 2, '要写明一样'],
    [['--env', 'hg-1', '--emulator'], 2, '要写明一样'],
    [['--env', 'hg-1'], 2, '没有腾讯云密钥'],
    [['--env', 'hg-1', '--dry-run'], 0, '什么也没有做'],
    [['--compare', '/nowhere.json'], 2, '没有这个文件'],
    [['--help'], 0, '--measured'],
  ])('%j ends with %d and a sentence', (args, code, words) => {
    const { said, ...ended } = run('probe', ...args);

    expect(said).toContain(words);
    expect(said).not.toMatch(/\n\s+at /);
    expect(ended.code).toBe(code);
  });

  test('a rehearsal takes the measured figures, and says which assumptions they replace', () => {
    const real = fileOf('real.json', {
      ...first,
      where: ENV,
      observations: {
        ...first.observations,
        'ms.read.p50': 9,
        'ms.update.p50': 24,
        'ms.hotUpdate.p50': 4,
        'ms.warmCall.p50': 8,
        'ms.coldCall': 908,
      },
    });
    expect(withMeasured(PROFILES.standard, readReport(readFileSync(real, 'utf8'))).profile).toMatchObject({
      functionMs: 8,
      callsPerSecond: 1_000,
      instances: { coldStartMs: 900, most: 1_000 },
      database: { latencyMs: 19, hotWriteMs: 4, connections: 100 },
    });

    const out = join(folder, 'page.html');
    const { said } = run('rehearse', '--measured', real, '--people', '500', '--out', out);

    expect(said).toContain('一次数据库操作 19 毫秒（原来假定 15）');
    expect(readFileSync(out, 'utf8')).toContain('的实测');
    const broken = run('rehearse', '--measured', fileOf('half.json', { ...first, observations: {} }));
    expect(broken).toMatchObject({ code: 2, said: expect.stringContaining('没有量到') });
  });
});
