/** npm start: set up what is missing, build what changed, open the product. Options: `npm start -- --help`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FLAGS, node, ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
node('scripts/build.mjs', 'tools', 'functions', 'h5');

const child = spawn(process.execPath, [...FLAGS, join(ROOT, 'dist/tools/start.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'UTC' }, // as in the cloud
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 0));
