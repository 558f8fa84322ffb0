import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed, node, npm, ready } from '../ready.mjs';
import { ROOT } from '../stale.mjs';

/**
 * Builds functions and tools, and runs a tool that talks to Tencent; ends with its exit code. Its packages (36 MB) are installed
 * only where there are keys to talk with.
 */
export function withPackages(tool) {
  ready();
  node('scripts/build.mjs', 'tools', 'functions');
  const own = join(ROOT, 'scripts/deploy');
  if (process.env.TENCENTCLOUD_SECRETID && process.env.TENCENTCLOUD_SECRETKEY && !installed(own)) {
    console.log('Installing what talks to Tencent (once) … 正在安装部署工具');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], own);
  }
  const { status } = spawnSync(process.execPath, [join(ROOT, 'dist/tools', `${tool}.js`), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
