/** npm run upload: sends the built mini-program to WeChat. Options: `npm run upload -- --help`; docs/部署.md. */
import { install, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools');
if (!process.argv.includes('--dry-run') && !process.argv.includes('--help'))
  install('scripts/weapp-check', 'Installing miniprogram-ci (once; a minute or two) … 正在安装微信的上传工具');
tool('upload');
