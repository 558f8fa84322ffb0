/** npm run emulator -- --functions <dir> …: CloudBase on this machine, for any folder of functions. */
import { FLAGS, MEMORY, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools');
// Paths on the command line are relative to the person's own folder.
tool('emulator', { flags: FLAGS, env: MEMORY, cwd: process.env.INIT_CWD ?? process.cwd() });
