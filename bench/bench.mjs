/** npm run bench: builds what changed, installs the peers once, and runs the bench. Options: `npm run bench -- --help`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node, npm, ready } from '../scripts/ready.mjs';
import { ROOT, unlessFresh } from '../scripts/stale.mjs';

await ready();
node('scripts/build.mjs', 'tools', 'functions');
await unlessFresh(
  'bench-peers',
  { inputs: ['bench/peers/package-lock.json'], output: 'bench/peers/node_modules' },
  () => {
    console.log('Installing the peers of the bench (once) …');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], join(ROOT, 'bench/peers'));
  },
);

const child = spawn(process.execPath, [join(ROOT, 'dist/tools/bench.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 1));
