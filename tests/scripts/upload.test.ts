import { generateKeyPairSync } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, toSet, wrongAppid, wrongBuild, wrongKey, wrongLibrary, wrongSize } from '../../scripts/upload/checks';
import { readOptions } from '../../scripts/upload/options';
import { send, type Ci } from '../../scripts/upload/send';
import { trouble } from '../../scripts/upload/trouble';
import { packagesOf } from '../../scripts/weapp-packages.mjs';

const APPID = 'wx0123456789abcdef';
const KB = 1024;
const pem = (type: 'rsa' | 'ec') =>
  type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();

test('keys and settings of an environment are kept out of the repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ignored-'));
  copyFileSync(join(__dirname, '../../.gitignore'), join(folder, '.gitignore'));
  spawnSync('git', ['init', '-q', folder]);
  const secret = [`private.${APPID}.key`, 'config/upload.key', '.env', '.env.local', 'config/.env.production'];
  const { stdout } = spawnSync('git', ['check-ignore', ...secret, 'config/environment.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });

  expect(stdout.trim().split('\n')).toEqual(secret);
});

describe('before anything is sent', () => {
  test('no build, a build for this machine only, a build without an environment', () => {
    const digest = 'ab12';
    expect(wrongBuild(false, '')).toContain('还没有构建');
    expect(wrongBuild(true, `${digest}HG_LOCAL= HG_GATEWAY=http://127.0.0.1:8787 HG_ENV=`)).toContain('本机的模拟器');
    expect(wrongBuild(true, `${digest}HG_LOCAL= HG_GATEWAY= HG_ENV= HG_FILES=`)).toContain('没有写明云开发环境');
    expect(wrongBuild(true, `${digest}HG_LOCAL= HG_GATEWAY= HG_ENV=hg-1 HG_FILES=`)).toBeUndefined();
    expect(flag('HG_GATEWAY= HG_ENV=hg-1 HG_FILES=', 'HG_ENV')).toBe('hg-1');
  });

  test('an appid that is a placeholder or none', () => {
    for (const placeholder of ['', 'touristappid', 'wx0000000000000000'])
      expect(wrongAppid(placeholder)).toContain('还没有填 appid');
    expect(wrongAppid('wx123')).toContain('不像 appid');
    expect(wrongAppid(APPID)).toBeUndefined();
  });

  test.each([
    ['2.20.0', false],
    ['2.23.0', false],
    ['2.9.9', false],
    [undefined, false],
    ['2.23.1', true],
    ['2.30.0', true],
    ['3.5.8', true],
  ])('base library %s', (version, right) => {
    expect(wrongLibrary(version) === undefined).toBe(right);
  });

  test('says what the console must have: the oldest library, and the position only where the build asks for it', () => {
    expect(toSet({})).toEqual([expect.stringContaining('2.23.1')]);
    expect(toSet({ requiredPrivateInfos: ['getLocation'] })[1]).toContain('getLocation');
  });

  test('a key that is not given, not there, of another mini-program, or no key', () => {
    const key = pem('rsa');
    expect(wrongKey(undefined, undefined, APPID)).toContain('WX_UPLOAD_KEY');
    expect(wrongKey('/k/upload.key', undefined, APPID)).toContain('不存在或读不了');
    expect(wrongKey('/k/private.wxffffffffffffffff.key', key, APPID)).toContain('是 wxffffffffffffffff 的');
    expect(wrongKey('/k/upload.key', 'appsecret', APPID)).toContain('不是微信的代码上传密钥');
    expect(wrongKey('/k/upload.key', pem('ec'), APPID)).toContain('不是微信的代码上传密钥');
    expect(wrongKey('/k/upload.key', key, APPID)).toBeUndefined();
    expect(wrongKey(`/k/private.${APPID}.key`, key, APPID)).toBeUndefined();
  });

  test('a package that is too large; the main one may be smaller only', () => {
    const packages = (main: number, staff: number) => ({
      main: { files: 1, bytes: main * KB },
      'packages/staff/': { files: 1, bytes: staff * KB },
    });
    expect(wrongSize(packages(600, 2048))).toBeUndefined();
    expect(wrongSize(packages(601, 10))).toContain('主包有 601 KB，最多 600 KB');
    expect(wrongSize(packages(10, 2100))).toContain('分包 packages/staff/有 2100 KB，最多 2048 KB');
  });

  test('packages are counted by their roots, source maps not at all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weapp-'));
    mkdirSync(join(folder, 'packages/staff'), { recursive: true });
    const app = JSON.stringify({ pages: ['a'], subPackages: [{ root: 'packages/staff', pages: ['b'] }] });
    writeFileSync(join(folder, 'app.json'), app);
    writeFileSync(join(folder, 'packages/staff/b.js'), '12345');
    writeFileSync(join(folder, 'packages/staff/b.js.map'), 'x'.repeat(1000));

    expect(packagesOf(folder)).toEqual({
      main: { files: 1, bytes: app.length },
      'packages/staff/': { files: 1, bytes: 5 },
    });
    rmSync(folder, { recursive: true });
  });

  test('the command line wants a version, unless it is a preview', () => {
    expect(() => readOptions([])).toThrow('--version 1.2.0');
    expect(() => readOptions(['--version', 'v1'])).toThrow('“v1”');
    expect(() => readOptions(['--version', '1.2.0', '--robot', '31'])).toThrow('1 到 30');
    expect(() => readOptions(['--version', '1.2.0', '--qr', 'a.jpg'])).toThrow('--preview');
    expect(readOptions(['--preview'])).toMatchObject({ preview: true, robot: 1, version: '' });
    expect(readOptions(['--version', '1.2.0', '--desc', '改了签到', '--dry-run'])).toMatchObject({
      version: '1.2.0',
      desc: '改了签到',
      dryRun: true,
    });
  });
});

