import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TEMPLATES } from './small';

/** The commands as processes, without keys: nothing of Tencent is needed for it. */
function run(tool: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, '../../../dist/tools', `${tool}.js`), ...args],
    { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

test('a dry run without keys plans against an empty environment and says so', () => {
  const { code, said } = run('deploy', ['--env', 'hg-1', '--dry-run'], { SUBSCRIBE_TEMPLATES: TEMPLATES });

  expect(said).toContain('按一个空环境来算');
  expect(said).toContain('建集合 rolls');
  expect(said).toMatch(/新建函数 tell（Nodejs20\.19，256 MB，60 秒，定时器 tell/);
  expect(said).toContain('什么也没有做');
  expect(said).not.toContain('p-1');
  expect(code).toBe(0);
});

test.each([
  ['deploy', ['--env', 'hg-1'], {}, '没有腾讯云密钥'],
  ['doctor', ['--env', 'hg-1'], {}, '没有腾讯云密钥'],
  ['deploy', ['--dry-run'], {}, '要写明环境'],
  ['deploy', ['--env', 'hg-1', '--dry-run'], { SUBSCRIBE_TEMPLATES: 'x' }, '不是 JSON'],
  ['upload', ['--version', '1'], {}, '版本号要写成 1.2.0 这样'],
])('%s %j with %j ends with 2 and a sentence', (tool, args, env, words) => {
  const { code, said } = run(tool, args, env as Record<string, string>);

  expect(said).toContain(words);
  expect(said).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
});
