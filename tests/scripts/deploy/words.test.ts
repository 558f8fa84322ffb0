import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBuilt } from '../../../scripts/deploy/built';
import { readOptions } from '../../../scripts/deploy/options';
import { trouble } from '../../../scripts/deploy/trouble';
import { NOTHING, type Found } from '../../../scripts/deploy/found';
import { remarks } from '../../../scripts/deploy/remarks';
import { given, wrongValues } from '../../../scripts/deploy/variables';
import { TEMPLATES, WANTED } from './small';

const DIST = join(__dirname, '../../../dist/functions');

test('the built functions say what they want: the timers, the times, and which variables their code reads', () => {
  const { functions, collections } = readBuilt(DIST);

  const named = Object.fromEntries(functions.map(one => [one.name, one]));
  expect(named.tell).toMatchObject({
    runtime: 'Nodejs20.19',
    timeout: 60,
    timers: [{ name: 'tell', cron: '0 * * * * * *' }],
    reads: ['SUBSCRIBE_TEMPLATES'],
    openapi: ['subscribeMessage.send'],
  });
  expect(named.line).toMatchObject({ timers: [], reads: [] });
  expect(named.line!.build).toMatch(/^[0-9a-f]{12}$/);
  expect(named.line!.build).not.toBe(named.tell!.build);
  expect(collections.map(one => one.name)).toContain('rolls');
});

test('without a build it says what to run, and it closes nothing that shall be open', () => {
  const empty = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(empty, 'not-a-function'));
  writeFileSync(join(empty, 'database.json'), '{"collections":[]}');

  expect(() => readBuilt(empty)).toThrow('npm run build:functions');
  expect(() => readBuilt(join(empty, 'nowhere'))).toThrow('npm run build:functions');
  mkdirSync(join(empty, 'line'));
  writeFileSync(join(empty, 'line/index.js'), '');
  writeFileSync(join(empty, 'line/config.json'), '{"timeout":5,"memorySize":256,"triggers":[]}');
  expect(readBuilt(empty).functions).toMatchObject([{ name: 'line', timeout: 5 }]);
  writeFileSync(join(empty, 'database.json'), '{"collections":[{"name":"news","rule":"open","indexes":[]}]}');
  expect(() => readBuilt(empty)).toThrow('news');
  rmSync(empty, { recursive: true });
});

test('variables come from the environment of the command; a wrong value is told before anything happens', () => {
  expect(given({ SUBSCRIBE_TEMPLATES: ' {} ', PATH: '/bin' })).toEqual({ SUBSCRIBE_TEMPLATES: '{}' });
  expect(given({ SUBSCRIBE_TEMPLATES: ' ' })).toEqual({});
  expect(wrongValues({})).toEqual([]);
  expect(wrongValues({ SUBSCRIBE_TEMPLATES: TEMPLATES })).toEqual([]);
  expect(wrongValues({ SUBSCRIBE_TEMPLATES: 'promoted' })).toEqual(['环境变量 SUBSCRIBE_TEMPLATES 不是 JSON。']);
  expect(wrongValues({ SUBSCRIBE_TEMPLATES: '{"promotd":"p"}' })).toEqual([
    expect.stringMatching(/^环境变量 SUBSCRIBE_TEMPLATES 里的 promotd 没有这种通知（有的是 promoted、changed/),
  ]);
  expect(wrongValues({ SUBSCRIBE_TEMPLATES: '{}' })).toEqual(['环境变量 SUBSCRIBE_TEMPLATES 里没有一个模板号。']);
});

test('a kind of notice without a template is only a remark, of what is given or of what is there', () => {
  const functions = { tell: { variables: { SUBSCRIBE_TEMPLATES: '{"promoted":"p"}' } } };
  const found = { functions, collections: {} } as unknown as Found;

  const none = { functions: [], collections: [] };
  expect(remarks(none, NOTHING, {})).toEqual([]);
  expect(remarks(none, found, {})).toEqual([expect.stringContaining('里没有 changed')]);
  expect(remarks(none, found, { SUBSCRIBE_TEMPLATES: TEMPLATES }).join()).not.toContain('changed');
});

test('what a function may call of WeChat is registered by DevTools only, and that is said each time', () => {
  expect(remarks(WANTED, NOTHING, {})).toContainEqual(
    expect.stringMatching(/^函数 tell 要调微信的 subscribeMessage.send：.*-604101/),
  );
});

test('the safety rule of functions is beyond this command, and that is said each time, with the functions to close', () => {
  const built = readBuilt(DIST);
  const [said] = remarks(built, NOTHING, {}).filter(one => one.includes('安全规则'));

  expect(said).toContain('nightly、stroke、tell 要是 {"invoke": false}');
  expect(remarks({ ...built, functions: [] }, NOTHING, {})).toEqual([]);
});

test('the command line wants an environment', () => {
  expect(readOptions(['--env', 'hg-prod-1a2b', '--dry-run'])).toEqual({
    env: 'hg-prod-1a2b',
    dryRun: true,
    yes: false,
    help: false,
  });
  expect(() => readOptions([])).toThrow('--env');
  expect(() => readOptions(['--env', '生产'])).toThrow('不像环境 ID');
  expect(readOptions(['--help']).help).toBe(true);
});

test.each([
  ['AuthFailure.SecretIdNotFound', 'The SecretId is not found', 'TENCENTCLOUD_SECRETID'],
  ['AuthFailure.SignatureFailure', 'The provided credentials could not be validated', 'TENCENTCLOUD_SECRETKEY'],
  ['UnauthorizedOperation', 'You are not authorized', 'QcloudTCBFullAccess'],
  ['ENV_NOT_FOUND', '', '没有环境 hg-1'],
  ['LimitExceeded', 'function number', '升级套餐'],
  ['', 'request to https://tcb.tencentcloudapi.com/ failed, reason: getaddrinfo ENOTFOUND', '连不上腾讯云'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', '连不上腾讯云'],
  ['SomethingNew', 'words of Tencent', '腾讯云拒绝了'],
])('%s (%s) is told as what to do', (code, message, words) => {
  const said = trouble(Object.assign(new Error(message), { code }), 'hg-1');

  expect(said).toContain(words);
  expect(said).toContain(message);
});
