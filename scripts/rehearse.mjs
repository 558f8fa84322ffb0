/** npm run rehearse: a release under the platform's limits, before it happens. Options: `npm run rehearse -- --help`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node, ready } from './ready.mjs';
import { ROOT } from './stale.mjs';

ready();
node('scripts/build.mjs', 'tools');

// Its exit code says whether the release may go: 0 yes, 3 no.
const child = spawn(process.execPath, [join(ROOT, 'dist/tools/rehearse.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', code => process.exit(code ?? 1));
