/** npm run upload: the built mini-program goes to WeChat. Options: `npm run upload -- --help`; docs/部署.md. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installed, node, npm, ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
node('scripts/build.mjs', 'tools');
const args = process.argv.slice(2);
const own = join(ROOT, 'scripts/weapp-check');
if (!args.includes('--dry-run') && !args.includes('--help') && !installed(own)) {
  console.log('Installing miniprogram-ci (once; a minute or two) … 正在安装微信的上传工具');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], own);
}
const { status } = spawnSync(process.execPath, [join(ROOT, 'dist/tools/upload.js'), ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
