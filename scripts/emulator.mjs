/** npm run emulator -- --functions <dir> …: CloudBase on this machine, for any folder of functions. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FLAGS, node, ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
node('scripts/build.mjs', 'tools');

const child = spawn(process.execPath, [...FLAGS, join(ROOT, 'dist/tools/emulator.js'), ...process.argv.slice(2)], {
  // Folders are named from where the person stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', code => process.exit(code ?? 1));
