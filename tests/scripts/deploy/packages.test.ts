import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overHttps } from '../over-https';
import { TEMPLATES } from './small';
import { ENV, Tencent } from './tencent';

/**
 * The whole command with the real @cloudbase/manager-node against the stand-in, over HTTPS. Passed over where it is not installed
 * (`npm ci` in scripts/deploy, 36 MB): only who deploys has it.
 */
const ROOT = join(__dirname, '../../..');
const here = existsSync(join(ROOT, 'scripts/deploy/node_modules/@cloudbase/manager-node')) ? describe : describe.skip;

const HOSTS = ['tcb.tencentcloudapi.com', 'scf.tencentcloudapi.com'];

async function standIn(tencent: Tencent) {
  return overHttps(HOSTS, (request, body, response) => {
    const service = request.headers.host!.startsWith('scf') ? 'scf' : 'tcb';
    const param = (body.length > 0 ? JSON.parse(body.toString()) : {}) as Record<string, unknown>;
    tencent.ask(service, String(request.headers['x-tc-action']), param).then(
      answer => response.end(JSON.stringify({ Response: answer })),
      (error: Error & { code: string }) =>
        response.end(
          JSON.stringify({ Response: { Error: { Code: error.code, Message: error.message }, RequestId: 'r' } }),
        ),
    );
  });
}

async function run(tool: string, env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/tools', `${tool}.js`), '--env', ENV, ...args], {
    env: {
      PATH: process.env.PATH,
      TENCENTCLOUD_SECRETID: 'AKIDtest',
      TENCENTCLOUD_SECRETKEY: 'test',
      SUBSCRIBE_TEMPLATES: TEMPLATES,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', chunk => (said += chunk));
  child.stderr.on('data', chunk => (said += chunk));
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
  return { code, said };
}

here('the real manager against the stand-in', () => {
  const tencent = new Tencent();
  let there: Awaited<ReturnType<typeof standIn>>;
  let first: Awaited<ReturnType<typeof run>>;

  beforeAll(async () => {
    there = await standIn(tencent);
    first = await run('deploy', there.env, '--yes');
  }, 300_000);
  afterAll(() => there.stop());

  test('deploy makes all of it, and the doctor finds nothing', async () => {
    const doctor = await run('doctor', there.env);

    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('做完了，都对了。') });
    expect(first.said).not.toContain('p-1');
    expect(doctor).toMatchObject({ code: 0, said: expect.stringContaining('都对') });
    expect(tencent.functions.get('tell')).toMatchObject({
      Runtime: 'Nodejs20.19',
      MemorySize: 256,
      Timeout: 60,
      Triggers: [{ TriggerName: 'tell', TriggerDesc: '0 * * * * * *' }],
    });
    expect(tencent.functions.get('tell')!.Variables).toContainEqual({ Key: 'SUBSCRIBE_TEMPLATES', Value: TEMPLATES });
    const { collections } = JSON.parse(readFileSync(join(ROOT, 'dist/functions/database.json'), 'utf8')) as {
      collections: { name: string }[];
    };
    expect([...tencent.tables.keys()]).toEqual(collections.map(one => one.name));
    expect(there.refused).toEqual([]);
  });

  test('a second time nothing is changed', async () => {
    tencent.calls.length = 0;

    const second = await run('deploy', there.env, '--yes');

    expect(second).toMatchObject({ code: 0, said: expect.stringContaining('没有要做的') });
    expect(tencent.calls.filter(call => /^(Create|Update|Modify|Delete|Batch)/.test(call))).toEqual([]);
  });

  test('older code and a missing timer are put right, what somebody added in the console stays', async () => {
    const tell = tencent.functions.get('tell')!;
    tell.Triggers = [];
    tell.Variables = [
      { Key: 'HG_BUILD', Value: 'old' },
      { Key: 'THEIRS', Value: 'x' },
    ];

    const { code, said } = await run('deploy', there.env, '--yes');

    expect(said).toContain('更新函数 tell：换成这次构建的代码；加定时器 tell');
    expect(code).toBe(0);
    expect(tell.Variables).toContainEqual({ Key: 'THEIRS', Value: 'x' });
    expect(tell.Triggers).toHaveLength(1);
  }, 60_000);

  test('a function that Tencent refuses is named with the reason', async () => {
    tencent.functions.delete('line');
    tencent.refuseNext.push({ action: 'CreateFunction', code: 'LimitExceeded.Function', message: 'too many' });

    const { code, said } = await run('deploy', there.env, '--yes');
    const doctor = await run('doctor', there.env);

    expect(said).toMatch(/函数 line 没有部署成：.*升级套餐/);
    expect(said).toContain('还有这些不对：\n  · 函数 line 还没部署。');
    expect(code).toBe(1);
    expect(doctor).toMatchObject({ code: 1, said: expect.stringContaining('函数 line 还没部署。') });
  }, 60_000);

  test('wrong keys are told in a sentence', async () => {
    tencent.refuseNext.push({ action: 'DescribeEnvInfo', code: 'AuthFailure.SignatureFailure', message: 'no' });

    const { code, said } = await run('doctor', there.env);

    expect(said).toContain('请核对 TENCENTCLOUD_SECRETKEY');
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });
});
