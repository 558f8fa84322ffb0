import { generateKeyPairSync } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { overHttps } from './over-https';

/**
 * The real miniprogram-ci against a stand-in for servicewechat.com, over HTTPS, with a mini-program of one page. Passed over where
 * it is not installed (276 MB in scripts/weapp-check): only uploading and CI have it.
 */
const ROOT = join(__dirname, '../..');
const here = existsSync(join(ROOT, 'scripts/weapp-check/node_modules/miniprogram-ci')) ? describe : describe.skip;

const APPID = 'wx0123456789abcdef';

/**
 * Sends by the same code as the command does, one version after the other, in a process of its own: miniprogram-ci keeps proxy and
 * workers for good.
 */
const RUNNER = `
  const { createRequire } = require('node:module');
  const { send, trouble, readOptions } = require('./send.js');
  const ci = createRequire(${JSON.stringify(join(ROOT, 'scripts/weapp-check/package.json'))})('miniprogram-ci');
  (async () => {
    for (const { argv, ...parcel } of JSON.parse(process.argv[2])) {
      const words = await send(ci, { ...parcel, options: readOptions(argv) }).catch(error => [trouble(error)]);
      console.log('\\n=' + JSON.stringify(words));
    }
    process.exit(0);
  })();`;

here('the real miniprogram-ci', () => {
  let folder: string;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  /** What WeChat answers to the upload of a version. */
  const answers: Record<string, object> = {
    '1.0.0': { errCode: 0, body: { subpackage_info: [{ name: '__FULL__', size: 2048 }] } },
    '1.0.1': { errCode: -10008, errMsg: 'invalid ip: 114.251.196.98, reference: https://developers.weixin.qq.com/' },
    '1.0.2': { errCode: -1, errMsg: 'get new ticket fail: innerCode: -80002' },
  };
  let received = Buffer.alloc(0);
  let there: Awaited<ReturnType<typeof overHttps>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'upload-'));
    mkdirSync(join(folder, 'weapp/pages'), { recursive: true });
    const files = {
      'app.json': '{"pages":["pages/home"]}',
      'app.js': 'App({});',
      'project.config.json': JSON.stringify({ appid: APPID, miniprogramRoot: './', setting: {} }),
      'pages/home.js': 'Page({});',
      'pages/home.json': '{}',
      'pages/home.wxml': '<view>惠工课堂</view>',
      'pages/home.wxss': '.a{color:red}',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'weapp', name), text);
    const { build } = await import('esbuild');
    await build({
      stdin: {
        contents: `export { send } from './send'; export { trouble } from './trouble'; export { readOptions } from './options';`,
        resolveDir: join(ROOT, 'scripts/upload'),
      },
      outfile: join(folder, 'send.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
    });
    writeFileSync(join(folder, 'run.js'), RUNNER);
    there = await overHttps(['servicewechat.com'], (request, body, response) => {
      const path = request.url!.split('?')[0]!;
      const version = new URL(request.url!, 'https://servicewechat.com').searchParams.get('version') ?? '';
      response.end(JSON.stringify(replyTo(path, body, version)));
    });
  });
  afterAll(async () => {
    await there.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function replyTo(path: string, body: Buffer, version: string): object {
    switch (path) {
      case '/wxa/ci/getrandstr':
        return { errCode: 0, data: { randomString: 'r4nd' } };
      case '/wxa/ci/getattr':
        return { errCode: 0, data: { appType: 0, setting: { MaxCodeSize: 20, MaxSubpackageSubCodeSize: 2 } } };
      case '/wxa/ci/upload':
        received = gunzipSync(body);
        return answers[version]!;
      case '/wxa/ci/get_dev_sourcemap_info':
        return { errCode: 0, data: { total_size: 11, limit: 1024 } };
      case '/wxa/ci/get_dev_sourcemap': {
        const data = { sourcemap_list: [{ fullpath: 'app.js.map', sourcemap: '{"version":3}' }] };
        return { innerRequestResp: { errCode: 0, body: JSON.stringify(data) } };
      }
      default:
        return { errCode: 0, data: {} };
    }
  }

  const pem = key.export({ type: 'pkcs1', format: 'pem' }).toString();
  const parcel = (version: string, privateKey = pem) => ({
    appid: APPID,
    key: privateKey,
    folder: join(folder, 'weapp'),
    setting: { es6: true },
    sourceMap: join(folder, 'map.zip'),
    argv: ['--version', version, '--desc', '试'],
  });

  /** The words for each parcel. */
  async function upload(env: Record<string, string>, ...parcels: object[]): Promise<string[]> {
    const child = spawn(process.execPath, [join(folder, 'run.js'), JSON.stringify(parcels)], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', chunk => (said += chunk));
    await new Promise(resolve => child.once('exit', resolve));
    const lines = said.split('\n').filter(line => line.startsWith('='));
    return lines.map(line => (JSON.parse(line.slice(1)) as string[]).join('\n'));
  }

  test('uploads and brings the source map home; each refusal is told as what to do', async () => {
    const [sent, wrongIp, wrongTicket, noKey] = await upload(
      there.env,
      parcel('1.0.0'),
      parcel('1.0.1'),
      parcel('1.0.2'),
      parcel('1.0.3', 'no key'),
    );

    expect(sent).toContain('微信收到：整个小程序 2 KB。');
    expect(sent).toContain('已上传 1.0.0');
    expect(received.includes(Buffer.from('pages/home'))).toBe(true);
    expect(readFileSync(join(folder, 'map.zip')).subarray(0, 2).toString()).toBe('PK');
    expect(wrongIp).toContain('这台电脑的 IP 114.251.196.98 不在白名单里');
    expect(wrongTicket).toContain('appid 和密钥对不上');
    expect(noKey).toContain('密钥不能用来签名');
    expect(there.refused).toEqual([]);
  }, 120_000);

  test('no network', async () => {
    const nowhere = { https_proxy: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1' };

    expect(await upload(nowhere, parcel('1.0.0'))).toEqual([expect.stringContaining('连不上微信')]);
  }, 120_000);
});
