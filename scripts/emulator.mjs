/** npm run emulator -- --functions <dir> …: CloudBase on this machine, for any folder of functions. */
import { FLAGS, MEMORY, node, ready, tool } from './ready.mjs';

ready();
node('scripts/build.mjs', 'tools');
// Folders are named from where the person stands.
tool('emulator', { flags: FLAGS, env: MEMORY, cwd: process.env.INIT_CWD ?? process.cwd() });