describe('what WeChat and miniprogram-ci say is told as what to do', () => {
  const said = (code: number | undefined, message: string) => trouble(Object.assign(new Error(message), { code }));
  const wechat = (errCode: number, errMsg: string) => said(20003, `Error: ${JSON.stringify({ errCode, errMsg })}`);

  test.each([
    [
      'invalid ip: 114.251.196.98, reference: https://developers.weixin.qq.com/miniprogram/dev/devtools/ci.html',
      -10008,
    ],
    ['inner upload fail with errcode: -10002, errmsg: invalid ip: 114.251.196.98', -1],
  ])('%s', (errMsg, errCode) => {
    expect(wechat(errCode, errMsg)).toMatch(/IP 114\.251\.196\.98 不在白名单里.*\n（20003 .*invalid ip/);
  });

  test('an IPv6 address on the way out', () => {
    expect(wechat(-10008, 'invalid ip: 2408:820c:8f1::e6a')).toMatch(/IP 2408:820c:8f1::e6a 不在白名单里.*IPv4/);
    expect(wechat(-10008, 'invalid ip')).toMatch(/的 IP 不在白名单里/);
  });

  test.each([
    'get new ticket fail: innerCode: -80002',
    'get new ticket fail innerCode: 40013',
    'inner upload fail with errcode: 80082, errmsg: get new ticket fail innerCode: 40001, innerMsg: invalid signature',
  ])('%s', errMsg => {
    expect(wechat(-1, errMsg)).toContain('appid 和密钥对不上');
  });

  test.each([
    [
      20002,
      'generate local signature fail. Usually this happens the content or encoding of private key file is incorrect. Detail: Error: error:1E08010C:DECODER routines::unsupported',
      '密钥不能用来签名',
    ],
    [20001, 'Error: Error: getaddrinfo ENOTFOUND servicewechat.com', '连不上微信'],
    [20003, 'Error: tunneling socket could not be established, cause=connect ECONNREFUSED 127.0.0.1:1', '连不上微信'],
    [10037, 'pages/home/index.wxss: unexpected token', 'check:weapp -- --compile'],
    [20003, 'Error: {"errCode":-1,"errMsg":"source size 2770KB exceed max limit 2MB"}', '2770KB，最多 2MB'],
    [undefined, 'something new', '原话如下'],
  ])('%s %s', (code, message, words) => {
    const told = said(code, message);

    expect(told).toContain(words);
    expect(told).toContain(message);
  });
});

describe('sending', () => {
  type Call = [string, Record<string, unknown>];

  function standIn(change: Partial<Ci> = {}) {
    const calls: Call[] = [];
    const note = (name: string) => async (options: object) => {
      calls.push([name, options as Record<string, unknown>]);
      return {
        subPackageInfo: [
          { name: '__FULL__', size: 960 * KB },
          { name: '__APP__', size: 580 * KB },
        ],
      };
    };
    const ci = {
      Project: class {
        constructor(options: object) {
          calls.push(['project', options as Record<string, unknown>]);
        }
      },
      upload: note('upload'),
      preview: note('preview'),
      getDevSourceMap: note('map'),
      ...change,
    } as unknown as Ci;
    return { ci, calls };
  }
  const parcel = (...argv: string[]) => ({
    appid: APPID,
    key: 'KEY',
    folder: 'dist/weapp',
    setting: { es6: true },
    options: readOptions(argv),
    sourceMap: 'dist/upload/1.2.0-sourcemap.zip',
  });

  test('an upload brings its source map home, from the same robot', async () => {
    const { ci, calls } = standIn();

    const words = await send(ci, parcel('--version', '1.2.0', '--desc', '改了签到', '--robot', '3'));

    expect(calls.map(([name]) => name)).toEqual(['project', 'upload', 'map']);
    expect(calls[0]![1]).toMatchObject({ appid: APPID, privateKey: 'KEY', projectPath: 'dist/weapp' });
    expect(calls[1]![1]).toMatchObject({ version: '1.2.0', desc: '改了签到', robot: 3, setting: { es6: true } });
    expect(calls[2]![1]).toMatchObject({ robot: 3, sourceMapSavePath: 'dist/upload/1.2.0-sourcemap.zip' });
    expect(words).toEqual([
      '微信收到：整个小程序 960 KB，主包 580 KB。',
      expect.stringContaining('源码映射在 dist/upload/1.2.0-sourcemap.zip'),
      expect.stringContaining('已上传 1.2.0'),
    ]);
  });

  test('a source map that does not come does not undo the upload', async () => {
    const { ci } = standIn({ getDevSourceMap: async () => Promise.reject(new Error('download source map failed')) });

    const words = await send(ci, parcel('--version', '1.2.0'));

    expect(words.at(-2)).toContain('没有取到');
    expect(words.at(-1)).toContain('已上传 1.2.0');
  });

  test('a preview uploads no version; its code is drawn in the terminal or kept as a picture', async () => {
    const { ci, calls } = standIn();

    await send(ci, parcel('--preview'));
    await send(ci, parcel('--preview', '--qr', '/tmp/qr.jpg'));

    const previews = calls.filter(([name]) => name !== 'project');
    expect(previews.map(([name, options]) => [name, options.qrcodeFormat, options.qrcodeOutputDest])).toEqual([
      ['preview', 'terminal', undefined],
      ['preview', 'image', '/tmp/qr.jpg'],
    ]);
  });

  test('what miniprogram-ci throws comes out as it is', async () => {
    const { ci } = standIn({ upload: async () => Promise.reject(Object.assign(new Error('no'), { code: 20003 })) });

    await expect(send(ci, parcel('--version', '1.2.0'))).rejects.toMatchObject({ code: 20003 });
  });
});
